// The calls of a questionnaire's owner: take the answers home, and erase them.

import { endpoint } from '../core/index.ts';
import { ExportQuery, SurveyQuery } from './queries.ts';

export const exportResponsesTable = endpoint({
  id: 'exportResponsesTable',
  summary: 'Take the answers home as a table for spreadsheets, with the same columns every time',
  method: 'GET',
  path: '/v1/surveys/{id}/responses.csv',
  auth: 'surveys:write',
  query: ExportQuery,
  bytes: { answer: 'text/csv' },
  problems: ['invalid-request'],
});

export const exportResponses = endpoint({
  id: 'exportResponses',
  summary: 'Take the answers home as one line of JSON each',
  method: 'GET',
  path: '/v1/surveys/{id}/responses.ndjson',
  auth: 'surveys:write',
  query: ExportQuery,
  bytes: { answer: 'application/x-ndjson' },
  problems: ['invalid-request'],
});

export const getCodebook = endpoint({
  id: 'getCodebook',
  summary: 'Read what the columns of the exported table mean',
  method: 'GET',
  path: '/v1/surveys/{id}/codebook.csv',
  auth: 'surveys:write',
  query: SurveyQuery,
  bytes: { answer: 'text/csv' },
  problems: ['invalid-request'],
});

export const eraseResponses = endpoint({
  id: 'eraseResponses',
  summary: 'Erase all answers of a questionnaire, and what was counted of them',
  method: 'DELETE',
  path: '/v1/surveys/{id}/responses',
  auth: 'surveys:write',
});
