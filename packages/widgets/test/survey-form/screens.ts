// A questionnaire with every kind of question, and one that only a newer API sends.

import type { Survey } from '@lintas/contract/surveys';

type Question = Survey['pages'][number]['questions'][number];

const text = (en: string, id = en) => ({
  en: { text: en, reviewed: 'peer' as const },
  id: { text: id, reviewed: 'peer' as const },
});

const options = [
  { value: 'letter', label: text('By letter', 'Lewat surat') },
  { value: 'phone', label: text('By phone', 'Lewat telepon') },
  { value: 'none', label: text('None of these', 'Tidak satu pun'), alone: true },
];

export const QUESTIONS: readonly Question[] = [
  {
    id: 'about',
    kind: 'info',
    text: text('Please think of your last visit.', 'Ingatlah kunjungan terakhir Anda.'),
  },
  {
    id: 'name',
    kind: 'text',
    text: text('What shall we call the place?', 'Apa nama tempatnya?'),
    help: text('A word is enough.', 'Satu kata cukup.'),
    required: true,
  },
  {
    id: 'fair',
    kind: 'scale4',
    text: text('How fair was it at {name}?', 'Seberapa adil di {name}?'),
    required: true,
    mayDecline: true,
    points: [
      { value: 1, label: text('Not fair', 'Tidak adil') },
      { value: 2, label: text('Less fair', 'Kurang adil') },
      { value: 3, label: text('Fair', 'Adil') },
      { value: 4, label: text('Very fair', 'Sangat adil') },
    ],
    audioUrl: { en: 'https://audio.example.org/fair.mp3', id: 'https://audio.example.org/adil.mp3' },
  },
  { id: 'five', kind: 'scale5', text: text('How clear was it?', 'Seberapa jelas?') },
  { id: 'six', kind: 'scale6', text: text('How safe was it?', 'Seberapa aman?') },
  {
    id: 'recommend',
    kind: 'nps',
    text: text('How likely would you tell a friend to come?', 'Seberapa mungkin Anda menganjurkannya?'),
    points: [
      { value: 0, label: text('Not at all', 'Sama sekali tidak') },
      { value: 10, label: text('Certainly', 'Pasti') },
    ],
  },
  { id: 'satisfied', kind: 'csat', text: text('How satisfied are you?', 'Seberapa puas Anda?') },
  { id: 'effort', kind: 'ces', text: text('It was easy.', 'Prosesnya mudah.') },
  {
    id: 'told',
    kind: 'single',
    text: text('How were you told?', 'Bagaimana Anda diberi tahu?'),
    required: true,
    options,
  },
  {
    id: 'ways',
    kind: 'multi',
    text: text('Which ways would help?', 'Cara mana yang membantu?'),
    maxChoices: 1,
    mayDecline: true,
    options,
  },
  {
    id: 'wish',
    kind: 'text',
    text: text('What do you wish?', 'Apa harapan Anda?'),
    multiline: true,
    maxLength: 300,
    mayDecline: true,
    showIf: { kind: 'equals', question: 'told', value: 'none' },
  },
  {
    id: 'visits',
    kind: 'number',
    text: text('How often did you come?', 'Berapa kali Anda datang?'),
    min: 1,
    max: 50,
    unit: text('times', 'kali'),
  },
  {
    id: 'day',
    kind: 'date',
    text: text('When was the last time?', 'Kapan terakhir kali?'),
    latest: '2026-11-30',
  },
  {
    id: 'rooms',
    kind: 'matrix',
    text: text('How were the rooms?', 'Bagaimana ruangannya?'),
    required: true,
    rows: [
      { id: 'waiting', label: text('Waiting room', 'Ruang tunggu') },
      { id: 'counter', label: text('Counter', 'Loket') },
    ],
    options: [
      { value: 'bad', label: text('Bad', 'Buruk') },
      { value: 'fine', label: text('Fine', 'Cukup') },
      { value: 'good', label: text('Good', 'Baik') },
    ],
  },
  { id: 'aura', kind: 'aura_reading', text: text('Which colour?', 'Warna apa?'), required: true },
  {
    id: 'agree',
    kind: 'consent',
    text: text('May we use this in a report?', 'Boleh kami pakai dalam laporan?'),
    required: true,
  },
];

export function surveyOf(questions: readonly Question[], parts: Partial<Survey> = {}): Survey {
  return {
    id: '0199a000-0000-7000-8000-000000000001',
    version: 1,
    publishedAt: '2026-01-01T00:00:00Z',
    title: text('About your visit', 'Tentang kunjungan Anda'),
    purpose: text('Your answers help us to do better.', 'Jawaban Anda membantu kami memperbaiki diri.'),
    owner: { id: 'a', name: text('A house', 'Sebuah rumah') },
    languages: ['en', 'id'],
    access: 'open',
    retentionDays: 30,
    minCell: 10,
    pages: [{ id: 'all', questions: [...questions] }],
    ...parts,
  };
}
