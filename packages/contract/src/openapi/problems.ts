// The error answers of a call, grouped by their status.

import {
  COMMON_PROBLEMS,
  isProblemCode,
  problem,
  Problem,
  PROBLEMS,
  type Endpoint,
  type ProblemCode,
} from '../core/index.ts';
import { headerRefs } from './headers.ts';
import { refTo } from './schemas.ts';

/** One example for each problem, as components. */
export const PROBLEM_EXAMPLES: Readonly<Record<string, object>> = Object.fromEntries(
  Object.keys(PROBLEMS)
    .filter(isProblemCode)
    .map((code) => [code, { summary: PROBLEMS[code][1], value: problem(code) }]),
);

/** Problems that have to do with credentials, which a call for anybody does not ask for. */
const CREDENTIAL_PROBLEMS: readonly ProblemCode[] = [
  'unauthenticated',
  'origin-not-allowed',
  'secret-key-in-browser',
  'demo-only',
];

/** The error answers of a call by status. */
export function problemResponses(call: Endpoint): Record<string, object> {
  const codes = problemsOf(call);
  const statuses = new Set(codes.map((code) => PROBLEMS[code][0]));
  return Object.fromEntries(
    [...statuses].map((status) => [status, response(codes.filter((code) => PROBLEMS[code][0] === status))]),
  );
}

function problemsOf({ auth, problems }: Endpoint): ProblemCode[] {
  const common = COMMON_PROBLEMS.filter((code) => {
    if (code === 'scope-missing' || code === 'address-not-allowed') return auth.includes(':');
    return auth !== 'none' || !CREDENTIAL_PROBLEMS.includes(code);
  });
  return [...common, ...problems];
}

function response(codes: readonly ProblemCode[]): object {
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}`).join('\n\n'),
    headers: headerRefs('Request-Id', ...waitingHeaders(codes)),
    content: {
      'application/problem+json': {
        schema: refTo(Problem),
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

/** Beside `too-many-requests`, what says when to come again. */
const WAITING: readonly ProblemCode[] = ['unavailable', 'storage-full', 'idempotency-in-progress'];

function waitingHeaders(codes: readonly ProblemCode[]) {
  if (codes.includes('too-many-requests')) {
    return ['Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'] as const;
  }
  const waits = WAITING.some((code) => codes.includes(code));
  return waits ? (['Retry-After'] as const) : [];
}
