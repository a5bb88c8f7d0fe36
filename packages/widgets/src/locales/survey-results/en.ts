// English.

import { figures } from '../figures/en.ts';
import type { SurveyResultsMessages } from './messages.ts';

export const messages: SurveyResultsMessages = {
  ...figures,
  title: 'How people were served, in their own answers',
  instruments: {
    skm: 'Public satisfaction (SKM)',
    spkp: 'Quality of service (SPKP)',
    spak: 'Freedom from corruption (SPAK)',
    post_case: 'After an application',
    unknown: 'Answers together',
  },
  elements: {
    requirements: 'Requirements',
    procedure: 'System, mechanism and procedure',
    time: 'Time to completion',
    fee: 'Fee',
    product: 'Result of the service',
    competence: 'Competence of the officers',
    conduct: 'Conduct of the officers',
    complaints: 'Handling of complaints and suggestions',
    facilities: 'Facilities',
    unknown: '',
  },
  grades: { A: 'very good', B: 'good', C: 'less good', D: 'not good', unknown: '' },
  scores: {
    nps_0_10: 'NPS: percent of 9 and 10 less percent of 0 to 6',
    csat_top_two_of_five: 'CSAT: percent of 4 and 5',
    csat_mean: 'CSAT: mean of 1 to 5',
    ces_five_to_seven_of_seven: 'CES: percent of 5 to 7',
    ces_mean: 'CES: mean of 1 to 7',
    mean: 'Mean',
    unknown: 'Score',
  },
  rated: ({ ikm, grade, words }) => `People rated the service “${words}”: ${ikm} of 100, grade ${grade}.`,
  average: (index, highest) => `On average, people answered with ${index} of ${highest}.`,
  answered: (people) => `About ${people} people answered.`,
  nothing: 'Nothing is published yet. Results are shown when enough people have answered.',
  ikm: 'Index (IKM)',
  ofHundred: 'of 100',
  grade: (grade, words) => `Grade ${grade}: ${words}`,
  sample: ({ population, target, rate }) =>
    `${target} answers are asked for, out of ${population} people who were served. This is ${rate} % of that.`,
  sampleUnknown: ({ population, target }) =>
    `${target} answers are asked for, out of ${population} people who were served.`,
  byElement: 'Element by element',
  element: 'Element',
  mean: (highest) => `Mean, of ${highest}`,
  onFourPoints: (index) => `On a scale of 4: ${index}.`,
  n: 'People, about',
  weakest: 'one of the three lowest',
  begin: (elements) => `Lowest, and where to begin: ${elements}.`,
  bands: 'What the grades mean',
  band: ({ grade, words, from }) => `${grade}, ${words}: from ${from}`,
  thisOne: 'this result',
  allAnswers: 'All answers, question by question',
  answer: 'Answer',
  count: 'People, about',
};
