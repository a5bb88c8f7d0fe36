// Indonesian.

import type { FiguresMessages } from './messages.ts';

export const figures: FiguresMessages = {
  public: 'Siapa pun boleh membaca angka ini. Tidak ada data tentang Anda yang dikirim.',
  show: 'Tampilkan angkanya',
  loading: 'Mengambil angka …',
  failed: 'Angka belum dapat ditampilkan',
  tryAgain: 'Coba lagi',
  asTable: 'Tampilkan sebagai tabel',
  asChart: 'Tampilkan sebagai grafik',
  csv: 'Unduh semua angka (CSV)',
  notPublished: 'tidak diumumkan',
  notPublishedMeans: (threshold) =>
    `× berarti “tidak diumumkan”, bukan 0. Sebuah angka tidak diumumkan jika menyangkut kurang dari ${threshold}, atau jika dapat membuka angka lain, supaya tidak seorang pun dapat dikenali.`,
  asOf: (day) => `Keadaan per ${day}. Jumlah dibulatkan ke kelipatan 5.`,
  meaning: 'Apa artinya',
};
