// News that move a case nowhere: estimates of every kind, and a note that is not for the applicant.

import { step, type Step } from './step.ts';

/** Says that it takes longer than was estimated, with a new range or without. */
export const delayed = (day: number, range?: readonly [from: number, to: number]): Step => ({
  day,
  time: '09:00',
  event: (calendar) => ({
    code: 'estimate_updated',
    change: 'information',
    reason: 'high_demand',
    estimate: range
      ? {
          basis: 'officer',
          earliest: calendar.day(range[0]),
          latest: calendar.day(range[1]),
          asOf: calendar.day(day),
          overdue: true,
        }
      : { basis: 'unknown', asOf: calendar.day(day), overdue: true },
  }),
});

/** An estimate that rests on too few cases to be shown. */
export const fewCases = (day: number): Step => ({
  day,
  time: '09:05',
  event: (calendar) => ({
    code: 'estimate_updated',
    change: 'information',
    estimate: {
      basis: 'percentile',
      earliest: calendar.day(10),
      latest: calendar.day(90),
      percentile: 80,
      sample: 11,
      asOf: calendar.day(day),
      overdue: false,
    },
  }),
});

/** A place in a line, for estimates without a date. */
export const queued = (day: number, ahead: number, total: number): Step => ({
  day,
  time: '09:20',
  event: (calendar) => ({
    code: 'estimate_updated',
    change: 'information',
    estimate: { basis: 'queue', asOf: calendar.day(day), queue: { ahead, total }, overdue: false },
  }),
});

export const noted = step('16:45', () => ({
  code: 'note_for_partners',
  change: 'information',
  visibility: 'partner',
}));
