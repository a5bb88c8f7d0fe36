// Query parameters of the calls about questionnaires.

import * as z from 'zod/mini';

/** Which version; the newest without one. */
export const SurveyQuery = z.strictObject({
  version: z.optional(z.string().check(z.regex(/^[1-9]\d{0,5}$/))),
});
export type SurveyQuery = z.infer<typeof SurveyQuery>;

/** Which version, and whether the answers or the free text that is kept apart from them. */
export const ExportQuery = z.strictObject({
  version: z.optional(z.string().check(z.regex(/^[1-9]\d{0,5}$/))),
  part: z.optional(z.enum(['answers', 'texts'])),
});
export type ExportQuery = z.infer<typeof ExportQuery>;
