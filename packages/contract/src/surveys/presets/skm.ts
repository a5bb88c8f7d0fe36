// SKM, the satisfaction survey of Permenpan RB 14/2017: the profile, and the nine elements in the order and wording of
// the annex, which asks facilities before complaints. Every element has labels of its own.

import { isOwnKey, type I18nTextInput } from '../../core/index.ts';
import type { SurveyInput, SurveyPageInput } from '../inputs.ts';
import type { SkmElement } from '../vocabulary.ts';
import { skmProfile, type ServiceName } from './profile.ts';
import { points, regulated, SHARED, worded } from './texts.ts';

/** @param services those of the office; see `skmProfile` */
export function skmSurvey(services: readonly ServiceName[] = []): SurveyInput {
  return {
    ...SHARED,
    // Nobody meets a questionnaire in which the services alone are in another language.
    languages: SHARED.languages.filter((tag) => services.every(({ label }) => isOwnKey(label, tag))),
    title: regulated('Survei Kepuasan Masyarakat', 'Public satisfaction survey'),
    purpose: worded(
      'Kami ingin tahu bagaimana Anda dilayani. Jawaban Anda anonim dan tidak memengaruhi permohonan Anda.',
      'We want to know how you were served. Your answers are anonymous and do not affect your application.',
    ),
    ...(services.length > 0 && { resultsBy: 'service' }),
    pages: [skmElements(), skmProfile(services), skmSuggestion()],
  };
}

/** The nine elements alone, for a questionnaire that asks more. */
export function skmElements(): SurveyPageInput {
  return {
    id: 'opinion',
    title: regulated('Pendapat responden tentang pelayanan', 'Your opinion about the service'),
    questions: ELEMENTS.map(([element, text, labels]) => ({
      id: element,
      kind: 'scale4',
      text,
      required: true,
      // Some were never charged a fee or never complained: a missing element is counted as such.
      mayDecline: true,
      measures: { instrument: 'skm', element },
      points: points(labels),
    })),
  };
}

function skmSuggestion(): SurveyPageInput {
  return {
    id: 'suggestion_page',
    questions: [
      {
        id: 'suggestion',
        kind: 'text',
        multiline: true,
        maxLength: 1000,
        text: worded('Apa yang sebaiknya kami perbaiki?', 'What should we do better?'),
        help: worded(
          'Tidak wajib. Jangan tulis nama, nomor, atau alamat.',
          'You need not answer. Please write no names, numbers or addresses.',
        ),
      },
    ],
  };
}

const FITTING = [
  regulated('Tidak sesuai', 'Does not fit'),
  regulated('Kurang sesuai', 'Fits little'),
  regulated('Sesuai', 'Fits'),
  regulated('Sangat sesuai', 'Fits very well'),
];

const ELEMENTS: readonly (readonly [SkmElement, I18nTextInput, readonly I18nTextInput[]])[] = [
  [
    'requirements',
    regulated(
      'Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?',
      'How well do the requirements fit the kind of service?',
    ),
    FITTING,
  ],
  [
    'procedure',
    regulated(
      'Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?',
      'How easy is the procedure at this unit?',
    ),
    [
      regulated('Tidak mudah', 'Not easy'),
      regulated('Kurang mudah', 'Less easy'),
      regulated('Mudah', 'Easy'),
      regulated('Sangat mudah', 'Very easy'),
    ],
  ],
  [
    'time',
    regulated(
      'Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?',
      'How fast is the service given?',
    ),
    [
      regulated('Tidak cepat', 'Not fast'),
      regulated('Kurang cepat', 'Less fast'),
      regulated('Cepat', 'Fast'),
      regulated('Sangat cepat', 'Very fast'),
    ],
  ],
  [
    'fee',
    regulated(
      'Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?',
      'How reasonable is the fee?',
    ),
    [
      regulated('Sangat mahal', 'Very expensive'),
      regulated('Cukup mahal', 'Rather expensive'),
      regulated('Murah', 'Cheap'),
      regulated('Gratis', 'Free of charge'),
    ],
  ],
  [
    'product',
    regulated(
      'Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?',
      'Does the result match the published service standard?',
    ),
    FITTING,
  ],
  [
    'competence',
    regulated(
      'Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?',
      'How competent are the officers?',
    ),
    [
      regulated('Tidak kompeten', 'Not competent'),
      regulated('Kurang kompeten', 'Less competent'),
      regulated('Kompeten', 'Competent'),
      regulated('Sangat kompeten', 'Very competent'),
    ],
  ],
  [
    'conduct',
    regulated(
      'Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?',
      'How polite and friendly are they?',
    ),
    [
      regulated('Tidak sopan dan ramah', 'Not polite and friendly'),
      regulated('Kurang sopan dan ramah', 'Less polite and friendly'),
      regulated('Sopan dan ramah', 'Polite and friendly'),
      regulated('Sangat sopan dan ramah', 'Very polite and friendly'),
    ],
  ],
  [
    'facilities',
    regulated(
      'Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?',
      'How good are the facilities?',
    ),
    [
      regulated('Buruk', 'Poor'),
      regulated('Cukup', 'Fair'),
      regulated('Baik', 'Good'),
      regulated('Sangat baik', 'Very good'),
    ],
  ],
  [
    'complaints',
    regulated(
      'Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?',
      'How are complaints handled?',
    ),
    [
      regulated('Tidak ada', 'There is no way to complain'),
      regulated('Ada tetapi tidak berfungsi', 'There is one, but it does not work'),
      regulated('Berfungsi kurang maksimal', 'It works, but not fully'),
      regulated('Dikelola dengan baik', 'It is run well'),
    ],
  ],
];
