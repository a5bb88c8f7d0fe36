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

/** Which version, and of which quarter or year; of all answers without one. */
export const ResultsQuery = z.strictObject({
  version: z.optional(z.string().check(z.regex(/^[1-9]\d{0,5}$/))),
  period: z.optional(z.string().check(z.regex(/^20\d{2}(-Q[1-4])?$/))),
});
export type ResultsQuery = z.infer<typeof ResultsQuery>;
