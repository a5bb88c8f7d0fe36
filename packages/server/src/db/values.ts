// How column values arrive in JavaScript. One driver speaks to both engines, so both give the same.

import pg from 'pg';

const INT8: number = pg.types.builtins.INT8;
const BYTEA: number = pg.types.builtins.BYTEA;

/** `bigint` as number (ours stay far below 2^53) and `bytea` as plain Uint8Array; the rest as `pg` does. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
    if (oid === INT8) return Number;
    if (oid === BYTEA) return (text: string) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
    return pg.types.getTypeParser(oid, 'text');
  },
};
