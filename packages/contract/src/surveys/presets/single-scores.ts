// CSAT, NPS and CES: one question and the reason for the answer.

import type { I18nTextInput } from '../../core/index.ts';
import type { QuestionInput, SurveyInput } from '../inputs.ts';
import { SHARED, worded } from './texts.ts';

/** How satisfied, from 1 to 5. */
export function csatSurvey(): SurveyInput {
  return survey(worded('Kepuasan', 'Satisfaction'), {
    id: 'csat',
    kind: 'csat',
    required: true,
    text: worded('Seberapa puas Anda dengan pelayanan kami?', 'How satisfied are you with our service?'),
    points: [
      { value: 1, label: worded('Sangat tidak puas', 'Very dissatisfied') },
      { value: 2, label: worded('Tidak puas', 'Dissatisfied') },
      { value: 3, label: worded('Biasa saja', 'Neither') },
      { value: 4, label: worded('Puas', 'Satisfied') },
      { value: 5, label: worded('Sangat puas', 'Very satisfied') },
    ],
  });
}

/** Whether somebody would recommend the service, from 0 to 10. */
export function npsSurvey(): SurveyInput {
  return survey(worded('Rekomendasi', 'Recommendation'), {
    id: 'nps',
    kind: 'nps',
    required: true,
    text: worded(
      'Seberapa besar kemungkinan Anda menyarankan layanan ini kepada orang dalam keadaan yang sama?',
      'How likely are you to recommend this service to somebody in the same situation?',
    ),
    points: [
      { value: 0, label: worded('Sama sekali tidak mungkin', 'Not at all likely') },
      { value: 10, label: worded('Sangat mungkin', 'Very likely') },
    ],
  });
}

/** How easy it was, from 1 to 7. */
export function cesSurvey(): SurveyInput {
  return survey(worded('Kemudahan', 'Ease'), {
    id: 'ces',
    kind: 'ces',
    required: true,
    text: worded(
      'Pelayanan ini memudahkan saya menyelesaikan keperluan saya.',
      'This service made it easy for me to do what I had to do.',
    ),
    points: [
      { value: 1, label: worded('Sangat tidak setuju', 'Strongly disagree') },
      { value: 4, label: worded('Netral', 'Neither') },
      { value: 7, label: worded('Sangat setuju', 'Strongly agree') },
    ],
  });
}

function survey(title: I18nTextInput, question: QuestionInput): SurveyInput {
  return {
    ...SHARED,
    title,
    purpose: worded(
      'Satu pertanyaan, agar kami dapat melayani lebih baik. Jawaban Anda anonim.',
      'One question, so that we can serve people better. Your answer is anonymous.',
    ),
    pages: [
      {
        id: 'score',
        questions: [
          question,
          {
            id: 'reason',
            kind: 'text',
            multiline: true,
            maxLength: 1000,
            text: worded('Apa alasan utama jawaban Anda?', 'What is the main reason for your answer?'),
            help: worded(
              'Tidak wajib. Jangan tulis nama, nomor, atau alamat.',
              'You need not answer. Please write no names, numbers or addresses.',
            ),
            showIf: { kind: 'answered', question: question.id },
          },
        ],
      },
    ],
  };
}
