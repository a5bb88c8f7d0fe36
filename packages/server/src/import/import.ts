// Registers the applications of a file, each line in its own transaction: a bad line stops nothing, and a
// second run of the same file changes nothing.

import { CreateApplication, type FieldError } from '@lintas/contract';
import type { Clock, Cryptography } from '../adapters.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../http/problems.ts';
import { checkAgainst } from '../http/validation.ts';
import { issuePin } from '../status/pins.ts';
import { findRegistered, registerApplication, type Registered } from '../status/register.ts';
import { readRecords, type Format } from './records.ts';

/** What became of a line. A PIN is shown this once. */
export type Outcome =
  | {
      readonly line: number;
      readonly result: 'created';
      readonly externalId: string;
      readonly reference: string;
      readonly pin: string;
    }
  | {
      readonly line: number;
      readonly result: 'unchanged';
      readonly externalId: string;
      readonly reference: string;
    }
  | { readonly line: number; readonly result: 'refused'; readonly errors: readonly FieldError[] };

export interface Import {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly format: Format;
  readonly tenantId: string;
}

interface Tools {
  readonly database: Database;
  readonly cryptography: Cryptography;
  readonly clock: Clock;
}

export async function* importApplications(
  { chunks, format, tenantId }: Import,
  tools: Tools,
): AsyncGenerator<Outcome, void, undefined> {
  for await (const read of readRecords(chunks, format)) {
    const { line } = read;
    if ('errors' in read) yield { line, result: 'refused', errors: read.errors };
    else yield { line, ...(await importRecord(read.record, tenantId, tools)) };
  }
}

type WithoutLine<Of> = Of extends unknown ? Omit<Of, 'line'> : never;

async function importRecord(record: unknown, tenantId: string, tools: Tools): Promise<WithoutLine<Outcome>> {
  const checked = checkAgainst(CreateApplication, record);
  if ('errors' in checked) return { result: 'refused', errors: checked.errors };
  const { externalId } = checked.value;
  if (externalId === undefined) {
    return refused(
      '/externalId',
      'required',
      'Without it, a second run could not tell that the line is done.',
    );
  }
  try {
    const registered = await register(checked.value, tenantId, tools);
    const { reference } = registered.row;
    if (registered.kind === 'created')
      return { result: 'created', externalId, reference, pin: registered.pin };
    return registered.same
      ? { result: 'unchanged', externalId, reference }
      : refused('/externalId', 'external_id_taken', 'Another application has this number.');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { result: 'refused', errors: error.problem.errors ?? [] };
  }
}

/** Looks first, because a second run of a long file would issue as many PINs for nothing. */
async function register(input: CreateApplication, tenantId: string, tools: Tools): Promise<Registered> {
  const { database, cryptography } = tools;
  const existing = await database.inTenant(tenantId, (transaction) => findRegistered(transaction, input));
  if (existing) return existing;
  const issued = await issuePin(cryptography);
  const registration = { tenantId, input, issued, actor: 'system' };
  return database.inTenant(tenantId, (transaction) => registerApplication(transaction, registration, tools));
}

function refused(pointer: string, code: string, message: string): WithoutLine<Outcome> {
  return { result: 'refused', errors: [{ pointer, code, message }] };
}
