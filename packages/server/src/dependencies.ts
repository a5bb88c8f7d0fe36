// What the API is built from.

import type { Clock, Cryptography, Log } from './adapters.ts';
import type { BlobStore } from './blobs/blob-store.ts';
import type { Bus, Database } from './db/database.ts';
import type { Inspector } from './documents/checks/inspection.ts';
import type { MalwareScanner } from './documents/checks/malware.ts';
import type { ElementFiles } from './frames/files.ts';

export interface Dependencies {
  readonly database: Database;
  readonly bus: Bus;
  readonly blobs: BlobStore;
  /** Looks into files that were handed in, apart from this process. */
  readonly inspector: Inspector;
  /** Without one, nothing is said about malware. */
  readonly malwareScanner?: MalwareScanner | undefined;
  readonly cryptography: Cryptography;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the well-known keys of the demonstration are accepted. */
  readonly demo: boolean;
  /** What frames are made of; without it there are none. */
  readonly elements?: ElementFiles | undefined;
  /** Version that `GET /v1/health` tells. */
  readonly version: string;
}
