// Whether an application that is registered again says what it said the first time.

import type { CaseEvent, CreateApplication } from '@lintas/contract';
import { factsOf } from './facts.ts';
import { instantOf } from './instants.ts';
import type { ApplicationRow } from './store.ts';

/** Compares with the facts and with the first event: what happened since is not the registration's matter. */
export function hasSameContent(
  input: CreateApplication,
  row: ApplicationRow,
  first: CaseEvent | undefined,
): boolean {
  const again = {
    kind: input.kind,
    office: input.office,
    filedAt: instantOf(input.filedAt),
    status: input.status ?? 'submitted',
    estimate: input.estimate,
    ...factsOf(input),
  };
  const before = {
    kind: row.kind,
    office: row.office ?? undefined,
    filedAt: row.filed_at.toISOString(),
    status: first?.to,
    estimate: first?.estimate,
    ...row.facts,
  };
  return canonical(again) === canonical(before);
}

/** JSON with sorted names, so that equal content is equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
