// A form that is being filled in: what is shown, what is answered, and what is still wrong. The server walks through
// the same form to see whether an answer could have come out of it.

import {
  answerProblem,
  cleanAnswer,
  isAnswerable,
  type QuestionAnswer,
  type AnswerProblem,
  type Answers,
} from '../answers.ts';
import { holds } from './conditions.ts';
import { stepsOf, type FormSource, type Step } from './steps.ts';

/** How far somebody is. */
export interface FormProgress {
  /** Questions that are shown and take an answer. */
  readonly asked: number;
  /** Those of them that have one. */
  readonly answered: number;
}

export interface Form {
  /**
   * Takes what a person typed or chose; `undefined` takes the answer back. Answers with the ids of the questions that
   * appeared or went. The answer to a question that goes is kept, and counts again when the question comes back.
   */
  answer(id: string, typed: QuestionAnswer | undefined): readonly string[];
  /** The answer as it stands, also while the question is hidden. */
  answerOf(id: string): QuestionAnswer | undefined;
  isShown(id: string): boolean;
  /** What is wrong with the answer to a question that is shown; `undefined` when nothing is. */
  problem(id: string): AnswerProblem | undefined;
  /** Everything that is wrong, in the order of the document, of one page or of all. */
  problems(page?: number): readonly (readonly [id: string, problem: AnswerProblem])[];
  progress(): FormProgress;
  /** What is sent: the answers to the questions that are shown. */
  response(): Answers;
}

/** Opens a form, empty or with answers that were given before. Ids of other questionnaires are left out. */
export function openForm(survey: FormSource, given: Answers = {}): Form {
  const { list, positions } = stepsOf(survey);
  const answers = new Map<number, QuestionAnswer>();
  const shown = list.map(() => false);
  /** How many skips lead over a step, and where the skip of a step leads. */
  const skippedBy = list.map(() => 0);
  const skipsTo = list.map((_, position) => position);
  const unsettled = new Set(list.keys());
  let asked = 0;
  let answered = 0;

  for (const [id, answer] of Object.entries(given)) {
    const position = positions.get(id);
    if (position !== undefined) answers.set(position, answer);
  }
  settle(0, list.length - 1);

  return {
    answer(id, typed) {
      const position = positions.get(id);
      const step = position === undefined ? undefined : list[position];
      if (position === undefined || !step || !isAnswerable(step.question)) return [];
      const before = answers.has(position);
      const answer = cleanAnswer(step.question, typed);
      if (answer === undefined) answers.delete(position);
      else answers.set(position, answer);
      if (!shown[position]) return [];
      answered += Number(answers.has(position)) - Number(before);
      return settle(position, unsettle(step));
    },
    answerOf: (id) => answers.get(positions.get(id) ?? -1),
    isShown: (id) => shown[positions.get(id) ?? -1] === true,
    problem: (id) => problemAt(positions.get(id) ?? -1),
    problems: (page) =>
      list.flatMap(({ question, page: own }, position) => {
        const problem = page === undefined || page === own ? problemAt(position) : undefined;
        return problem === undefined ? [] : [[question.id, problem] as const];
      }),
    progress: () => ({ asked, answered }),
    response: () =>
      Object.fromEntries(
        list.flatMap(({ question }, position) => {
          const answer = shown[position] ? answers.get(position) : undefined;
          return answer === undefined ? [] : [[question.id, answer]];
        }),
      ),
  };

  function problemAt(position: number): AnswerProblem | undefined {
    const step = list[position];
    if (!step || !shown[position] || !isAnswerable(step.question)) return undefined;
    return answerProblem(step.question, answers.get(position));
  }

  /** Marks what a step decides about; answers with the last of them. */
  function unsettle({ decides }: Step): number {
    for (const position of decides) unsettled.add(position);
    return decides.at(-1) ?? -1;
  }

  /**
   * Looks again at the steps that are unsettled, from the first to the last. Steps decide only about later ones, so
   * one pass is enough, and what nothing has changed for is not looked at.
   */
  function settle(first: number, last: number): string[] {
    const changed: string[] = [];
    for (let position = first; position <= last && unsettled.size > 0; position += 1) {
      const step = list[position];
      if (!step || !unsettled.delete(position)) continue;
      const show = skippedBy[position] === 0 && step.showIf.every((each) => holds(each, before(position)));
      if (show !== shown[position]) {
        turn(step, position, show);
        changed.push(step.question.id);
        if (answers.has(position)) last = Math.max(last, unsettle(step));
      }
      last = Math.max(last, skip(step, position, show));
      // A step that is decided by its own answer has just been looked at.
      unsettled.delete(position);
    }
    return changed;
  }

  function turn({ question }: Step, position: number, show: boolean): void {
    const step = show ? 1 : -1;
    shown[position] = show;
    if (!isAnswerable(question)) return;
    asked += step;
    if (answers.has(position)) answered += step;
  }

  /** Leads the skip of a step where it leads now; answers with the last step that this concerns. */
  function skip({ skips }: Step, position: number, isOpen: boolean): number {
    const to = (isOpen && skips.find(({ when }) => holds(when, upTo(position)))?.to) || position;
    const from = skipsTo[position] ?? position;
    skipsTo[position] = to;
    const [lower, upper, more] = to < from ? [to, from, -1] : [from, to, 1];
    for (let each = Math.max(lower, position + 1); each < upper; each += 1) {
      skippedBy[each] = (skippedBy[each] ?? 0) + more;
      unsettled.add(each);
    }
    return upper - 1;
  }

  function before(position: number) {
    return (id: string) => counting(positions.get(id) ?? position, position - 1);
  }

  function upTo(position: number) {
    return (id: string) => counting(positions.get(id) ?? position + 1, position);
  }

  /** An answer counts while its question is shown, and for nothing that stands before it. */
  function counting(position: number, latest: number): QuestionAnswer | undefined {
    return position <= latest && shown[position] ? answers.get(position) : undefined;
  }
}
