// Results of the days that are over: of all answers, or of a quarter or year. Free of I/O.

import { dateOf, daysOf, dayOf, endedPeriods, type Period, type SurveyResults } from '@lintas/contract';
import { batchEnds, inBatches, spanOf } from './batches.ts';
import { EVERYBODY, ungrouped, type Counter } from './counting.ts';
import { surveyResults } from './results.ts';
import type { FoundSurvey } from './store.ts';
import type { Tallied } from './tallied.ts';

export function resultsOf(
  { survey, population, threshold, followUp }: FoundSurvey,
  tallied: Tallied,
  period: Period | undefined,
  today: string,
): SurveyResults {
  const days = tallied.days(EVERYBODY.question);
  const ends = batchEnds(
    days,
    days.map(({ day }) => day),
    threshold,
  );
  const periods = endedWith(ends, today);
  // A period that goes on looks like one in which nobody answered.
  const asked = period === undefined || periods.includes(period) ? limitsOf(period) : NEVER;
  const endsOf = new Map<string, readonly string[]>([[EVERYBODY.question, ends]]);
  const endsOfQuestion = (question: string): readonly string[] => {
    const own = endsOf.get(question) ?? batchEnds(tallied.days(question), ends, threshold);
    endsOf.set(question, own);
    return own;
  };
  const spanOfQuestion = (question: string) => spanOf(endsOfQuestion(question), asked);
  const whole = spanOfQuestion(EVERYBODY.question);
  return surveyResults({
    survey,
    population,
    threshold,
    days: whole && { from: days.find(({ day }) => day > whole.after)?.day ?? whole.until, asOf: whole.until },
    period,
    periods,
    counts(counter: Counter) {
      // A group follows the batches of the question that is asked of all.
      const span = spanOfQuestion(ungrouped(counter.question));
      return span ? tallied.count(counter, span) : 0;
    },
    batches(question: string) {
      const span = spanOfQuestion(ungrouped(question));
      return span ? inBatches(tallied.days(question), endsOfQuestion(ungrouped(question)), span) : [];
    },
    followUp,
  });
}

const NEVER = { first: '', last: '' };

function limitsOf(period: Period | undefined): { readonly first: string; readonly last: string } {
  if (period === undefined) return { first: '', last: '9999' };
  const { first, last } = daysOf(period);
  return { first: dateOf(first), last: dateOf(last) };
}

/** The quarters and years that are over and in which a batch became whole. */
function endedWith(ends: readonly string[], today: string): Period[] {
  const [first] = ends;
  if (first === undefined) return [];
  const ended = (['quarter', 'year'] as const).flatMap((length) =>
    endedPeriods(dayOf(first), dayOf(today), length),
  );
  return ended.filter((each) => spanOf(ends, limitsOf(each)) !== undefined).sort();
}
