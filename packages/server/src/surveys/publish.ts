// Publishes a questionnaire. What is published never changes: another text is another version.

import {
  DEFAULT_MIN_CELL,
  surveyErrors,
  type FieldError,
  type Survey,
  type SurveyInput,
} from '@lintas/contract';
import { toBase64url } from '../base64url.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { newId } from '../identifiers.ts';
import { createTokenKeys } from './token-keys.ts';

export interface Publication {
  readonly id: string;
  readonly version: number;
}

export interface PublishRequest {
  readonly tenantId: string;
  readonly input: SurveyInput;
  /** Questionnaire that this is a new version of; a new one without it. */
  readonly id?: string | undefined;
  /** With `id`: it need not exist yet. For the demonstration, whose ids are known. */
  readonly isNew?: boolean | undefined;
}

/** Why nothing was published. */
export interface NotPublished {
  readonly errors: readonly FieldError[];
}

/** As the owner. */
export async function publishSurvey(
  transaction: Transaction,
  request: PublishRequest,
  { clock, cryptography }: Pick<Dependencies, 'clock' | 'cryptography'>,
): Promise<Publication | NotPublished> {
  const { tenantId, input } = request;
  const errors = surveyErrors(input);
  if (errors.length > 0) return { errors };
  const id = request.id ?? newId(clock, cryptography);
  const latest = await transaction
    .selectFrom('surveys')
    .select((expression) => expression.fn.max('version').as('version'))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  const before = latest?.version ?? 0;
  if (before === 0 && request.id !== undefined && request.isNew !== true) return { errors: [NO_SUCH_SURVEY] };
  const now = new Date(clock());
  const keys = input.access === 'token' ? await createTokenKeys(cryptography) : undefined;
  const survey = surveyOf(input, { id, version: before + 1, tenantId, now, tokenKey: keys?.publicKey });
  await transaction
    .insertInto('surveys')
    .values({
      id,
      tenant_id: tenantId,
      version: survey.version,
      survey: JSON.stringify(survey),
      population: input.population ?? null,
      closes_at: input.closesAt === undefined ? null : new Date(input.closesAt),
      retention_days: input.retentionDays,
      min_cell: survey.minCell,
      token_key: keys?.publicKey ?? null,
      sealed_token_key: keys?.sealedPrivateKey ?? null,
      published_at: now,
    })
    .execute();
  return { id, version: survey.version };
}

const NO_SUCH_SURVEY: FieldError = {
  pointer: '/id',
  code: 'not_found',
  message: 'There is no questionnaire of this id to make a new version of.',
};

interface Edition {
  readonly id: string;
  readonly version: number;
  readonly tenantId: string;
  readonly now: Date;
  readonly tokenKey: Uint8Array | undefined;
}

/** As it is read. The owner's name is put in when it is read, because names change. */
function surveyOf({ population: _, ...input }: SurveyInput, edition: Edition): Survey {
  return {
    ...input,
    id: edition.id,
    version: edition.version,
    publishedAt: edition.now.toISOString(),
    owner: { id: edition.tenantId, name: {} },
    minCell: input.minCell ?? DEFAULT_MIN_CELL,
    ...(edition.tokenKey && { tokenKey: toBase64url(edition.tokenKey) }),
  };
}
