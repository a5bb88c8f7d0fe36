// Opens the database that the configuration names.

import type { Database } from './database.ts';
import { openFolder, openMemory } from './embedded/open.ts';
import { openServer } from './server.ts';

/** Which database: a PostgreSQL server, an embedded one in a folder, or an embedded one that ends with us. */
export type DatabaseOptions =
  { readonly url: string } | { readonly folder: string } | { readonly memory: true };

/**
 * Opens a database. Its tables are made and brought up to date by `migrate`.
 *
 * @throws Error in a sentence for the operator when the folder is in use or its disk cannot be trusted. A
 *   server that is down is no error here.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if ('url' in options) return openServer(options.url);
  if ('folder' in options) return openFolder(options.folder);
  return openMemory();
}
