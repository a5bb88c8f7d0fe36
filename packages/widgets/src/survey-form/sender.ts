// Brings answers to the API: at once, or by the device's queue when the person has agreed that they may be kept there.

import { pickText } from '@lintas/contract/core';
import type { SubmitResponse, Survey, SurveyToken } from '@lintas/contract/surveys';
import { isLintasError } from '@lintas/sdk';
import type { SurveysClient } from '@lintas/sdk/surveys';
import type { QueueState, ResponseQueue } from '@lintas/sdk/surveys/queue';
import { failureOf } from '../case/failure.ts';
import type { Answering } from './answering.ts';
import type { Stage } from './stage.ts';

export interface Outgoing {
  readonly survey: string;
  readonly response: SubmitResponse;
}

/** What is sent. */
export function outgoing(
  { survey, form }: Answering,
  parts: { readonly receipt: string; readonly token: SurveyToken | undefined; readonly trap: string },
  languages: readonly string[],
): Outgoing {
  return {
    survey: survey.id,
    response: {
      version: survey.version,
      language: languageOf(survey, languages),
      receipt: parts.receipt,
      answers: form.response(),
      ...(parts.token && { token: parts.token }),
      ...(parts.trap !== '' && { website: parts.trap }),
    },
  };
}

/**
 * Sends; answers what is to be shown.
 *
 * @param mayKeep the person agreed that it waits on this device, if it has to
 */
export async function send(
  { survey, response }: Outgoing,
  mayKeep: boolean,
  { client, queue }: { readonly client: SurveysClient; readonly queue: ResponseQueue },
): Promise<Stage> {
  try {
    if (mayKeep) return { kind: await queue.add(survey, response) };
    await client.respond(survey, response);
    return { kind: 'sent' };
  } catch (error) {
    if (isLintasError(error)) {
      if (error.code === 'survey-closed') return { kind: 'closed' };
      if (error.code === 'token-spent') return { kind: 'answered_before' };
      if (REFUSALS.includes(error.code)) return { kind: 'refused' };
    }
    return { kind: 'unsent', failure: failureOf(error, Date.now()) };
  }
}

/** What became of an answer that waits no longer, as far as this tab can know. */
export function afterWaiting(before: QueueState, { sent, refused }: QueueState): Stage {
  if (refused.length > before.refused.length) return { kind: 'late' };
  return sent > before.sent ? { kind: 'sent' } : { kind: 'elsewhere' };
}

const REFUSALS: readonly string[] = [
  'invalid-request',
  'not-found',
  'body-too-large',
  'token-required',
  'token-invalid',
];

/** The language that the questions were read in. */
function languageOf({ title }: Survey, languages: readonly string[]): string {
  return pickText(title, languages)?.lang ?? 'en';
}
