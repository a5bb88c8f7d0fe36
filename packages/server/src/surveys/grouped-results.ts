// What is published of an instrument by groups of people, such as the services of an office. Free of I/O.

import type { GroupedResult, GroupResult } from '@lintas/contract';
import { groupsToShow, showCount, SUPPRESSED, type People } from '@lintas/contract/disclosure';
import { officeIkm } from '@lintas/contract/surveys/scores';
import { instrumentResult, type Measured } from './instrument-results.ts';

/** People, and what they answered. */
export interface Answered {
  /** Those who answered any element. */
  readonly n: number;
  readonly measured: readonly Measured[];
  /** Of them, and of those who answered each element, how many there are in each batch. */
  readonly people: People;
}

export interface Group extends Answered {
  readonly value: string;
}

/** @param everybody those without a group among them */
export function groupedResult(
  instrument: string,
  question: string,
  everybody: Answered,
  groups: readonly Group[],
  threshold: number,
): GroupedResult {
  const shown = groupsToShow(
    groups.map(({ people }) => people),
    everybody.people,
    { threshold },
  );
  const results = groups.map((group, at): GroupResult => {
    const told = shown[at] === true ? group : { n: 0, measured: group.measured.map(emptied) };
    const { n, elements, index, ikm, grade, suppressed } = instrumentResult(
      instrument,
      told.n,
      told.measured,
      threshold,
    );
    return { value: group.value, n, elements, index, ...(ikm !== undefined && { ikm, grade }), suppressed };
  });
  const isSkm = instrument === 'skm';
  const together = officeIkm(
    groups
      .filter((_, at) => shown[at] === true)
      .map(({ n, measured }) => ({
        n,
        answers: measured.map(({ element, distribution }) => ({ element, distribution })),
      })),
  );
  return {
    question,
    groups: results,
    together: {
      n: together.index === null ? SUPPRESSED : showCount(together.n),
      index: together.index,
      ...(isSkm && { ikm: together.ikm, grade: together.grade }),
      leftOut: together.without + shown.filter((each) => !each).length,
      suppressed: together.index === null,
    },
  };
}

/** As it looks where nobody answered: what is not published looks the same whatever it is. */
function emptied(measured: Measured): Measured {
  return { ...measured, distribution: new Map([...measured.distribution.keys()].map((point) => [point, 0])) };
}
