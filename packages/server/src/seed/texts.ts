// Texts of the demonstration, in Indonesian and English.

import type { I18nTextInput } from '@lintas/contract';

export function inBoth(id: string, en: string): I18nTextInput {
  return { id: { text: id, reviewed: 'peer' }, en: { text: en, reviewed: 'peer' } };
}

export const TASKS = {
  passportCopy: inBoth(
    'Kirim salinan halaman identitas paspor',
    'Send a copy of the identity page of your passport',
  ),
  photo: inBoth('Kirim foto baru, latar belakang putih', 'Send a new photo with a white background'),
  sponsorLetter: inBoth('Kirim surat penjamin yang ditandatangani', 'Send the signed letter of your sponsor'),
  address: inBoth('Jelaskan alamat tempat tinggal Anda sekarang', 'Tell us where you live now'),
  fee: inBoth('Bayar biaya permohonan', 'Pay the application fee'),
  interview: inBoth('Datang ke wawancara', 'Come to your interview'),
  biometrics: inBoth('Datang untuk foto dan sidik jari', 'Come for your photo and fingerprints'),
  collect: inBoth('Ambil dokumen Anda', 'Collect your document'),
} as const;

export const WAYS = {
  online: inBoth('Kirim melalui situs kantor', 'Send it through the website of the office'),
  counter: inBoth('Serahkan di loket kantor', 'Hand it in at the office counter'),
  partner: inBoth('Minta bantuan organisasi mitra', 'Ask a partner organisation to help'),
} as const;

export const PLACES = {
  Jakarta: inBoth(
    'Kantor Imigrasi Jakarta Selatan (contoh), Loket 7',
    'South Jakarta Immigration Office (example), Counter 7',
  ),
  Medan: inBoth('Kantor Imigrasi Medan (contoh), Lantai 2', 'Medan Immigration Office (example), 2nd floor'),
  Makassar: inBoth(
    'Kantor Imigrasi Makassar (contoh), Loket 3',
    'Makassar Immigration Office (example), Counter 3',
  ),
} as const;

/** Offices of the demonstration. */
export type Office = keyof typeof PLACES;
