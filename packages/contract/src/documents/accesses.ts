// Who has done what with a case: what its person can read of the audit.

import * as z from 'zod/mini';
import { I18nText, Instant } from '../core/index.ts';

/**
 * Something that was done with the opened case or its documents, and by whom: for `session.open`, whose page it was
 * opened on.
 */
export const Access = z.object({
  at: Instant,
  by: z.object({ class: z.string(), name: z.optional(I18nText) }),
  action: z.string(),
  documentId: z.optional(z.string()),
});
export type Access = z.infer<typeof Access>;

export const AccessPage = z.object({
  data: z.array(Access),
  page: z.object({ next: z.nullable(z.string()) }),
});
