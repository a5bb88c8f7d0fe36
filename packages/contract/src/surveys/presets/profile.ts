// Who answers SKM: what the annex of the regulation asks for. Everything can be declined. Age is asked in bands, where
// the annex leaves a line for the years: together with the rest, the year would often be one person.

import type { I18nTextInput } from '../../core/index.ts';
import type { SurveyPageInput } from '../inputs.ts';
import { choices, regulated, worded } from './texts.ts';

/** A service that an office gives: its value in the answers, and its name. */
export interface ServiceName {
  readonly value: string;
  readonly label: I18nTextInput;
}

/** @param services those that people choose from; without any, they write down which it was */
export function skmProfile(services: readonly ServiceName[]): SurveyPageInput {
  return {
    id: 'profile',
    title: regulated('Profil', 'About you'),
    questions: [
      {
        id: 'hour',
        kind: 'single',
        text: regulated('Jam survei', 'Time of day'),
        mayDecline: true,
        options: choices({
          morning: regulated('08.00–12.00', '08.00–12.00'),
          afternoon: regulated('13.00–17.00', '13.00–17.00'),
        }),
      },
      {
        id: 'sex',
        kind: 'single',
        text: regulated('Jenis kelamin', 'Sex'),
        mayDecline: true,
        options: choices({ male: regulated('Laki-laki', 'Male'), female: regulated('Perempuan', 'Female') }),
      },
      {
        id: 'age',
        kind: 'single',
        text: regulated('Usia', 'Age'),
        mayDecline: true,
        options: choices({
          under_18: worded('Di bawah 18 tahun', 'Under 18'),
          from_18: worded('18–25 tahun', '18–25'),
          from_26: worded('26–35 tahun', '26–35'),
          from_36: worded('36–45 tahun', '36–45'),
          from_46: worded('46–60 tahun', '46–60'),
          over_60: worded('Di atas 60 tahun', 'Over 60'),
        }),
      },
      {
        id: 'education',
        kind: 'single',
        text: regulated('Pendidikan', 'Education'),
        mayDecline: true,
        options: choices({
          sd: regulated('SD', 'Primary school'),
          smp: regulated('SMP', 'Lower secondary school'),
          sma: regulated('SMA', 'Upper secondary school'),
          s1: regulated('S1', "Bachelor's degree"),
          s2: regulated('S2', "Master's degree"),
          s3: regulated('S3', 'Doctorate'),
        }),
      },
      {
        id: 'occupation',
        kind: 'single',
        text: regulated('Pekerjaan', 'Occupation'),
        mayDecline: true,
        options: choices({
          pns: regulated('PNS', 'Civil servant'),
          tni: regulated('TNI', 'Armed forces'),
          polri: regulated('POLRI', 'Police'),
          private: regulated('Swasta', 'Private sector'),
          own_business: regulated('Wirausaha', 'Own business'),
          other: regulated('Lainnya', 'Other'),
        }),
      },
      {
        id: 'other_occupation',
        kind: 'text',
        text: regulated('Sebutkan pekerjaan Anda', 'Which occupation?'),
        showIf: { kind: 'equals', question: 'occupation', value: 'other' },
        maxLength: 100,
      },
      serviceQuestion(services),
    ],
  };
}

function serviceQuestion(services: readonly ServiceName[]): SurveyPageInput['questions'][number] {
  const text = regulated('Jenis layanan yang diterima', 'Which service did you receive?');
  const shared = { id: 'service', text };
  return services.length === 0
    ? { ...shared, kind: 'text', maxLength: 100 }
    : { ...shared, kind: 'single', mayDecline: true, options: [...services] };
}
