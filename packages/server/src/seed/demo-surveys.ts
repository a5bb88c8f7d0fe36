// The questionnaires of the demonstration, and what invented people answered: the authority's SKM, and what the NGO asks
// after a case. The same every time.

import type { Answers, SurveyInput } from '@lintas/contract';
import { postCaseSurvey, skmSurvey } from '@lintas/contract/surveys/presets';
import type { FollowUpInput } from '../surveys/follow-up.ts';
import { AUTHORITY, NGO } from './demo-tenants.ts';
import { inAll, inBoth } from './texts.ts';

/** Known, so that the example pages can name it. */
export const DEMO_SKM_SURVEY = '0199a000-0000-7000-8000-000000000001';
export const DEMO_POST_CASE_SURVEY = '0199a000-0000-7000-8000-000000000002';

export interface DemoSurvey {
  readonly id: string;
  readonly tenantId: string;
  readonly input: SurveyInput;
  /** How many people answered, in how many days, and what the number-th of them said. */
  readonly people: number;
  readonly days: number;
  answersOf(person: number): Answers;
  /** What they wrote in their own words, by question. */
  textsOf(person: number): Readonly<Record<string, string>>;
  readonly followUp: FollowUpInput;
}

export const DEMO_SURVEYS: readonly DemoSurvey[] = [
  {
    id: DEMO_SKM_SURVEY,
    tenantId: AUTHORITY.id,
    input: {
      ...skmSurvey([
        { value: 'passport', label: inAll('Paspor', 'Passport', 'پاسپورت', 'جواز سفر') },
        { value: 'stay_permit', label: inAll('Izin tinggal', 'Stay permit', 'اجازه اقامت', 'تصريح إقامة') },
        { value: 'visa', label: inAll('Visa', 'Visa', 'ویزا', 'تأشيرة') },
      ]),
      population: 4384,
      // Longer than people have answered, so that every figure can be counted anew.
      retentionDays: 730,
    },
    people: 1240,
    days: 690,
    answersOf: skmAnswers,
    textsOf: (person) => (person % 9 === 0 ? { suggestion: 'Antreannya terlalu panjang di pagi hari.' } : {}),
    followUp: {
      time: inBoth(
        'Loket kedua dibuka pada pagi hari mulai bulan depan.',
        'From next month a second counter is open in the morning.',
      ),
      complaints: inBoth(
        'Setiap pengaduan dijawab dalam lima hari kerja.',
        'Every complaint is answered within five working days.',
      ),
      fee: inBoth(
        'Semua biaya ditempel di pintu masuk dan di setiap loket.',
        'All fees are on the wall at the entrance and at each counter.',
      ),
    },
  },
  {
    id: DEMO_POST_CASE_SURVEY,
    tenantId: NGO.id,
    // Only who had a case may answer, once, and nobody can say who did.
    input: { ...postCaseSurvey(), access: 'token' },
    people: 64,
    days: 60,
    answersOf: postCaseAnswers,
    textsOf: () => ({}),
    followUp: {},
  },
];

/** How often of a hundred each element is answered 1, 2, 3; the rest is 4. */
const LEANINGS: Readonly<Record<string, readonly [number, number, number]>> = {
  requirements: [2, 10, 58],
  procedure: [3, 14, 55],
  time: [8, 24, 48],
  fee: [4, 18, 60],
  product: [1, 8, 60],
  competence: [1, 7, 54],
  conduct: [1, 6, 50],
  facilities: [4, 16, 52],
  complaints: [7, 20, 50],
};

/** Passports are served faster than the rest, and visas slower. */
const EASIER: Readonly<Record<string, number>> = { passport: 10, stay_permit: 0, visa: -8 };

function skmAnswers(person: number): Answers {
  const service = pick(['passport', 'passport', 'stay_permit', 'visa'], person, 35);
  const elements = Object.entries(LEANINGS).map(
    ([element, [one, two, three]], i): [string, number | null] => {
      const drawn = draw(person, i, 100) + (EASIER[service] ?? 0);
      const point = drawn < one ? 1 : drawn < one + two ? 2 : drawn < one + two + three ? 3 : 4;
      return [element, element === 'fee' && draw(person, 20, 12) === 0 ? null : point];
    },
  );
  return {
    ...Object.fromEntries(elements),
    hour: pick(['morning', 'morning', 'afternoon'], person, 30),
    sex: pick(['female', 'male'], person, 31),
    age: pick(['from_18', 'from_26', 'from_26', 'from_36', 'from_36', 'from_46', 'over_60'], person, 32),
    education: pick(['sma', 'sma', 's1', 's1', 's2', 'smp'], person, 33),
    occupation: pick(['private', 'private', 'own_business', 'pns', 'own_business'], person, 34),
    service,
  };
}

function postCaseAnswers(person: number): Answers {
  const helped = draw(person, 40, 3) === 0 ? 'no' : 'yes';
  return {
    clarity: 1 + draw(person, 41, 5),
    fairness: 2 + draw(person, 42, 4),
    time: 1 + draw(person, 43, 4),
    helped,
    ...(helped === 'yes' && {
      helpers: [pick(['organisation', 'family', 'office'], person, 44)],
      help: 3 + draw(person, 45, 3),
    }),
  };
}

function pick(values: readonly string[], person: number, question: number): string {
  return values[draw(person, question, values.length)] ?? '';
}

/** A whole number from 0 to below `below` that follows from the two others. */
function draw(person: number, question: number, below: number): number {
  let mixed = Math.imul(person * 97 + question + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
}
