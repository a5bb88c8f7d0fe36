// The calls of a person's page.

import { endpoint, POST_PROBLEMS } from '../core/index.ts';
import { EventsQuery, OpenStatusSession } from './inputs.ts';
import {
  CaseView,
  DecisionView,
  SessionTimes,
  StatusEventPage,
  StatusSession,
  StatusUpdate,
} from './schemas.ts';

export const openStatusSession = endpoint({
  id: 'openStatusSession',
  summary: 'Open a case with its reference and PIN',
  method: 'POST',
  path: '/v1/status-sessions',
  auth: 'publishable',
  body: OpenStatusSession,
  status: 201,
  answer: StatusSession,
  problems: [...POST_PROBLEMS, 'lookup-failed'],
});

export const extendStatusSession = endpoint({
  id: 'extendStatusSession',
  summary: 'Stay for another fifteen minutes',
  method: 'POST',
  path: '/v1/status-sessions/current/extend',
  auth: 'session',
  answer: SessionTimes,
  problems: POST_PROBLEMS,
});

export const closeStatusSession = endpoint({
  id: 'closeStatusSession',
  summary: 'Leave: end the session at once',
  method: 'DELETE',
  path: '/v1/status-sessions/current',
  auth: 'session',
});

export const getStatus = endpoint({
  id: 'getStatus',
  summary: 'Read the opened case',
  method: 'GET',
  path: '/v1/status',
  auth: 'session',
  answer: CaseView,
  etag: true,
});

export const listStatusEvents = endpoint({
  id: 'listStatusEvents',
  summary: 'Read the events of the opened case, oldest first',
  method: 'GET',
  path: '/v1/status/events',
  auth: 'session',
  query: EventsQuery,
  answer: StatusEventPage,
  problems: ['invalid-request'],
});

export const streamStatus = endpoint({
  id: 'streamStatus',
  summary: 'Follow the opened case as server-sent events, from Last-Event-ID on',
  method: 'GET',
  path: '/v1/status/stream',
  auth: 'session',
  answer: StatusUpdate,
  stream: true,
});

export const getDecision = endpoint({
  id: 'getDecision',
  summary: 'Read how the opened case was decided',
  method: 'GET',
  path: '/v1/status/decision',
  auth: 'session',
  answer: DecisionView,
});
