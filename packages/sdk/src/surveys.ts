// Questionnaires, for a page: read one, answer it, see what all said together. The queue that answers without a network
// is `@lintas/sdk/surveys/queue`; a token for those that need one comes from `@lintas/sdk/surveys/token`.

import type { Survey, SurveyResults, SubmitResponse } from '@lintas/contract/surveys';
import {
  eraseResponse,
  getSurvey,
  getSurveyResults,
  getSurveyResultsTable,
  submitResponse,
} from '@lintas/contract/surveys';
import { connect, type ClientOptions } from './options.ts';
import type { Abortable } from './status.ts';
import { newReceipt } from './surveys/receipt.ts';
import { call, callForNothing, prepare } from './transport.ts';

export { newReceipt };

/** Which version; the newest without one. */
export interface OfVersion extends Abortable {
  readonly version?: number | undefined;
}

/** Which results: of all answers, or of a quarter or year such as `2026-Q1` and `2026`. */
export interface OfPeriod extends OfVersion {
  readonly period?: string | undefined;
}

export interface SurveysClient {
  /** Reads a questionnaire. */
  get(id: string, options?: OfVersion): Promise<Survey>;
  /**
   * Sends an answer. It counts once however often it is sent with the same `receipt`, so a page that is not sure
   * sends it again. Make the receipt with {@link newReceipt} when the form is opened.
   *
   * @throws ProblemError `invalid-request` for what the form could not have produced, `survey-closed`, `token-required`,
   * `token-invalid`, `token-spent`
   */
  respond(id: string, response: SubmitResponse, options?: Abortable): Promise<void>;
  /** Has the answer of a receipt erased. Tells nothing of whether there was one. */
  erase(id: string, receipt: string, options?: Abortable): Promise<void>;
  /** Reads the published results. */
  results(id: string, options?: OfPeriod): Promise<SurveyResults>;
  /** Address of the same as CSV, for a link that a person follows. Nothing is sent. */
  resultsTableUrl(id: string, options?: Pick<OfPeriod, 'version' | 'period'>): string;
}

/** A client that knows only questionnaires, for pages that need no other. */
export function createSurveysClient(options: ClientOptions): SurveysClient {
  const connection = connect(options);
  return {
    get: (id, { version, signal } = {}) =>
      call(connection, getSurvey, { params: { id }, query: queryOf(version) }, { signals: [signal] }),
    async respond(id, body, { signal } = {}) {
      await call(connection, submitResponse, { params: { id }, body }, { signals: [signal] });
    },
    erase: (id, receipt, { signal } = {}) =>
      callForNothing(connection, eraseResponse, { params: { id }, body: { receipt } }, { signals: [signal] }),
    results: (id, { version, period, signal } = {}) =>
      call(
        connection,
        getSurveyResults,
        { params: { id }, query: queryOf(version, period) },
        { signals: [signal] },
      ),
    resultsTableUrl: (id, { version, period } = {}) =>
      prepare(connection, getSurveyResultsTable, { params: { id }, query: queryOf(version, period) }, {}).url,
  };
}

function queryOf(
  version: number | undefined,
  period?: string,
): { readonly version?: string; readonly period?: string } {
  return {
    ...(version !== undefined && { version: String(version) }),
    ...(period !== undefined && { period }),
  };
}
