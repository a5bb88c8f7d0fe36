// What the database knows that a document can be checked against.

import { isUnfinished, type FileLimits } from '@lintas/contract';
import type { Transaction } from '../../db/database.ts';
import { findApplication } from '../../status/store.ts';
import { findRequirement, limitsOf } from '../requirements.ts';
import { findDocument, listLiveDocuments, listVerifications, type DocumentRow } from '../store.ts';
import { hex } from '../../identifiers.ts';
import type { Applicant } from './mrz.ts';

export interface Knowledge {
  readonly limits: FileLimits;
  readonly applicant: Applicant;
  /** The same file was handed in for the case before. */
  readonly hasTwin: boolean;
  /** The file was looked into already; only what comes after that is missing. */
  readonly inspected: boolean;
}

/** @returns `undefined` when the document is gone or no longer waits to be checked */
export async function knowledgeOf(transaction: Transaction, id: string): Promise<Knowledge | undefined> {
  const row = await findDocument(transaction, id);
  if (row?.state !== 'scanning') return undefined;
  const application = await findApplication(transaction, row.application_id);
  if (!application) return undefined;
  const others = await listLiveDocuments(transaction, row.application_id);
  const verifications = await listVerifications(transaction, [id]);
  return {
    limits: limitsOf(await findRequirement(transaction, row.requirement_id ?? '')),
    applicant: application.facts.applicant,
    hasTwin: others.some((other) => wasChecked(other) && isSameFile(other, row)),
    inspected: verifications.some(({ method }) => method === 'format'),
  };
}

function wasChecked({ state }: DocumentRow): boolean {
  return !isUnfinished(state) && state !== 'scanning';
}

function isSameFile(one: DocumentRow, other: DocumentRow): boolean {
  return one.sha256 !== null && other.sha256 !== null && hex(one.sha256) === hex(other.sha256);
}
