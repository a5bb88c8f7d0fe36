// Half-filled forms on the device, with the questions that they answer, sealed and for a day: kept only after the person
// has agreed to it.

import { QuestionAnswer, Survey, SurveyToken, type Answers } from '@lintas/contract/surveys';
import type { Abortable } from '../status.ts';
import { randomKey } from '../transport.ts';
import { erase, keep, recall } from './memory.ts';

/** A form as somebody left it. */
export interface Draft {
  readonly survey: string;
  /** Version of the questionnaire: another version begins anew. */
  readonly version: number;
  /** The receipt that the answer will be sent with: the same in two tabs, so that both together count once. */
  readonly receipt: string;
  /** Seed of the order of questions and options. */
  readonly seed: number;
  /** Position of the page that was shown. */
  readonly page: number;
  readonly answers: Answers;
  /** The case's only one: without it the form could not be sent after the page was closed. */
  readonly token?: SurveyToken | undefined;
}

/** Milliseconds. */
const KEPT_FOR = 24 * 60 * 60_000;
const KIND = 'draft';
const QUESTIONS = 'questions';

/**
 * Keeps a form as it is now; `false` where nothing can be kept, which the person has to be told. Nothing is written any
 * more once the signal is aborted.
 */
export async function keepDraft(draft: Draft, { signal }: Abortable = {}): Promise<boolean> {
  const before = await find(draft.survey);
  return keepUnless(signal, { id: before?.id ?? randomKey(), kind: KIND }, draft);
}

/** The form as it was left. */
export async function recallDraft(survey: string): Promise<Draft | undefined> {
  return (await find(survey))?.draft;
}

/** Erases it, with its questions: the answer was sent, or the person wants nothing kept. */
export async function eraseDraft(survey: string): Promise<void> {
  const kept = [await find(survey), ...(await findQuestions(survey))];
  for (const entry of kept) if (entry) await erase(entry.id);
}

/** Keeps the questions of a draft, so that it can be gone on with while the API cannot be reached. */
export async function keepQuestions(survey: Survey, { signal }: Abortable = {}): Promise<void> {
  const before = await findQuestions(survey.id);
  if (before.some((each) => each.survey.version === survey.version)) return;
  await keepUnless(signal, { id: before[0]?.id ?? randomKey(), kind: QUESTIONS }, survey);
}

/** The questions that were kept with a draft. A published version never changes. */
export async function recallQuestions({
  survey: id,
  version,
}: Pick<Draft, 'survey' | 'version'>): Promise<Survey | undefined> {
  return (await findQuestions(id)).find(({ survey }) => survey.version === version)?.survey;
}

function keepUnless(
  signal: AbortSignal | undefined,
  entry: { readonly id: string; readonly kind: string },
  value: unknown,
): Promise<boolean> {
  return keep({ ...entry, keptFor: KEPT_FOR }, value, () => signal?.aborted !== true);
}

async function findQuestions(
  id: string,
): Promise<readonly { readonly id: string; readonly survey: Survey }[]> {
  const kept = await recall(QUESTIONS);
  return kept.flatMap(({ id: entry, value }) => {
    const read = Survey.safeParse(value);
    return read.success && read.data.id === id ? [{ id: entry, survey: read.data }] : [];
  });
}

/** By what is sealed inside: the entry itself does not tell which questionnaire it is of. */
async function find(survey: string): Promise<{ readonly id: string; readonly draft: Draft } | undefined> {
  for (const { id, value } of await recall(KIND)) {
    if (isDraft(value) && value.survey === survey) return { id, draft: value };
  }
  return undefined;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { survey, version, receipt, seed, page, answers, token }: Partial<Record<keyof Draft, unknown>> =
    value;
  return (
    typeof survey === 'string' &&
    typeof version === 'number' &&
    typeof receipt === 'string' &&
    typeof seed === 'number' &&
    typeof page === 'number' &&
    typeof answers === 'object' &&
    answers !== null &&
    Object.values(answers).every((answer) => QuestionAnswer.safeParse(answer).success) &&
    (token === undefined || SurveyToken.safeParse(token).success)
  );
}
