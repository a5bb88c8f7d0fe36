// The calls about questionnaires: a page reads one and answers it; its owner takes the answers home.

import * as z from 'zod/mini';
import { endpoint, POST_PROBLEMS } from '../core/index.ts';
import { AskForToken, BlindToken, EraseResponse, ResponseReceived, SubmitResponse } from './responses.ts';
import { Survey } from './schemas.ts';

/** Which version; the newest without one. */
export const SurveyQuery = z.strictObject({
  version: z.optional(z.string().check(z.regex(/^[1-9]\d{0,5}$/))),
});
export type SurveyQuery = z.infer<typeof SurveyQuery>;

export const getSurvey = endpoint({
  id: 'getSurvey',
  summary: 'Read a questionnaire',
  method: 'GET',
  path: '/v1/surveys/{id}',
  auth: 'publishable',
  query: SurveyQuery,
  answer: Survey,
  etag: true,
  problems: ['invalid-request'],
});

export const issueSurveyToken = endpoint({
  id: 'issueSurveyToken',
  summary: 'Get a token to answer a questionnaire once, which nobody can connect with the opened case',
  method: 'POST',
  path: '/v1/surveys/{id}/tokens',
  auth: 'session',
  body: AskForToken,
  status: 201,
  answer: BlindToken,
  problems: [...POST_PROBLEMS, 'token-issued', 'survey-closed'],
});

export const submitResponse = endpoint({
  id: 'submitResponse',
  summary: 'Answer a questionnaire, once however often it is sent',
  method: 'POST',
  path: '/v1/surveys/{id}/responses',
  auth: 'publishable',
  body: SubmitResponse,
  status: 201,
  answer: ResponseReceived,
  problems: [...POST_PROBLEMS, 'token-required', 'token-invalid', 'token-spent', 'survey-closed'],
});

export const eraseResponse = endpoint({
  id: 'eraseResponse',
  summary: 'Have an answer erased by the receipt that it was sent with',
  method: 'POST',
  path: '/v1/surveys/{id}/erasures',
  auth: 'publishable',
  body: EraseResponse,
  problems: POST_PROBLEMS,
});
