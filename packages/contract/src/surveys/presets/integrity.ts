// SPKP, perceived quality of service, and SPAK, perceived integrity (SE MenPANRB 4/2023): statements on a scale from
// 1, "does not fit at all", to 6, "fits very well".

import type { I18nTextInput } from '../../core/index.ts';
import type { SurveyInput, SurveyPageInput } from '../inputs.ts';
import { SHARED, worded } from './texts.ts';

export function spkpSurvey(): SurveyInput {
  return {
    ...SHARED,
    title: worded('Survei Persepsi Kualitas Pelayanan', 'Perceived quality of service'),
    purpose: PURPOSE,
    pages: [statements('spkp', worded('Kualitas pelayanan', 'Quality of service'), SPKP)],
  };
}

export function spakSurvey(): SurveyInput {
  return {
    ...SHARED,
    title: worded('Survei Persepsi Anti Korupsi', 'Perceived integrity'),
    purpose: PURPOSE,
    pages: [statements('spak', worded('Integritas', 'Integrity'), SPAK)],
  };
}

const PURPOSE = worded(
  'Kami ingin tahu apakah pelayanan sesuai janji dan bersih. Jawaban Anda anonim dan tidak memengaruhi permohonan Anda.',
  'We want to know whether the service keeps its word and is honest. Your answers are anonymous and do not affect your application.',
);

function statements(
  instrument: 'spkp' | 'spak',
  title: I18nTextInput,
  items: Readonly<Record<string, I18nTextInput>>,
): SurveyPageInput {
  return {
    id: instrument,
    title,
    questions: Object.entries(items).map(([element, text]) => ({
      id: `${instrument}_${element}`,
      kind: 'scale6',
      text,
      help: SCALE,
      required: true,
      mayDecline: true,
      measures: { instrument, element },
      points: POINTS,
    })),
  };
}

const SCALE = worded('Seberapa sesuai pernyataan ini?', 'How well does this statement fit?');

const POINTS = [
  { value: 1, label: worded('Sangat tidak sesuai', 'Does not fit at all') },
  { value: 2, label: worded('Tidak sesuai', 'Does not fit') },
  { value: 3, label: worded('Agak tidak sesuai', 'Rather does not fit') },
  { value: 4, label: worded('Agak sesuai', 'Rather fits') },
  { value: 5, label: worded('Sesuai', 'Fits') },
  { value: 6, label: worded('Sangat sesuai', 'Fits very well') },
];

const SPKP: Readonly<Record<string, I18nTextInput>> = {
  information: worded(
    'Informasi pelayanan tersedia melalui media elektronik maupun nonelektronik.',
    'Information about the service is there, in electronic and in other media.',
  ),
  requirements: worded(
    'Persyaratan pelayanan sesuai dengan yang diumumkan.',
    'The requirements are those that were announced.',
  ),
  procedure: worded('Prosedur pelayanan mudah diikuti.', 'The procedure is easy to follow.'),
  time: worded(
    'Waktu penyelesaian pelayanan sesuai dengan yang ditetapkan.',
    'The service takes as long as was set.',
  ),
  fee: worded('Biaya pelayanan sesuai dengan yang ditetapkan.', 'The fee is the one that was set.'),
  facilities: worded(
    'Sarana pendukung atau sistem daring nyaman dan mudah digunakan.',
    'The facilities or the online system are comfortable and easy to use.',
  ),
  response: worded(
    'Petugas atau sistem daring merespons dengan cepat.',
    'The officers or the online system respond fast.',
  ),
  complaints: worded(
    'Layanan konsultasi dan pengaduan mudah digunakan.',
    'Advice and complaints are easy to use.',
  ),
};

const SPAK: Readonly<Record<string, I18nTextInput>> = {
  no_discrimination: worded(
    'Tidak ada diskriminasi dalam pelayanan.',
    'There is no discrimination in the service.',
  ),
  no_cheating: worded(
    'Tidak ada pelayanan di luar prosedur atau kecurangan.',
    'There is no service outside the procedure and no cheating.',
  ),
  no_gratification: worded(
    'Tidak ada permintaan atau pemberian imbalan berupa uang, barang, atau fasilitas.',
    'Nobody asks for or gives money, goods or favours.',
  ),
  no_levies: worded('Tidak ada pungutan liar.', 'There are no payments beside the official fee.'),
  no_brokers: worded('Tidak ada percaloan.', 'There are no brokers.'),
};
