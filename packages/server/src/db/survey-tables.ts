// The tables of surveys as Kysely sees them (see migrations/0011-surveys.sql).

import type { Answers, I18nText, Survey } from '@lintas/contract';
import type { ColumnType, JSONColumnType } from 'kysely';
import type { Timestamp } from './columns.ts';

export interface SurveysTable {
  id: string;
  tenant_id: string;
  version: number;
  survey: JSONColumnType<Survey>;
  population: number | null;
  closes_at: Timestamp | null;
  retention_days: number;
  min_cell: number;
  token_key: Uint8Array | null;
  sealed_token_key: Uint8Array | null;
  published_at: Timestamp;
  /** By element. */
  follow_up: ColumnType<Record<string, I18nText>, string | undefined, string>;
}

/** Day in UTC on which it was written, `null` once it was written anew (see surveys/mixing.ts). */
type Unmixed = ColumnType<string | null, string | null | undefined, never>;

export interface SurveyGrantsTable {
  tenant_id: string;
  survey_id: string;
  version: number;
  holder: Uint8Array;
  blinded: Uint8Array;
  unmixed: Unmixed;
}

export interface SurveyTokensTable {
  tenant_id: string;
  survey_id: string;
  version: number;
  message: Uint8Array;
  unmixed: Unmixed;
}

export interface SurveyResponsesTable {
  tenant_id: string;
  survey_id: string;
  receipt: Uint8Array;
  version: number;
  /** Day in UTC, `2026-03-01`. */
  day: string;
  language: string;
  answers: JSONColumnType<Answers>;
  unmixed: Unmixed;
}

export interface SurveyTextsTable {
  tenant_id: string;
  survey_id: string;
  receipt: Uint8Array;
  question: string;
  version: number;
  day: string;
  language: string;
  text: string;
  unmixed: Unmixed;
}

export interface SurveyCountsTable {
  tenant_id: string;
  survey_id: string;
  version: number;
  question: string;
  value: string;
  day: string;
  n: number;
  unmixed: Unmixed;
}
