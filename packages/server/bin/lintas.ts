#!/usr/bin/env node
// The command line. Each command is a file in commands/; this one finds it and turns what it throws into a
// sentence and an exit code.

import { describeDatabaseRefusal } from './database-refusals.ts';
import { UsageError, type Command } from './command.ts';
import { auditCommand } from './commands/audit.ts';
import { documentsCommand } from './commands/documents.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { installationKeyCommand } from './commands/installation-key.ts';
import { keysCommand } from './commands/keys.ts';
import { metricsCommand } from './commands/metrics.ts';
import { migrateCommand } from './commands/migrate.ts';
import { requirementsCommand } from './commands/requirements.ts';
import { retentionCommand } from './commands/retention.ts';
import { seedCommand } from './commands/seed.ts';
import { serveCommand } from './commands/serve.ts';
import { surveysCommand } from './commands/surveys.ts';
import { tenantsCommand } from './commands/tenants.ts';
import { ENVIRONMENT } from '../src/config.ts';
import { readVersion } from '../src/node/version.ts';

const COMMANDS: readonly Command[] = [
  serveCommand,
  migrateCommand,
  installationKeyCommand,
  seedCommand,
  tenantsCommand,
  keysCommand,
  requirementsCommand,
  documentsCommand,
  surveysCommand,
  importCommand,
  exportCommand,
  metricsCommand,
  auditCommand,
  retentionCommand,
];

const [first, ...rest] = process.argv.slice(2);
const asksFirst = first === undefined || ['help', '--help', '-h'].includes(first);
const [name, ...args] = asksFirst ? rest : [first, ...rest];
const command = COMMANDS.find((candidate) => candidate.name === name);

process.stdout.once('error', endUnread);
if (first === '--version') console.log(readVersion());
else if (name === undefined) console.log(overview());
else if (!command) fail(`There is no command "${name}".`, 'lintas --help lists them.');
else if (asksFirst || asksForHelp(args)) console.log(command.help);
else await run(command);

/** What is behind two dashes is a value. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end < 0 ? undefined : end).some((word) => word === '--help' || word === '-h');
}

async function run(called: Command): Promise<void> {
  try {
    process.exitCode = (await called.run(args)) ?? 0;
  } catch (error) {
    // Mistakes of the operator come as sentences; of anything else the whole story helps.
    if (error instanceof UsageError) fail(error.message, `lintas ${called.name} --help`);
    else fail(describeDatabaseRefusal(error) ?? (error instanceof Error ? error.message : String(error)));
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(ENVIRONMENT).map((setting) => setting.length));
  return [
    'Usage: lintas <command> [options]',
    '       lintas --version',
    '',
    ...COMMANDS.map(({ name: each, summary }) => `  ${each.padEnd(16)} ${summary}`),
    '',
    'lintas <command> --help tells more. Settings come from the environment (defaults in brackets):',
    '',
    ...Object.entries(ENVIRONMENT).map(([setting, meaning]) => `  ${setting.padEnd(width)} ${meaning}`),
  ].join('\n');
}

/** 2 as shells do for a wrong call, 1 for everything else. */
function fail(message: string, hint?: string): void {
  console.error(`lintas: ${message}`);
  if (hint !== undefined) console.error(hint);
  process.exitCode = hint === undefined ? 1 : 2;
}

/** What a command tells may be told this once, a PIN above all: nothing more is done that nobody would read. */
function endUnread(error: NodeJS.ErrnoException): never {
  console.error(
    `lintas: The output cannot be written (${error.code ?? 'unknown'}). What was done until then is done, and its last line may be lost.`,
  );
  process.exit(1);
}
