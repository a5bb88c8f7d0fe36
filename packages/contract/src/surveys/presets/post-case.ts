// What people say after their case has ended: was it clear, did they get help, was it fair, did it take too long.

import type { I18nTextInput } from '../../core/index.ts';
import type { QuestionInput, SurveyInput } from '../inputs.ts';
import { choices, points, SHARED, worded } from './texts.ts';

export function postCaseSurvey(): SurveyInput {
  return {
    ...SHARED,
    title: worded('Pengalaman Anda selama proses', 'Your experience during the process'),
    purpose: worded(
      'Kami ingin tahu bagaimana prosesnya bagi Anda. Jawaban Anda anonim dan tidak dapat dikaitkan dengan permohonan Anda.',
      'We want to know what the process was like for you. Your answers are anonymous and cannot be connected with your case.',
    ),
    pages: [
      {
        id: 'experience',
        title: worded('Prosesnya', 'The process'),
        questions: [
          statement(
            'clarity',
            worded('Saya selalu tahu apa langkah berikutnya.', 'I always knew what came next.'),
          ),
          statement('fairness', worded('Saya diperlakukan dengan adil.', 'I was treated fairly.')),
          statement(
            'time',
            worded('Prosesnya selesai dalam waktu yang wajar.', 'The process took a reasonable time.'),
          ),
        ],
      },
      {
        id: 'help_page',
        title: worded('Bantuan', 'Help'),
        questions: [
          {
            id: 'helped',
            kind: 'single',
            text: worded('Apakah ada yang membantu Anda?', 'Did anybody help you?'),
            mayDecline: true,
            options: choices({ yes: worded('Ya', 'Yes'), no: worded('Tidak', 'No') }),
          },
          {
            id: 'helpers',
            kind: 'multi',
            text: worded('Siapa yang membantu?', 'Who helped?'),
            mayDecline: true,
            showIf: { kind: 'equals', question: 'helped', value: 'yes' },
            options: choices({
              office: worded('Petugas kantor', 'Somebody at the office'),
              organisation: worded('Organisasi atau lembaga bantuan hukum', 'An organisation or legal aid'),
              family: worded('Keluarga atau teman', 'Family or friends'),
              paid: worded('Seseorang yang saya bayar', 'Somebody whom I paid'),
            }),
          },
          {
            ...statement('help', worded('Bantuan itu berguna.', 'The help was useful.')),
            showIf: { kind: 'equals', question: 'helped', value: 'yes' },
          },
          {
            id: 'missing_help',
            kind: 'text',
            multiline: true,
            maxLength: 1000,
            text: worded('Bantuan apa yang Anda perlukan?', 'What help would you have needed?'),
            help: NO_NAMES,
            showIf: { kind: 'equals', question: 'helped', value: 'no' },
          },
          {
            id: 'suggestion',
            kind: 'text',
            multiline: true,
            maxLength: 1000,
            text: worded('Apa yang sebaiknya kami perbaiki?', 'What should we do better?'),
            help: NO_NAMES,
          },
        ],
      },
    ],
  };
}

const NO_NAMES = worded(
  'Tidak wajib. Jangan tulis nama, nomor, atau alamat.',
  'You need not answer. Please write no names, numbers or addresses.',
);

const AGREEMENT = points([
  worded('Sangat tidak setuju', 'Strongly disagree'),
  worded('Tidak setuju', 'Disagree'),
  worded('Netral', 'Neither'),
  worded('Setuju', 'Agree'),
  worded('Sangat setuju', 'Strongly agree'),
]);

function statement(element: string, text: I18nTextInput) {
  return {
    id: element,
    kind: 'scale5',
    text,
    mayDecline: true,
    measures: { instrument: 'post_case', element },
    points: AGREEMENT,
  } satisfies QuestionInput;
}
