// Questionnaires in the database.

import type { I18nText, Survey } from '@lintas/contract';
import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';

/** A version of a questionnaire, whoever's it is. */
export interface FoundSurvey {
  readonly tenantId: string;
  readonly version: number;
  readonly survey: Survey;
  readonly population: number | null;
  readonly closesAt: Date | null;
  /** The `minCell` that it was published with. */
  readonly threshold: number;
  /** SubjectPublicKeyInfo, where it is answered with a token. */
  readonly tokenKey: Uint8Array | null;
  /** What the owner does about each element, in words. */
  readonly followUp: Readonly<Record<string, I18nText>>;
}

/** The newest version, or one in particular. At the gate. */
export async function findSurvey(
  transaction: Transaction,
  id: string,
  version?: number,
): Promise<FoundSurvey | undefined> {
  const { rows } = await sql<Row>`
    select * from find_survey(${id}, ${version ?? null}::integer)
  `.execute(transaction);
  const [row] = rows;
  if (!row) return undefined;
  return {
    tenantId: row.tenant_id,
    version: row.version,
    survey: { ...row.survey, owner: { id: row.tenant_id, name: row.owner_name } },
    population: row.population,
    closesAt: row.closes_at,
    threshold: row.min_cell,
    tokenKey: row.token_key,
    followUp: row.follow_up,
  };
}

interface Row {
  readonly tenant_id: string;
  readonly version: number;
  readonly survey: Survey;
  readonly owner_name: Survey['owner']['name'];
  readonly population: number | null;
  readonly closes_at: Date | null;
  readonly min_cell: number;
  readonly token_key: Uint8Array | null;
  readonly follow_up: Readonly<Record<string, I18nText>>;
}
