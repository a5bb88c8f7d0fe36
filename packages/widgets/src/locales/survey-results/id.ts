// Indonesian.

import { figures } from '../figures/id.ts';
import type { SurveyResultsMessages } from './messages.ts';

export const messages: SurveyResultsMessages = {
  ...figures,
  title: 'Pelayanan menurut mereka yang dilayani',
  instruments: {
    skm: 'Survei Kepuasan Masyarakat (SKM)',
    spkp: 'Persepsi Kualitas Pelayanan (SPKP)',
    spak: 'Persepsi Anti Korupsi (SPAK)',
    post_case: 'Setelah permohonan selesai',
    unknown: 'Semua jawaban',
  },
  elements: {
    requirements: 'Persyaratan',
    procedure: 'Sistem, Mekanisme, dan Prosedur',
    time: 'Waktu Penyelesaian',
    fee: 'Biaya/Tarif',
    product: 'Produk Spesifikasi Jenis Pelayanan',
    competence: 'Kompetensi Pelaksana',
    conduct: 'Perilaku Pelaksana',
    complaints: 'Penanganan Pengaduan, Saran dan Masukan',
    facilities: 'Sarana dan Prasarana',
    unknown: '',
  },
  grades: { A: 'sangat baik', B: 'baik', C: 'kurang baik', D: 'tidak baik', unknown: '' },
  scores: {
    nps_0_10: 'NPS: persen 9 dan 10 dikurangi persen 0 sampai 6',
    csat_top_two_of_five: 'CSAT: persen 4 dan 5',
    csat_mean: 'CSAT: rata-rata 1 sampai 5',
    ces_five_to_seven_of_seven: 'CES: persen 5 sampai 7',
    ces_mean: 'CES: rata-rata 1 sampai 7',
    mean: 'Rata-rata',
    unknown: 'Nilai',
  },
  rated: ({ ikm, grade, words }) =>
    `Masyarakat menilai pelayanan “${words}”: ${ikm} dari 100, mutu ${grade}.`,
  average: (index, highest) => `Rata-rata jawaban adalah ${index} dari ${highest}.`,
  answered: (people) => `Sekitar ${people} orang menjawab.`,
  nothing: 'Belum ada hasil yang diumumkan. Hasil ditampilkan setelah cukup banyak orang menjawab.',
  ikm: 'Indeks (IKM)',
  ofHundred: 'dari 100',
  grade: (grade, words) => `Mutu ${grade}: ${words}`,
  sample: ({ population, target, rate }) =>
    `Diperlukan ${target} jawaban dari ${population} orang yang dilayani. Yang menjawab ${rate} % dari jumlah itu.`,
  sampleUnknown: ({ population, target }) =>
    `Diperlukan ${target} jawaban dari ${population} orang yang dilayani.`,
  byElement: 'Menurut unsur',
  element: 'Unsur',
  mean: (highest) => `Nilai rata-rata, dari ${highest}`,
  onFourPoints: (index) => `Pada skala 4: ${index}.`,
  n: 'Orang, sekitar',
  weakest: 'salah satu dari tiga terendah',
  begin: (elements) => `Terendah, dan perlu diperbaiki lebih dahulu: ${elements}.`,
  bands: 'Arti mutu pelayanan',
  band: ({ grade, words, from }) => `${grade}, ${words}: mulai ${from}`,
  thisOne: 'hasil ini',
  period: 'Jawaban dari',
  allPeriods: 'semua waktu',
  followUp: 'Rencana tindak lanjut',
  gradeHead: 'Mutu',
  together: 'Gabungan, masing-masing sebanyak orang yang menjawab',
  leftOut: (groups) =>
    `Tidak termasuk, karena terlalu sedikit yang menjawab atau akan mengungkap mereka: ${groups}.`,
  days: ({ from, until }) => `Jawaban dari ${from} sampai ${until}. Jumlah dibulatkan ke kelipatan 5.`,
  allAnswers: 'Semua jawaban, per pertanyaan',
  answer: 'Jawaban',
  count: 'Orang, sekitar',
};
