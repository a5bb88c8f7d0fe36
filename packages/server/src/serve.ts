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
import { createLog } from './node/log.ts';
import { prepareWhenReachable } from './node/preparation.ts';
import { readVersion } from './node/version.ts';
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
 *   with another installation key, or the port is taken
 */
export async function serve(
  config: Config,
  write: (line: string) => void = console.log,
): Promise<RunningServer> {
  const database = await openDatabase(config.database);
  const log = createLog(write);
  const preparation = await prepareWhenReachable(database, config, log).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const bus = await openBus(preparation.database, {
    databaseUrl: 'url' in config.database ? config.database.url : undefined,
    busUrl: config.busUrl,
  });
  const blobs = await openBlobStore(config.blobs);
  const dependencies: Dependencies = {
    database: preparation.database,
    bus,
    blobs,
    inspector: createInspector(),
    malwareScanner: config.clamdUrl === undefined ? undefined : createClamd(config.clamdUrl),
    cryptography: preparation.cryptography,
    clock: Date.now,
    log,
    demo: config.demo,
    version: readVersion(),
  };
  const stopWorking = startDocumentWorker(dependencies);
  const stopMeasuring = startMetricsWorker(dependencies);
  const stopRetaining = startRetentionWorker(dependencies);
  const server = await listen(createApp(dependencies), {
    port: config.port,
    // Everybody knows the demonstration's keys.
    host: config.demo ? '127.0.0.1' : undefined,
    trustedProxies: config.trustedProxies,
  });
  return {
    url: `http://localhost:${server.port}`,
    refused: preparation.refused,
    async close() {
      preparation.stop();
      await server.close();
      await stopWorking();
      await stopMeasuring();
      await stopRetaining();
      await bus.close();
      await blobs.close();
      await database.close();
    },
  };
}
