// A questionnaire as a list of steps in the order of the document, each with what it decides about later ones.

import type { Condition } from '../conditions.ts';
import type { Question, Skip, Survey } from '../schemas.ts';
import { END } from '../vocabulary.ts';
import { questionsIn } from './conditions.ts';

/** What of a questionnaire the form goes by. */
export type FormSource = Pick<Survey, 'pages'>;

export interface Step {
  readonly question: Question;
  /** Position of its page. */
  readonly page: number;
  /** All of them have to hold: that of its page, and its own. */
  readonly showIf: readonly Condition[];
  readonly skips: readonly SkipTo[];
  /** Positions of later steps whose conditions look at this one's answer; its own, where a skip of it does. */
  readonly decides: readonly number[];
}

export interface SkipTo {
  readonly when: Condition;
  /** Position of the next step that is asked. */
  readonly to: number;
}

/** Steps by position, and the position of each question's. */
export interface Steps {
  readonly list: readonly Step[];
  readonly positions: ReadonlyMap<string, number>;
}

/** Takes time in the number of questions and conditions; done once for a form. */
export function stepsOf({ pages }: FormSource): Steps {
  const placed = pages.flatMap((page, index) =>
    page.questions.map((question) => ({ question, page: index, pageShowIf: page.showIf })),
  );
  const positions = new Map(placed.map(({ question }, position) => [question.id, position]));
  const firstOfPage = new Map<string, number>([[END, placed.length]]);
  let first = 0;
  for (const { id, questions } of pages) {
    firstOfPage.set(id, first);
    first += questions.length;
  }
  const decides: number[][] = placed.map(() => []);
  const list = placed.map(({ question, page, pageShowIf }, position): Step => {
    const showIf = [pageShowIf, question.showIf].filter((condition) => condition !== undefined);
    const skips = (question.skipTo ?? []).flatMap((skip) => resolve(skip, position));
    const lookedAt = new Set([
      ...showIf.flatMap(questionsIn),
      ...skips.flatMap(({ when }) => questionsIn(when)),
    ]);
    for (const id of lookedAt) {
      const earlier = positions.get(id);
      if (earlier !== undefined && earlier <= position) decides[earlier]?.push(position);
    }
    return { question, page, showIf, skips, decides: decides[position] ?? [] };
  });
  return { list, positions };

  /** Skips lead forward; one that does not, leads nowhere. */
  function resolve({ when, to }: Skip, position: number): SkipTo[] {
    const target = positions.get(to) ?? firstOfPage.get(to) ?? 0;
    return target > position ? [{ when, to: target }] : [];
  }
}
