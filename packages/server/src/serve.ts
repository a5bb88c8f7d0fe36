// Runs the API in this process: database, bus, housekeeping and the socket, started and stopped in order.

import { createApp } from './app.ts';
import { openBlobStore } from './blobs/open.ts';
import { openBus } from './bus/open.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/open.ts';
import type { Dependencies } from './dependencies.ts';
import { startDocumentWorker } from './documents/worker.ts';
import { createClamd } from './node/clamd.ts';
import { startMetricsWorker } from './metrics/worker.ts';
import { listen } from './node/http-server.ts';
import { createInspector } from './node/inspection/inspector.ts';
import { readElementFiles } from './node/element-files.ts';
import { createLog } from './node/log.ts';
import { prepareWhenReachable } from './node/preparation.ts';
import { readVersion } from './node/version.ts';
import { seekReach, watchReach } from './reach.ts';
import { startRetentionWorker } from './retention/worker.ts';

export interface RunningServer {
  /** Where it answers, for example `http://localhost:4680`. */
  readonly url: string;
  /** Rejects, in a sentence for the operator, when a database that was waited for has come, but not with our key. */
  readonly refused: Promise<never>;
  /** Lets answers finish, then stops everything. */
  close(): Promise<void>;
}

/**
 * Starts the API. A database server that is down is waited for meanwhile: calls are answered `unavailable`.
 *
 * @throws Error in a sentence for the operator when the embedded database cannot be opened, the database was set up
 *   with another installation key, or the port is taken; nothing is left open then
 */
export async function serve(
  config: Config,
  write: (line: string) => void = console.log,
): Promise<RunningServer> {
  const opened: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const end of opened.reverse()) await end();
  };
  try {
    const database = await openDatabase(config.database);
    opened.push(() => database.close());
    const log = createLog(write);
    const preparation = await prepareWhenReachable(database, config, log);
    opened.push(() => preparation.stop());
    const bus = await openBus(preparation.database, {
      databaseUrl: 'url' in config.database ? config.database.url : undefined,
      busUrl: config.busUrl,
      log,
    });
    opened.push(() => bus.close());
    const blobs = await openBlobStore(config.blobs);
    opened.push(() => blobs.close());
    // Nothing is below: what counts is the answer.
    opened.push(seekReach(watchReach('the store of documents', log), () => blobs.list('none/')));
    const dependencies: Dependencies = {
      database: preparation.database,
      bus,
      blobs,
      inspector: createInspector(),
      malwareScanner: config.clamdUrl === undefined ? undefined : createClamd(config.clamdUrl),
      cryptography: preparation.cryptography,
      elements: config.elementsDir === undefined ? undefined : await readElementFiles(config.elementsDir),
      clock: Date.now,
      log,
      demo: config.demo,
      version: readVersion(),
    };
    opened.push(
      startDocumentWorker(dependencies),
      startMetricsWorker(dependencies),
      startRetentionWorker(dependencies),
    );
    const server = await listen(createApp(dependencies), {
      port: config.port,
      // Everybody knows the demonstration's keys.
      host: config.demo ? '127.0.0.1' : undefined,
      trustedProxies: config.trustedProxies,
    });
    opened.push(() => server.close());
    return { url: `http://localhost:${server.port}`, refused: preparation.refused, close };
  } catch (error) {
    // What is left open would keep the process, and its folder, for ever.
    await close();
    throw error;
  }
}
