// Indonesian.

import { figures } from '../figures/id.ts';
import type { MetricsMessages } from './messages.ts';

export const messages: MetricsMessages = {
  ...figures,
  titles: {
    received: 'Berapa permohonan yang masuk',
    completed: 'Berapa permohonan yang selesai',
    pending: 'Berapa permohonan yang menunggu',
    clearance_ratio: 'Permohonan yang selesai untuk setiap 100 yang masuk',
    processing_time: 'Berapa lama permohonan diproses',
    pending_age: 'Sudah berapa lama permohonan menunggu',
    within_standard: 'Diputuskan dalam waktu yang dijanjikan',
    first_time_right: 'Dokumen yang langsung diterima',
    verification_turnaround: 'Berapa lama pemeriksaan dokumen',
    unknown: 'Angka',
  },
  meanings: {
    received: 'Permohonan yang dikirim, dan yang kedaluwarsa lalu dibuka lagi.',
    completed:
      'Permohonan yang berakhir dengan keputusan, dicabut, atau kedaluwarsa. Peninjauan keputusan tidak dihitung lagi.',
    pending: 'Permohonan yang sudah masuk dan belum selesai ketika periode berakhir.',
    clearance_ratio:
      'Di bawah 100, lebih banyak permohonan masuk daripada selesai, dan lebih banyak orang menunggu.',
    processing_time:
      'Jumlah hari sejak permohonan masuk sampai selesai, dari semua yang selesai dalam periode itu. Permohonan Anda bisa lebih cepat atau lebih lama.',
    pending_age: 'Jumlah hari sejak masuk, dari permohonan yang belum selesai ketika periode berakhir.',
    within_standard:
      'Dari permohonan yang diberi batas hari keputusan, yang diputuskan paling lambat pada hari itu.',
    first_time_right: 'Dari dokumen yang diserahkan, yang diterima tanpa perlu salinan lain.',
    verification_turnaround: 'Jumlah hari sejak dokumen masuk sampai pertama kali diputuskan oleh petugas.',
    unknown: '',
  },
  findings: {
    received: ({ value, period }) => `${value} masuk pada ${period}.`,
    completed: ({ value, period }) => `${value} selesai pada ${period}.`,
    pending: ({ value, period }) => `${value} menunggu pada akhir ${period}.`,
    clearance_ratio: ({ number, period }) =>
      `Pada ${period}, ${number} permohonan selesai untuk setiap 100 yang masuk.`,
    processing_time: ({ value, high, period }) =>
      `Separuh permohonan yang selesai pada ${period} memakan waktu paling lama ${value}${high === undefined ? '' : `; 8 dari 10 paling lama ${high}`}.`,
    pending_age: ({ value, high, period }) =>
      `Separuh permohonan yang menunggu pada akhir ${period} sudah menunggu paling lama ${value}${high === undefined ? '' : `; 8 dari 10 paling lama ${high}`}.`,
    within_standard: ({ number, period }) =>
      `${number} dari 100 keputusan pada ${period} keluar dalam waktu yang dijanjikan.`,
    first_time_right: ({ number, period }) => `${number} dari 100 dokumen langsung diterima pada ${period}.`,
    verification_turnaround: ({ value, high, period }) =>
      `Separuh dokumen diputuskan dalam ${value} pada ${period}${high === undefined ? '' : `, 8 dari 10 dalam ${high}`}.`,
    unknown: ({ value, period }) => `${period}: ${value}.`,
  },
  before: ({ value, high, period }) =>
    `Pada ${period}: ${value}${high === undefined ? '' : `; 8 dari 10: ${high}`}.`,
  nothing: 'Belum ada angka yang diumumkan tentang ini.',
  nothingFor: (period) => `Untuk ${period} tidak ada angka yang diumumkan.`,
  mostAndLeast: ({ period, most, mostValue, least, leastValue }) =>
    `Pada ${period}: paling tinggi ${most}, ${mostValue}; paling rendah ${least}, ${leastValue}.`,
  statistics: {
    count: 'Jumlah',
    ratio: 'Untuk setiap 100',
    share: 'Persen',
    p50: 'Separuh dalam',
    p80: '8 dari 10 dalam',
    p90: '9 dari 10 dalam',
    unknown: 'Angka',
  },
  clocks: {
    calendar: 'Semua hari dihitung.',
    working: 'Hanya hari kerja yang dihitung: tanpa akhir pekan dan hari libur.',
    waiting_on_you: 'Hanya hari ketika kantor menunggu pemohon yang dihitung.',
    unknown: '',
  },
  amounts: {
    cases: (amount) => `${amount} permohonan`,
    documents: (amount) => `${amount} dokumen`,
    days: (amount) => `${amount} hari`,
    percent: (amount) => `${amount} %`,
    unknown: (amount) => amount,
  },
  period: 'Periode',
  choosePeriod: 'Lihat periode lain',
  n: 'Dari sekitar',
  about: (n) => `Dari sekitar ${n}.`,
  group: 'Kelompok',
  comparedBy: {
    kind: 'menurut jenis',
    office: 'menurut kantor',
    partner: 'menurut mitra',
    unknown: 'dibandingkan',
  },
  bars: 'Batang menunjukkan separuhnya, garis tipis 8 dari 10.',
  csvOf: (group) => `CSV: ${group}`,
};
