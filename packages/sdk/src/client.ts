// The client with every capability. A page that needs one takes that capability's own entry and weighs less.

import { createApplicationsClient, type ApplicationsClient } from './applications.ts';
import type { ClientOptions } from './options.ts';
import { createStatusClient, type StatusClient } from './status.ts';

export interface Client {
  /** Cases, for the people they are about. */
  readonly status: StatusClient;
  /** Applications, for the authority that handles them. */
  readonly applications: ApplicationsClient;
}

/** Creates a client. It holds no connection: nothing is sent before a call, nothing has to be closed after. */
export function createClient(options: ClientOptions): Client {
  return { status: createStatusClient(options), applications: createApplicationsClient(options) };
}
