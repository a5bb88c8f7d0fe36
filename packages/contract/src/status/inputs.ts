// What a person's page sends. Strict: an unknown field or value is an error.

import * as z from 'zod/mini';
import { pageLimit } from '../core/index.ts';

/**
 * Opens a case: its reference, and the code that was given out with it. Any text passes, so that whatever is
 * wrong with it is answered the same.
 */
export const OpenStatusSession = z.strictObject({
  reference: z.string().check(z.maxLength(64)),
  secret: z.strictObject({ kind: z.literal('pin'), value: z.string().check(z.maxLength(64)) }),
});
export type OpenStatusSession = z.infer<typeof OpenStatusSession>;

/** Events after a place in the log. */
export const EventsQuery = z.strictObject({
  /** `seq` of the last event that the caller has; 0 or nothing for all. */
  after: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
  limit: z.optional(pageLimit),
});
export type EventsQuery = z.infer<typeof EventsQuery>;
