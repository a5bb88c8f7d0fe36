// Indonesian.

import type { DocumentCheckMessages } from './messages.ts';

export const messages: DocumentCheckMessages = {
  title: 'Apakah dokumen ini sudah dikonfirmasi?',
  intro: 'Pilih berkas dokumen. Anda akan melihat apakah kantor atau mitra mengonfirmasi persis berkas ini.',
  stays:
    'Berkas tetap di perangkat Anda. Yang dikirim hanya kode pendek yang dibuat dari berkas itu, dan berkasnya tidak dapat dibuat kembali dari kode.',
  choose: 'Pilih berkas',
  chooseAnother: 'Periksa berkas lain',
  checking: (file) => `Memeriksa ${file} …`,
  confirmed: 'Berkas ini sudah dikonfirmasi',
  confirmedBy: ({ verifier, authority, when }) =>
    `Dikonfirmasi oleh ${verifier}${authority === undefined ? '' : ` untuk ${authority}`} pada ${when}.`,
  takenBack: 'Konfirmasi berkas ini sudah ditarik kembali',
  takenBackOn: ({ verifier, authority, when, until }) =>
    `Dikonfirmasi oleh ${verifier}${authority === undefined ? '' : ` untuk ${authority}`} pada ${when}, lalu ditarik kembali pada ${until}.`,
  takenBackMeans: 'Alasannya bisa bermacam-macam. Mohon tanyakan dulu sebelum mengambil keputusan.',
  unknown: 'Berkas ini tidak dikenal di sini',
  unknownMeans:
    'Itu tidak berarti ada yang salah dengan dokumennya. Yang dikenal hanya berkas yang persis sama dengan yang dikirim: foto baru atau salinan yang disimpan ulang adalah berkas lain.',
  unknownHelp: 'Mintalah berkas yang persis sama dengan yang dikirim, atau tanyakan ke kantor.',
  unsure: 'Kami belum dapat mengonfirmasi berkas ini',
  unsureMeans: 'Ada catatan tentangnya, tetapi tanda tangannya tidak cocok. Mohon tanyakan ke kantor.',
  file: 'Berkas',
  kind: 'Jenis dokumen',
  portrait: 'Foto wajah',
  signed: 'Tanda tangannya sudah diperiksa di perangkat ini.',
  failed: 'Berkas belum dapat diperiksa',
  fileGone: 'Kami tidak dapat membaca berkasnya. Mohon pilih sekali lagi.',
  tryAgain: 'Coba lagi',
};
