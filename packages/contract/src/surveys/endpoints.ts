// The calls of a page about questionnaires: read one, answer it, see what all said together.

import { endpoint, POST_PROBLEMS } from '../core/index.ts';
import { AskForToken, BlindToken, EraseResponse, ResponseReceived, SubmitResponse } from './responses.ts';
import { SurveyResults } from './results.ts';
import { Survey } from './schemas.ts';
import { ResultsQuery, SurveyQuery } from './queries.ts';

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

export const getSurveyResults = endpoint({
  id: 'getSurveyResults',
  summary: 'Read the published results of a questionnaire, of all answers or of a quarter or year',
  method: 'GET',
  path: '/v1/surveys/{id}/results',
  auth: 'none',
  query: ResultsQuery,
  answer: SurveyResults,
  etag: true,
  problems: ['invalid-request'],
});

export const getSurveyResultsTable = endpoint({
  id: 'getSurveyResultsTable',
  summary: 'Read the published results of a questionnaire as a table for spreadsheets',
  method: 'GET',
  path: '/v1/surveys/{id}/results.csv',
  auth: 'none',
  query: ResultsQuery,
  bytes: { answer: 'text/csv' },
  etag: true,
  problems: ['invalid-request'],
});
