// What came back: the value that the contract promises, or the error that tells what it was instead.

import { type Endpoint, Problem } from '@lintas/contract/core';
import {
  type ErrorFacts,
  type LintasError,
  ProblemError,
  SessionEndedError,
  UnexpectedAnswerError,
} from './errors.ts';
import { parseRetryAfter } from './retry.ts';

/** Type of the API's problems. The code in it may be one that this version does not know. */
const PROBLEM_TYPE = /^urn:lintas:problem:([a-z-]{1,60})$/;

/** An endpoint with the type of what it answers. */
export type Answering<Value> = Endpoint & { readonly answer?: Schema<Value> };

interface Schema<Value> {
  safeParse(data: unknown): { success: true; data: Value } | { success: false };
}

/** Reads the body of a successful answer. */
export function readAnswer<Value>(endpoint: Answering<Value>, response: Response, body: string): Value {
  const schema: Schema<Value> | undefined = endpoint.answer;
  const parsed = schema?.safeParse(parseJson(body));
  if (parsed?.success) return parsed.data;
  throw new UnexpectedAnswerError(`${endpoint.id} was not answered as the API does.`, factsOf(response));
}

/** The error that an unsuccessful answer stands for. */
export function errorOf(endpoint: Endpoint, response: Response, body: string): LintasError {
  const { status } = response;
  const parsed = Problem.safeParse(parseJson(body));
  const facts = factsOf(response, parsed.data);
  if (endpoint.auth === 'session' && status === 401) return new SessionEndedError(facts);
  const code = parsed.data?.type.match(PROBLEM_TYPE)?.[1];
  if (code === undefined) {
    return new UnexpectedAnswerError(`${endpoint.id} was answered ${status}, not by the API.`, facts);
  }
  return new ProblemError(code, `${endpoint.id} was refused: ${code} (${status}).`, facts);
}

/** What headers and problem say. A request id is a UUID: anything else is not kept, since logs will hold it. */
function factsOf({ status, headers }: Response, problem?: Problem): ErrorFacts {
  const requestId = headers.get('Request-Id') ?? problem?.requestId;
  return {
    status,
    problem,
    requestId: requestId?.match(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)?.[0],
    retryAfter: parseRetryAfter(headers.get('Retry-After')) ?? problem?.retryAfter,
  };
}

/** The value of a JSON text, `undefined` for any other text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
