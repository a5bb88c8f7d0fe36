// The shape of one call. Each call is declared once; the server binds a handler to the declaration,
// the SDK calls through it, and the OpenAPI document is generated from it.

import type * as z from 'zod/mini';
import type { ProblemCode } from './problem.ts';

/** What a secret key may be allowed to do. */
export const SCOPES = [
  'applications:read',
  'applications:write',
  'documents:read',
  'verifications:write',
  'surveys:write',
] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * Who may call:
 * `none`, anybody; `publishable`, a page with its key (`Lintas-Key: pk_…`) from an allowed origin;
 * `session`, a person who opened a case (`Authorization: Bearer cs_…`);
 * a {@link Scope}, a system whose secret key (`Authorization: Bearer sk_…`) has it.
 */
export type Auth = 'none' | 'publishable' | 'session' | Scope;

export type Method = 'GET' | 'POST' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS';

/** A call that carries bytes instead of JSON, with the headers that say the rest. */
export interface Bytes {
  /** Media type of the body. */
  readonly body?: string;
  /** Media type of the answer's body. */
  readonly answer?: string;
  /** Headers that the request has beside its credential. */
  readonly headers?: readonly string[];
  /** Headers that the answer has beside those of every answer. */
  readonly answerHeaders?: readonly string[];
}

/** Names of the `{…}` parts of a path, each of which takes a string. */
export type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [Key in Name]: string } & PathParams<Rest>
  : unknown;

/** One call of the API. */
export interface Endpoint<
  Path extends string = string,
  Query extends z.ZodMiniType | undefined = z.ZodMiniType | undefined,
  Body extends z.ZodMiniType | undefined = z.ZodMiniType | undefined,
  Answer extends z.ZodMiniType | undefined = z.ZodMiniType | undefined,
> {
  /** Unique name, also the OpenAPI `operationId`. */
  readonly id: string;
  readonly summary: string;
  readonly method: Method;
  readonly path: Path;
  readonly auth: Auth;
  /** Query parameters; strict, every value a string. */
  readonly query?: Query;
  /** Request body; strict: an unknown field is an error. */
  readonly body?: Body;
  /** Status of success. */
  readonly status: 200 | 201 | 204;
  /** Body of success; unknown fields are dropped, unknown enum values pass. */
  readonly answer?: Answer;
  /** Bytes instead of JSON, on the way in, out, or both. */
  readonly bytes?: Bytes;
  /** `text/event-stream` instead of one JSON body; `answer` is then the data of a message. */
  readonly stream: boolean;
  /**
   * The answer carries an `ETag`, and `If-None-Match` with it answers 304. A call that may answer
   * `precondition-failed` takes the same `ETag` as `If-Match`.
   */
  readonly etag: boolean;
  /** Problems that this call can answer beside the {@link COMMON_PROBLEMS}. */
  readonly problems: readonly ProblemCode[];
}

/** What a handler receives as body, and a caller gives. */
export type BodyOf<Call extends Endpoint> = Parsed<Call['body']>;
/** What a handler receives as query, and a caller gives. */
export type QueryOf<Call extends Endpoint> = Parsed<Call['query']>;
/** What a handler answers, and a caller gets. */
export type AnswerOf<Call extends Endpoint> = Parsed<Call['answer']>;
/** The parameters in the path of a call. */
export type ParamsOf<Call extends Endpoint> = PathParams<Call['path']>;

/** In brackets, because a call without a schema gives `never`, which else matches anything. */
type Parsed<Schema> = [NonNullable<Schema>] extends [never]
  ? undefined
  : NonNullable<Schema> extends z.ZodMiniType<infer Value>
    ? Value
    : undefined;

/** Problems that any call can answer. */
export const COMMON_PROBLEMS = [
  'unauthenticated',
  'https-required',
  'origin-not-allowed',
  'address-not-allowed',
  'secret-key-in-browser',
  'scope-missing',
  'demo-only',
  'not-found',
  'method-not-allowed',
  'too-many-requests',
  'internal',
  'unavailable',
  'storage-full',
] as const satisfies readonly ProblemCode[];

/** Problems that any POST can answer. A POST takes an `Idempotency-Key`. */
export const POST_PROBLEMS = [
  'malformed-json',
  'length-required',
  'body-too-large',
  'unsupported-media-type',
  'invalid-request',
  'idempotency-key-reused',
  'idempotency-in-progress',
] as const satisfies readonly ProblemCode[];

/**
 * Declares a call. Status defaults to 200 with an answer and 204 without.
 * Marked as free of side effects, so that a bundle drops the calls that it does not make.
 */
// @__NO_SIDE_EFFECTS__
export function endpoint<
  Path extends string,
  Query extends z.ZodMiniType | undefined = undefined,
  Body extends z.ZodMiniType | undefined = undefined,
  Answer extends z.ZodMiniType | undefined = undefined,
>(declaration: Declaration<Endpoint<Path, Query, Body, Answer>>): Endpoint<Path, Query, Body, Answer> {
  const { answer, bytes } = declaration;
  const status = answer === undefined && bytes?.answer === undefined ? 204 : 200;
  return { status, stream: false, etag: false, problems: [], ...declaration };
}

type Defaulted = 'status' | 'stream' | 'etag' | 'problems';
type Declaration<Call extends Endpoint> = Omit<Call, Defaulted> & Partial<Pick<Call, Defaulted>>;
