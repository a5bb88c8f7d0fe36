// Half-filled forms on the device, sealed and for a day: kept only after the person has agreed to it.

import { QuestionAnswer, type Answers } from '@lintas/contract/surveys';
import { forget, keep, recall } from './device.ts';

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
}

/** Milliseconds. */
const KEPT_FOR = 24 * 60 * 60_000;
const KIND = 'draft';

/** Keeps a form as it is now; `false` where nothing can be kept, which the person has to be told. */
export function keepDraft(draft: Draft): Promise<boolean> {
  return keep(KIND, nameOf(draft.survey), draft, Date.now() + KEPT_FOR);
}

/** The form as it was left. */
export async function recallDraft(survey: string): Promise<Draft | undefined> {
  const kept = (await recall(KIND)).find(({ id }) => id === nameOf(survey));
  return isDraft(kept?.value) ? kept.value : undefined;
}

/** Erases it: the answer was sent, or the person wants nothing kept. */
export function forgetDraft(survey: string): Promise<void> {
  return forget(nameOf(survey));
}

function nameOf(survey: string): string {
  return `draft ${survey}`;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { survey, version, receipt, seed, page, answers }: Partial<Record<keyof Draft, unknown>> = value;
  return (
    typeof survey === 'string' &&
    typeof version === 'number' &&
    typeof receipt === 'string' &&
    typeof seed === 'number' &&
    typeof page === 'number' &&
    typeof answers === 'object' &&
    answers !== null &&
    Object.values(answers).every((answer) => QuestionAnswer.safeParse(answer).success)
  );
}
