// Bahasa Indonesia.

import type { SurveyMessages } from './messages.ts';

export const messages: SurveyMessages = {
  opening: 'Pertanyaan sedang dimuat …',
  openFailed: 'Pertanyaan tidak dapat dimuat',
  tryAgain: 'Coba lagi',
  closed: 'Survei ini sudah berakhir. Terima kasih atas niat Anda untuk ikut.',
  needsCase:
    'Buka dulu permohonan Anda di halaman ini. Setelah itu pertanyaannya muncul di sini. Tidak seorang pun dapat mengaitkan jawaban dengan permohonan Anda.',
  answeredBefore: 'Pertanyaan ini dapat dijawab satu kali untuk setiap permohonan, dan itu sudah dimulai.',
  changed:
    'Pertanyaannya berubah sejak Anda mulai. Jawaban Anda dipakai lagi jika masih cocok. Silakan periksa setiap halaman sekali lagi.',
  step: (number, of) => `Bagian ${number} dari ${of}`,
  answered: (answered, asked) => `${answered} dari ${asked} pertanyaan dijawab`,
  optional: 'boleh dilewati',
  decline: 'Saya memilih tidak menjawab',
  clear: 'Hapus jawaban saya',
  listen: 'Dengarkan pertanyaan',
  stopListening: 'Berhenti',
  listenFailed: 'Rekaman belum dapat diputar.',
  consent: 'Ya, saya setuju',
  chooseSeveral: 'Anda dapat memilih lebih dari satu.',
  day: 'Tanggal',
  month: 'Bulan',
  year: 'Tahun',
  unknownKind:
    'Halaman ini belum dapat menampilkan pertanyaan ini. Anda dapat melanjutkan tanpa menjawabnya.',
  back: 'Kembali',
  next: 'Lanjut',
  toReview: 'Periksa jawaban saya',
  problemsTitle: 'Masih ada yang kurang',
  problems: {
    required: 'Silakan pilih atau tulis jawaban.',
    requiredOrDecline: 'Silakan pilih jawaban, atau “Saya memilih tidak menjawab”.',
    consent: 'Silakan beri tanda jika Anda setuju. Anda tidak wajib ikut.',
    number: 'Silakan tulis angka.',
    date: 'Silakan periksa tanggal, bulan, dan tahun.',
    between: (least, most) => `Silakan isi antara ${least} dan ${most}.`,
    atLeast: (least) => `Silakan isi ${least} atau lebih.`,
    atMost: (most) => `Silakan isi ${most} atau kurang.`,
    decimals: (digits) =>
      digits === 0 ? 'Silakan tulis bilangan bulat.' : `Paling banyak ${digits} angka di belakang koma.`,
    tooFew: (least) => `Silakan pilih paling sedikit ${least}.`,
    tooMany: (most) => `Silakan pilih paling banyak ${most}.`,
    notAlone: 'Salah satu pilihan Anda tidak dapat digabung dengan yang lain.',
    rowMissing: 'Silakan pilih satu jawaban di setiap baris.',
    tooLong: (most) => `Silakan tulis paling banyak ${most} karakter.`,
    pattern: 'Silakan tulis sesuai bentuk yang diminta.',
    other: 'Silakan periksa lagi jawaban ini.',
  },
  review: {
    title: 'Jawaban Anda',
    intro: 'Belum ada yang dikirim. Semuanya masih dapat Anda ubah.',
    change: 'Ubah',
    notAnswered: 'Tidak dijawab',
    send: 'Kirim jawaban saya',
    sending: 'Sedang dikirim …',
  },
  device: {
    keep: 'Simpan jawaban saya di perangkat ini',
    keepMeans:
      'Hanya jika perangkat ini milik Anda. Jawaban disimpan terkunci selama satu hari agar dapat Anda lanjutkan. Setelah terkirim, jawaban dihapus dari sini.',
    onceOnly:
      'Pertanyaan ini hanya dapat dimulai satu kali. Jika halaman ditutup sebelum jawaban terkirim, Anda hanya dapat melanjutkan jika jawaban disimpan di sini.',
    notKept: 'Peramban ini tidak dapat menyimpannya. Jawaban hilang jika halaman ditutup.',
    clear: 'Hapus semuanya dari perangkat ini',
  },
  outcome: {
    sentTitle: 'Terima kasih',
    sent: 'Jawaban Anda sudah sampai. Jawaban itu tanpa nama.',
    receipt: 'Tanda terima Anda',
    receiptMeans:
      'Simpan kode ini jika kelak Anda mungkin ingin jawaban Anda dihapus: salin atau catat, karena kode ini tidak disimpan di tempat lain. Lalu berikan kepada pihak yang mengajukan pertanyaan ini. Siapa pun yang memilikinya dapat meminta jawaban dihapus.',
    copy: 'Salin tanda terima',
    copied: 'Sudah disalin.',
    copyRefused:
      'Peramban ini tidak mengizinkan kami menyalinnya. Kodenya sudah ditandai: salin sendiri, atau catat.',
    waitingTitle: 'Jawaban Anda menunggu di perangkat ini',
    waiting:
      'Saat ini tidak ada sambungan. Jawaban dikirim satu kali, begitu ada sambungan dan halaman ini terbuka. Anda boleh menutupnya.',
    unsentTitle: 'Belum terkirim',
    unsent:
      'Jawaban Anda masih ada di sini. Anda dapat mencoba lagi, atau menyimpannya di perangkat ini sampai ada sambungan.',
    keepAndSend: 'Simpan di sini dan kirim nanti',
    refusedTitle: 'Jawaban Anda tidak dapat diterima',
    refused:
      'Ini bukan kesalahan Anda: mungkin pertanyaannya sudah berubah. Jawaban Anda masih ada di sini. Anda dapat memeriksanya dan mengirimnya lagi, atau membiarkannya saja.',
    lateTitle: 'Jawaban yang menunggu tidak dapat diterima',
    late: 'Ini bukan kesalahan Anda: surveinya sudah berubah atau berakhir. Tidak ada lagi jawaban itu di perangkat ini.',
    elsewhereTitle: 'Jawaban Anda tidak lagi menunggu di sini',
    elsewhere: 'Jawaban sudah dikirim dari jendela lain peramban ini, atau dihapus di sana.',
    clearedTitle: 'Sudah dihapus',
    cleared: 'Tidak ada lagi jawaban Anda di perangkat ini, dan jawaban itu tidak dikirim.',
  },
};
