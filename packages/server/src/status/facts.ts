// What an authority registers once and no event changes.

import type { CreateApplication } from '@lintas/contract';
import type { ApplicationFacts } from '../db/tables.ts';

/** What is kept of the input apart from columns and state. */
export function factsOf(input: CreateApplication): ApplicationFacts {
  const { subKind, officialCode, applicant, procedure, relatedReferences = [], retentionUntil } = input;
  return { subKind, officialCode, applicant, procedure, relatedReferences, retentionUntil };
}
