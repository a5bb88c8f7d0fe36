// Lists come in pages. A cursor is opaque: the client hands it back as it came.

import * as z from 'zod/mini';

/** The most entries that one page holds. */
export const MAX_PAGE_SIZE = 100;

/** One page of a list. `next` is the cursor of the following page, or `null` at the end. */
export interface Page<Entry> {
  readonly data: readonly Entry[];
  readonly page: { readonly next: string | null };
}

/** Wire shape of a page of `entry`. */
// @__NO_SIDE_EFFECTS__
export function pageOf<Entry extends z.ZodMiniType>(entry: Entry) {
  return z.object({ data: z.array(entry), page: z.object({ next: z.nullable(z.string()) }) });
}

/** Query parameter: where the page starts, `next` of the page before. Query values are strings on the wire. */
export const pageCursor = /* @__PURE__ */ z.string().check(z.regex(/^[\x21-\x7e]{1,512}$/));

/** Query parameter: entries wanted, 1 to {@link MAX_PAGE_SIZE}. */
export const pageLimit = /* @__PURE__ */ z.string().check(z.regex(/^([1-9]\d?|100)$/));
