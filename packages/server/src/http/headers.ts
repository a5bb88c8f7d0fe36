// Headers that every answer carries, whatever it is.

const YEAR_IN_SECONDS = 31_536_000;

/**
 * Answers are data for one reader: never run, framed, sniffed, cached or referred to; nor compressed on their way, which
 * would tell what is in them (padding.ts).
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store, no-transform',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-site',
  'Strict-Transport-Security': `max-age=${YEAR_IN_SECONDS}; includeSubDomains`,
};

/** Headers of an answer while it is being made: a plain record, which the Node adapter writes as it is. */
export type AnswerHeaders = Record<string, string>;

export function firstHeaders(requestId: string): AnswerHeaders {
  return { ...SECURITY_HEADERS, 'Request-Id': requestId };
}
