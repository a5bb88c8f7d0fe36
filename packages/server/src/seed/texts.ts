// Texts of the demonstration, in Indonesian and English; what people are asked to do and to hand in is there in Persian and
// Arabic, too, as a machine translates it and as nobody has checked it.

import type { I18nTextInput } from '@lintas/contract';

export function inBoth(id: string, en: string): I18nTextInput {
  return { id: { text: id, reviewed: 'peer' }, en: { text: en, reviewed: 'peer' } };
}

export function inAll(id: string, en: string, fa: string, ar: string): I18nTextInput {
  return {
    ...inBoth(id, en),
    fa: { text: fa, reviewed: 'machine' },
    ar: { text: ar, reviewed: 'machine' },
  };
}

export const TASKS = {
  passportCopy: inAll(
    'Kirim salinan halaman identitas paspor',
    'Send a copy of the identity page of your passport',
    'یک کاپی از صفحه مشخصات پاسپورت خود بفرستید',
    'يرجى إرسال نسخة من صفحة البيانات في جواز سفرك',
  ),
  photo: inAll(
    'Kirim foto baru, latar belakang putih',
    'Send a new photo with a white background',
    'یک عکس تازه با زمینه سفید بفرستید',
    'يرجى إرسال صورة جديدة بخلفية بيضاء',
  ),
  sponsorLetter: inAll(
    'Kirim surat penjamin yang ditandatangani',
    'Send the signed letter of your sponsor',
    'نامه امضاشده ضامن خود را بفرستید',
    'يرجى إرسال رسالة كفيلك الموقّعة',
  ),
  address: inAll(
    'Jelaskan alamat tempat tinggal Anda sekarang',
    'Tell us where you live now',
    'بگویید اکنون کجا زندگی می‌کنید',
    'يرجى إخبارنا أين تعيش الآن',
  ),
  fee: inAll(
    'Bayar biaya permohonan',
    'Pay the application fee',
    'هزینه درخواست را پرداخت کنید',
    'يرجى دفع رسوم الطلب',
  ),
  interview: inAll(
    'Datang ke wawancara',
    'Come to your interview',
    'به مصاحبه خود بیایید',
    'يرجى الحضور إلى مقابلتك',
  ),
  biometrics: inAll(
    'Datang untuk foto dan sidik jari',
    'Come for your photo and fingerprints',
    'برای عکس و اثر انگشت بیایید',
    'يرجى الحضور لأخذ الصورة وبصمات الأصابع',
  ),
  collect: inAll('Ambil dokumen Anda', 'Collect your document', 'سند خود را بگیرید', 'يرجى استلام وثيقتك'),
} as const;

export const WAYS = {
  online: inAll(
    'Kirim melalui situs kantor',
    'Send it through the website of the office',
    'آن را از طریق وب‌سایت اداره بفرستید',
    'الإرسال عبر موقع المكتب',
  ),
  counter: inAll(
    'Serahkan di loket kantor',
    'Hand it in at the office counter',
    'آن را در غرفه اداره تحویل بدهید',
    'التسليم عند شباك المكتب',
  ),
  partner: inAll(
    'Minta bantuan organisasi mitra',
    'Ask a partner organisation to help',
    'از یک سازمان همکار کمک بخواهید',
    'طلب المساعدة من منظمة شريكة',
  ),
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
