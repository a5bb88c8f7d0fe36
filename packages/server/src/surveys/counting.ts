// What is counted of an answer: names of counters, each of which goes up by one. Free of I/O.

import { isScale, type Answers, type Question, type QuestionAnswer, type Survey } from '@lintas/contract';

/** A counter: a question (or a row of a matrix, or an instrument) and one of its values. */
export interface Counter {
  readonly question: string;
  readonly value: string;
}

/** No id of a question looks like these. */
export const EVERYBODY: Counter = { question: '', value: '' };
/** The value of a counter for everybody who answered a question, whatever they answered. */
export const ANSWERED = '*';
export const DECLINED = '-';

/** The counter for everybody who answered any element of an instrument. */
export function instrumentCounter(instrument: string): Counter {
  return { question: `@${instrument}`, value: ANSWERED };
}

export function rowName(question: string, row: string): string {
  return `${question}/${row}`;
}

/** What is counted of the people of one group; neither questions nor groups have an @ in their names. */
export function groupName(question: string, group: string): string {
  return `${question}@${group}`;
}

/** The question that a group was counted for; another one as it is. */
export function ungrouped(question: string): string {
  const at = question.lastIndexOf('@');
  return at > 0 ? question.slice(0, at) : question;
}

/** In one order everywhere, so that two answers at the same time do not wait for each other. */
export function countersOf(survey: Pick<Survey, 'pages' | 'resultsBy'>, answers: Answers): Counter[] {
  const questions = survey.pages.flatMap((page) => page.questions);
  const given = questions.flatMap((question) => {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    return answer === undefined ? [] : [{ question, counters: countersOfAnswer(question, answer) }];
  });
  const measured = given.filter(
    ({ question: { id, measures } }) => measures && typeof answers[id] === 'number',
  );
  const instruments = [...new Set(measured.flatMap(({ question }) => question.measures?.instrument ?? []))];
  const measuring = [...instruments.map(instrumentCounter), ...measured.flatMap(({ counters }) => counters)];
  const group = survey.resultsBy === undefined ? undefined : answers[survey.resultsBy];
  return [
    EVERYBODY,
    ...instruments.map(instrumentCounter),
    ...given.flatMap(({ counters }) => counters),
    ...(typeof group === 'string'
      ? measuring.map(({ question, value }) => ({ question: groupName(question, group), value }))
      : []),
  ].toSorted(inOrder);
}

/** What is sensitive is not counted: it is in no public figure. */
function countersOfAnswer({ id, kind, sensitive }: Question, answer: QuestionAnswer): Counter[] {
  if (sensitive === true) return [];
  if (answer === null) return [{ question: id, value: DECLINED }];
  if (Array.isArray(answer)) return [ANSWERED, ...answer].map((value) => ({ question: id, value }));
  if (typeof answer === 'object') {
    return Object.entries(answer).map(([row, value]) => ({ question: rowName(id, row), value }));
  }
  const isChoice = isScale(kind) || kind === 'single';
  return [{ question: id, value: isChoice ? String(answer) : ANSWERED }];
}

function inOrder(a: Counter, b: Counter): number {
  const [one, other] = [`${a.question} ${a.value}`, `${b.question} ${b.value}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
