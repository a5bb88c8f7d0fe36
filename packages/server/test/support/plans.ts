// How the database would run a query, as its `explain` tells.

import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from 'kysely';
import type { Transaction } from '../../src/db/database.ts';

/** Runs one query; answers the plan of it as it was sent. */
export async function explainQuery(
  transaction: Transaction,
  run: (watched: Transaction) => Promise<unknown>,
): Promise<string> {
  const { sql: text, parameters } = await intercept(transaction, run);
  const { rows } = await transaction.executeQuery<Record<string, string>>(
    CompiledQuery.raw(`explain ${text}`, [...parameters]),
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

async function intercept(
  transaction: Transaction,
  run: (watched: Transaction) => Promise<unknown>,
): Promise<CompiledQuery> {
  let sent: CompiledQuery | undefined;
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }): RootOperationNode {
      sent = transaction.getExecutor().compileQuery(node, queryId);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  await run(transaction.withPlugin(plugin));
  if (!sent) throw new Error('No query was sent.');
  return sent;
}
