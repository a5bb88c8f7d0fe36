// What <lintas-survey-results> shows: the published results, with the questionnaire whose words they are read by.

import type { Survey, SurveyResults } from '@lintas/contract/surveys';
import { createSurveysClient } from '@lintas/sdk/surveys';
import type { Connection } from '../core/context.ts';
import type { FiguresReading } from '../figures/reading.ts';
import type { SurveyResultsMessages } from '../locales/survey-results/messages.ts';

export interface Results {
  readonly survey: Survey;
  readonly results: SurveyResults;
  /** Address of the same as CSV. */
  readonly table: string;
}

export type ResultsReading = FiguresReading<SurveyResultsMessages>;

/** Which results the page asks for; `version` is empty for the newest, `period` for all answers. */
export interface WantedResults {
  readonly survey: string;
  readonly version: string;
  readonly period: string;
}

/** @throws RangeError for a version that cannot be one; it is shown as a mistake of the page */
export async function readResults(
  wanted: WantedResults,
  connection: Connection,
  signal: AbortSignal,
): Promise<Results> {
  if (!/^\d{0,6}$/.test(wanted.version)) throw new RangeError(`There is no version ${wanted.version}.`);
  const client = createSurveysClient({ baseUrl: connection.api, key: connection.key });
  const version = wanted.version === '' ? undefined : Number(wanted.version);
  const period = wanted.period === '' ? undefined : wanted.period;
  const results = await client.results(wanted.survey, { version, period, signal });
  // A newer version may have come meanwhile: the words are those of the version that was counted.
  const survey = await client.get(wanted.survey, { version: results.version, signal });
  return {
    survey,
    results,
    table: client.resultsTableUrl(wanted.survey, { version: results.version, period }),
  };
}
