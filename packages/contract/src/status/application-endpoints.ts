// The calls of an authority's system.

import { endpoint, POST_PROBLEMS } from '../core/index.ts';
import { AppendEvent, ApplicationsQuery, CreateApplication } from './application-inputs.ts';
import { Application, ApplicationPage, CreatedApplication, ReplacedPin } from './applications.ts';
import { EventsQuery } from './inputs.ts';
import { StatusEvent, StatusEventPage } from './schemas.ts';

export const createApplication = endpoint({
  id: 'createApplication',
  summary: 'Register an application and get its reference and PIN',
  method: 'POST',
  path: '/v1/applications',
  auth: 'applications:write',
  body: CreateApplication,
  status: 201,
  answer: CreatedApplication,
  problems: [...POST_PROBLEMS, 'external-id-taken'],
});

export const listApplications = endpoint({
  id: 'listApplications',
  summary: 'List your applications, newest first',
  method: 'GET',
  path: '/v1/applications',
  auth: 'applications:read',
  query: ApplicationsQuery,
  answer: ApplicationPage,
  problems: ['invalid-request'],
});

export const getApplication = endpoint({
  id: 'getApplication',
  summary: 'Read one of your applications',
  method: 'GET',
  path: '/v1/applications/{id}',
  auth: 'applications:read',
  answer: Application,
  etag: true,
});

export const replacePin = endpoint({
  id: 'replacePin',
  summary: 'Give a case another PIN; the one before opens nothing any more',
  method: 'POST',
  path: '/v1/applications/{id}/pin',
  auth: 'applications:write',
  answer: ReplacedPin,
  problems: POST_PROBLEMS,
});

export const listApplicationEvents = endpoint({
  id: 'listApplicationEvents',
  summary: 'Read the events of one of your applications, oldest first',
  method: 'GET',
  path: '/v1/applications/{id}/events',
  auth: 'applications:read',
  query: EventsQuery,
  answer: StatusEventPage,
  problems: ['invalid-request'],
});

export const appendEvent = endpoint({
  id: 'appendEvent',
  summary: 'Append an event to a case',
  method: 'POST',
  path: '/v1/applications/{id}/events',
  auth: 'applications:write',
  body: AppendEvent,
  status: 201,
  answer: StatusEvent,
  problems: [...POST_PROBLEMS, 'transition-not-allowed', 'precondition-failed'],
});
