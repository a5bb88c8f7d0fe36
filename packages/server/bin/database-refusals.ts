// What a database server refuses its operator, in a sentence that says what helps: its own words name no setting.

import pg from 'pg';
import { DatabaseUnavailable } from '../src/db/database.ts';

/** By SQLSTATE (PostgreSQL manual, appendix A). */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^28/, 'The database server does not take the user or the password in LINTAS_DATABASE_URL.'],
  [/^3D000$/, 'The database server has no database of the name in LINTAS_DATABASE_URL: create it first.'],
  [
    /^42501$/,
    'The user in LINTAS_DATABASE_URL lacks a right. The guide "Run your own API" has the statements that give it.',
  ],
];

/** `undefined` for anything else. */
export function describeDatabaseRefusal(error: unknown): string | undefined {
  if (error instanceof DatabaseUnavailable && process.env['LINTAS_DATABASE_URL']) {
    return `${error.message} It has to run, and to be the one that LINTAS_DATABASE_URL names.`;
  }
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  return SENTENCES.find(([state]) => state.test(code))?.[1];
}
