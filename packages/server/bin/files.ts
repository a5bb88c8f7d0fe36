// Files that commands are given.

import { open, type FileHandle } from 'node:fs/promises';
import type { FieldError } from '@lintas/contract';
import type * as z from 'zod/mini';
import { checkAgainst } from '../src/http/validation.ts';
import { UsageError } from './command.ts';

/** Opens a file to read it. @throws UsageError when there is none */
export async function openGiven(path: string): Promise<FileHandle> {
  const file = await open(path).catch((error: unknown) => {
    throw new UsageError(`The file ${path} cannot be read (${codeOf(error)}).`);
  });
  if (!(await file.stat()).isDirectory()) return file;
  await file.close();
  throw new UsageError(`${path} is a folder: give a file.`);
}

/** @throws UsageError when it cannot be read */
export async function readGiven(path: string): Promise<Buffer> {
  const file = await openGiven(path);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** The value that a file of JSON holds. @throws UsageError that names every value that is not acceptable, after `outcome` */
export async function readJson<Shape extends z.ZodMiniType>(
  path: string,
  shape: Shape,
  outcome: string,
): Promise<z.infer<Shape>> {
  let value: unknown;
  try {
    value = JSON.parse((await readGiven(path)).toString('utf8'));
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`The file ${path} is not valid JSON.`);
  }
  return checkValue(value, shape, outcome);
}

/** @throws UsageError that names every value that is not acceptable, after `outcome` */
export function checkValue<Shape extends z.ZodMiniType>(
  value: unknown,
  shape: Shape,
  outcome: string,
): z.infer<Shape> {
  const checked = checkAgainst(shape, value);
  if ('value' in checked) return checked.value;
  throw refuseValues(outcome, checked.errors);
}

/** `outcome` says what was not done. */
export function refuseValues(
  outcome: string,
  errors: readonly Pick<FieldError, 'pointer' | 'message'>[],
): UsageError {
  const lines = errors.map(({ pointer, message }) => `${pointer === '' ? 'the whole' : pointer}: ${message}`);
  return new UsageError([`${outcome} These values are not acceptable:`, ...lines].join('\n'));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
