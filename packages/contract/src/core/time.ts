// Points in time on the wire: instants are RFC 3339 in UTC, deadlines carry the zone they are meant in.

import * as z from 'zod/mini';

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;
const PLAIN_DATE = /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/;

/** RFC 3339 date-time in UTC, for example `2026-03-01T09:30:00Z`. */
export const Instant = z.string().check(z.regex(INSTANT), z.refine(isRealDate));
export type Instant = z.infer<typeof Instant>;

/** Calendar day without a zone, for example `2026-03-01`. */
export const PlainDate = z.string().check(z.regex(PLAIN_DATE), z.refine(isRealDate));
export type PlainDate = z.infer<typeof PlainDate>;

/** IANA time zone name, for example `Asia/Jakarta`. */
export const Zone = z.string().check(z.maxLength(64), z.refine(isZone));

/** A moment until which something can be done, with the zone of the office that set it. */
export const Deadline = z.object({ at: Instant, zone: z.string() });
export type Deadline = z.infer<typeof Deadline>;

/** A deadline as a server accepts it: the zone must exist. */
export const DeadlineInput = z.strictObject({ at: Instant, zone: Zone });

/** Rejects 30 February, which the pattern alone lets through and `Date` silently moves to March. */
function isRealDate(value: string): boolean {
  const day = value.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === day;
}

function isZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
