// The endpoint table: every call of the API. The server binds each to a handler, OpenAPI lists each.

import type { Endpoint } from './core/index.ts';
import * as documents from './documents/endpoints.ts';
import * as reviews from './documents/review-endpoints.ts';
import * as uploads from './documents/upload-endpoints.ts';
import * as frames from './frames/endpoints.ts';
import * as metrics from './metrics/endpoints.ts';
import * as service from './service/endpoints.ts';
import * as applications from './status/application-endpoints.ts';
import * as status from './status/endpoints.ts';
import * as surveyOwners from './surveys/owner-endpoints.ts';
import * as surveys from './surveys/endpoints.ts';

export const ENDPOINTS = {
  ...service,
  ...status,
  ...applications,
  ...documents,
  ...uploads,
  ...reviews,
  ...metrics,
  ...surveys,
  ...surveyOwners,
  ...frames,
} as const satisfies Record<string, Endpoint>;
export type EndpointId = keyof typeof ENDPOINTS;
