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

/** In one order everywhere, so that two answers at the same time do not wait for each other. */
export function countersOf({ pages }: Pick<Survey, 'pages'>, answers: Answers): Counter[] {
  const questions = pages.flatMap((page) => page.questions);
  const counters = questions.flatMap((question) => {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    return answer === undefined ? [] : countersOfAnswer(question, answer);
  });
  const measured = questions.flatMap(({ id, measures }) =>
    measures && typeof answers[id] === 'number' ? [measures.instrument] : [],
  );
  const instruments = [...new Set(measured)].map(instrumentCounter);
  return [EVERYBODY, ...instruments, ...counters].toSorted(inOrder);
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
