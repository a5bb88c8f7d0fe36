// What a client is made of: where the API is, and the key that says whose page or system this is.

import { LintasError } from './errors.ts';
import { given, type SomeOf } from './given.ts';
import { DEFAULT_TIMING, type Timing } from './timing.ts';

export interface ClientOptions {
  /** Where the API is, for example `https://api.example.org`. A path before `/v1` is kept. */
  readonly baseUrl: string | URL;
  /** Publishable key (`pk_…`) in a page, secret key (`sk_…`) on a server only. */
  readonly key: string;
  /** Waits that differ from {@link DEFAULT_TIMING}. */
  readonly timing?: SomeOf<Timing> | undefined;
}

/** The header that proves who calls. A function, so that nothing that prints a client prints the secret. */
export type Credential = () => readonly [name: string, value: string];

/** Options after they were checked. */
export interface Connection {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly credential: Credential;
  readonly timing: Timing;
}

/**
 * Checks the options of a client.
 *
 * @throws TypeError when address or key cannot be one; the message repeats neither.
 * @throws LintasError `secret-key-in-browser` when a secret key is used where everybody can read it.
 */
export function connect({ baseUrl, key, timing = {} }: ClientOptions): Connection {
  return {
    baseUrl: checkBaseUrl(baseUrl),
    credential: keyCredential(key),
    timing: { ...DEFAULT_TIMING, ...given(timing) },
  };
}

function checkBaseUrl(baseUrl: string | URL): string {
  const url = parseUrl(baseUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new TypeError('baseUrl must be an http(s) address and nothing else.');
  }
  return url.href.replace(/\/+$/, '');
}

function parseUrl(url: string | URL): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

function keyCredential(key: string): Credential {
  if (!/^[ps]k_[\w-]+$/.test(key)) throw new TypeError('key must be a Lintas key: pk_… or sk_….');
  if (key.startsWith('pk_')) return () => ['Lintas-Key', key];
  if (typeof window !== 'undefined' && typeof document !== 'undefined') {
    throw new LintasError(
      'secret-key-in-browser',
      'Everybody can read a secret key in a page. Revoke it and use a pk_ key.',
    );
  }
  return bearer(key);
}

/** `Authorization: Bearer …` (RFC 6750). */
export function bearer(token: string): Credential {
  return () => ['Authorization', `Bearer ${token}`];
}
