// Downloads that go on. Each holds a file and a connection for as long as its reader likes, so nobody may have any number
// of them; and whose session or key has ended gets no more.

import { findLiveTokens } from '../db/live-tokens.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Person, System } from '../http/call.ts';
import { hex } from '../identifiers.ts';
import { limitAtOnce } from '../limits/at-once.ts';

/** For one case, or one key of a system, in one process. */
export const MAX_DOWNLOADS = 16;

const RETRY_S = 5;
/** How often it is looked at whether the readers may still have what they read. */
const CHECK_EVERY_MS = 1000;

/** Who reads a document. */
export type Reader = Person | System;

export interface Download {
  /** Aborted once the reader may have no more. */
  readonly over: AbortSignal;
  /** Gives its place to others; more than once does no harm. */
  end(): void;
}

export interface Downloads {
  /** Begins one. @throws Refusal `too-many-requests` */
  begin(reader: Reader): Download;
}

const places = limitAtOnce(MAX_DOWNLOADS, RETRY_S);

/** Watches the downloads of a call. */
export function watchDownloads({ database, clock }: Pick<Dependencies, 'database' | 'clock'>): Downloads {
  const open = new Map<AbortController, Reader>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let checking = false;

  async function check(): Promise<void> {
    if (checking) return;
    checking = true;
    // Downloads that begin during the query were not asked about.
    const asked = [...open];
    const tokens = asked.map(([, { tokenHash }]) => tokenHash);
    const live = await database
      .atGate((transaction) => findLiveTokens(transaction, tokens, new Date(clock())))
      // Rights that cannot be looked at are not taken for granted.
      .catch(() => []);
    const alive = new Set(live.map(hex));
    for (const [download, { tokenHash }] of asked) if (!alive.has(hex(tokenHash))) download.abort();
    checking = false;
  }

  return {
    begin(reader) {
      const leave = places.enter(reader.kind === 'person' ? reader.applicationId : reader.keyId);
      const download = new AbortController();
      open.set(download, reader);
      timer ??= setInterval(() => void check(), CHECK_EVERY_MS);
      return {
        over: download.signal,
        end() {
          leave();
          open.delete(download);
          if (open.size > 0) return;
          clearInterval(timer);
          timer = undefined;
        },
      };
    },
  };
}
