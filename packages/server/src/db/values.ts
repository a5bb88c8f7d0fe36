// How column values arrive in JavaScript. One driver speaks to both engines, so both give the same.

import pg from 'pg';

const { builtins } = pg.types;

/** `bigint` as number (ours stay far below 2^53) and `bytea` as plain Uint8Array; the rest as `pg` does. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
    if (oid === builtins.INT8) return Number;
    if (oid === builtins.BYTEA) return (text: string) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
    return pg.types.getTypeParser(oid, 'text');
  },
};
