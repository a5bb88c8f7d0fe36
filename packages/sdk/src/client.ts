// The client with every capability. A page that needs one takes that capability's own entry and weighs less.

import { createApplicationsClient, type ApplicationsClient } from './applications.ts';
import { createDocumentsClient, type DocumentsClient } from './documents.ts';
import { createMetricsClient, type MetricsClient } from './metrics.ts';
import type { ClientOptions } from './options.ts';
import { createReviewsClient, type ReviewsClient } from './reviews.ts';
import { createStatusClient, type StatusClient } from './status.ts';
import { createSurveysClient, type SurveysClient } from './surveys.ts';

export interface Client {
  /** Cases, for the people they are about. */
  readonly status: StatusClient;
  /** What documents are needed, and whether one is confirmed. */
  readonly documents: DocumentsClient;
  /** Applications, for the authority that handles them. */
  readonly applications: ApplicationsClient;
  /** Published figures: how long cases take, and how many there are. */
  readonly metrics: MetricsClient;
  /** Questionnaires: read, answer, see the results. */
  readonly surveys: SurveysClient;
  /** Documents that wait for a human, for who reviews them. */
  readonly reviews: ReviewsClient;
}

/** Creates a client. It holds no connection: nothing is sent before a call, nothing has to be closed after. */
export function createClient(options: ClientOptions): Client {
  return {
    status: createStatusClient(options),
    documents: createDocumentsClient(options),
    applications: createApplicationsClient(options),
    metrics: createMetricsClient(options),
    surveys: createSurveysClient(options),
    reviews: createReviewsClient(options),
  };
}
