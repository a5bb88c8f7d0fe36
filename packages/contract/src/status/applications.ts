// What an authority's system reads of its own applications.

import * as z from 'zod/mini';
import { Instant, pageOf, PlainDate } from '../core/index.ts';
import { OpenApplicationKind } from './open-words.ts';
import { DecisionView, progressShape } from './schemas.ts';

/** The decision as the authority wrote it. */
const WrittenDecision = z.omit(DecisionView, { legalHelp: true });

/** An application with the state of its case. The PIN is never part of it. */
export const Application = z.object({
  id: z.string(),
  reference: z.string(),
  externalId: z.optional(z.string()),
  kind: OpenApplicationKind,
  subKind: z.optional(z.string()),
  officialCode: z.optional(z.string()),
  filedAt: Instant,
  office: z.optional(z.string()),
  applicant: z.object({
    initials: z.string(),
    nationality: z.optional(z.string()),
    dependants: z.optional(z.number()),
  }),
  procedure: z.optional(z.object({ id: z.string(), version: z.string() })),
  relatedReferences: z.array(z.string()),
  retentionUntil: z.optional(PlainDate),
  ...progressShape,
  decision: z.nullable(WrittenDecision),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Application = z.infer<typeof Application>;

export const ApplicationPage = pageOf(Application);

/** A new application with the PIN that opens it, which is shown this once. */
export const CreatedApplication = z.extend(Application, { pin: z.string() });
export type CreatedApplication = z.infer<typeof CreatedApplication>;

/** The PIN that opens a case from now on, which is shown this once. */
export const ReplacedPin = z.object({ pin: z.string() });
export type ReplacedPin = z.infer<typeof ReplacedPin>;
