// What a person's page sends: an answer, the request for a token, and the wish to have an answer erased.

import * as z from 'zod/mini';
import { MAX_QUESTIONS, MAX_TEXT_LENGTH } from './limits.ts';

const value = z.string().check(z.maxLength(64));
const name = /* @__PURE__ */ z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/));

const answerInput = z.union([
  z.string().check(z.minLength(1), z.maxLength(MAX_TEXT_LENGTH)),
  z.number(),
  z.literal(true),
  z.null(),
  z.array(value).check(z.minLength(1), z.maxLength(300)),
  z.record(name, value),
]);

/** `length` bytes in base64url without padding (RFC 4648, section 5). */
// @__NO_SIDE_EFFECTS__
function bytes(length: number) {
  return z.string().check(z.regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((length * 4) / 3)}}$`)));
}

/**
 * 128 random bits that the person's device makes and keeps. They make sure that the answer is taken once however
 * often it is sent, and who has them can have it erased. The server keeps only a keyed hash.
 */
export const Receipt = bytes(16);

/** Proof that somebody may answer, unblinded: the prepared message (RFC 9474, section 4.1) and its signature. */
export const SurveyToken = z.strictObject({ message: bytes(64), signature: bytes(256) });
export type SurveyToken = z.infer<typeof SurveyToken>;

/** An answer to a questionnaire. */
export const SubmitResponse = z.strictObject({
  /** Version of the questionnaire that was answered. */
  version: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  /** Language that it was answered in (BCP 47). */
  language: z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/), z.maxLength(35)),
  receipt: Receipt,
  answers: z
    .record(name, answerInput)
    .check(z.refine((answers) => Object.keys(answers).length <= MAX_QUESTIONS, 'Too many answers.')),
  token: z.optional(SurveyToken),
  /** A field that people do not see: what fills it in is a program. */
  website: z.optional(z.string().check(z.maxLength(500))),
});
export type SubmitResponse = z.infer<typeof SubmitResponse>;

/** That an answer has arrived. The same however often it is sent. */
export const ResponseReceived = z.object({ received: z.boolean() });
export type ResponseReceived = z.infer<typeof ResponseReceived>;

/** Asks for a token, blinded so that the server cannot recognise it later (RFC 9474, section 4.2). */
export const AskForToken = z.strictObject({
  version: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  blinded: bytes(256),
});
export type AskForToken = z.infer<typeof AskForToken>;

export const BlindToken = z.object({ signature: z.string() });
export type BlindToken = z.infer<typeof BlindToken>;

/** Has one answer erased by whoever sent it. */
export const EraseResponse = z.strictObject({ receipt: Receipt });
export type EraseResponse = z.infer<typeof EraseResponse>;
