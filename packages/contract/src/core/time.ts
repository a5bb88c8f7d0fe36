// Points in time on the wire: instants are RFC 3339 in UTC, deadlines carry the zone they are meant in.

import * as z from 'zod/mini';

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;
const PLAIN_DATE = /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/;
const NO_SUCH_DAY = 'There is no such day.';
// After one of these nothing else is said: what is no date at all is also no day that there is.
const NO_INSTANT = { error: 'This must be a time in UTC, such as 2026-03-01T09:30:00Z.', abort: true };
const NO_DATE = { error: 'This must be a day, such as 2026-03-01.', abort: true };
const MAX_ZONE_LENGTH = 64;

/** RFC 3339 date-time in UTC, for example `2026-03-01T09:30:00Z`. */
export const Instant = /* @__PURE__ */ z.string().check(z.regex(INSTANT));
export type Instant = z.infer<typeof Instant>;

/** Calendar day without a zone, for example `2026-03-01`. */
export const PlainDate = /* @__PURE__ */ z.string().check(z.regex(PLAIN_DATE));
export type PlainDate = z.infer<typeof PlainDate>;

/** An instant as a server accepts it: its day must exist. */
export const InstantInput = /* @__PURE__ */ z
  .string()
  .check(z.regex(INSTANT, NO_INSTANT), z.refine(isRealDate, NO_SUCH_DAY));

/** A calendar day as a server accepts it: it must exist. */
export const PlainDateInput = /* @__PURE__ */ z
  .string()
  .check(z.regex(PLAIN_DATE, NO_DATE), z.refine(isRealDate, NO_SUCH_DAY));

/** IANA time zone name, for example `Asia/Jakarta`. */
export const Zone = /* @__PURE__ */ z
  .string()
  .check(z.maxLength(MAX_ZONE_LENGTH), z.refine(isZone, 'Not an IANA time zone.'));

/** A moment until which something can be done, with the zone of the office that set it. */
export const Deadline = z.object({ at: Instant, zone: z.string() });
export type Deadline = z.infer<typeof Deadline>;

/** A deadline as a server accepts it: day and zone must exist. */
export const DeadlineInput = z.strictObject({ at: InstantInput, zone: Zone });

/**
 * Which of two instants comes first: -1, 0 or 1. They cannot be compared as text, because `…:00Z` and
 * `…:00.5Z` have seconds of different lengths.
 */
export function compareInstants(one: Instant, other: Instant): -1 | 0 | 1 {
  const [a, b] = [sortable(one), sortable(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * Whether `name` is an IANA zone that this engine knows. To be asked before a zone from the wire is given
 * to `Intl`, which throws at one that was founded after the engine was built.
 */
export function isZone(name: string): boolean {
  // `+07:00` is a zone to newer engines only, and says nothing of summer time.
  if (!/^[A-Za-z]/.test(name) || name.length > MAX_ZONE_LENGTH) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** Rejects the year 0, which no calendar has, and 30 February, which `Date` silently moves to March. */
function isRealDate(value: string): boolean {
  const day = value.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  return midnight.getUTCFullYear() > 0 && midnight.toISOString().slice(0, 10) === day;
}

/** The instant with all nine digits below the second, which text order then sorts. */
function sortable(instant: Instant): string {
  const seconds = 'YYYY-MM-DDTHH:MM:SS'.length;
  return instant.slice(0, seconds) + (instant.slice(seconds, -1) || '.').padEnd('.123456789'.length, '0');
}
