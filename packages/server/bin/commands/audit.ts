// lintas audit

import type { Cryptography } from '../../src/adapters.ts';
import { verifyAudit, type AuditFinding } from '../../src/db/audit-check.ts';
import { exportHeads, readHeads, type ExportedHead } from '../../src/db/audit-heads.ts';
import { listTenantIds } from '../../src/tenants.ts';
import { readCall, text } from '../call.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';
import { readGiven } from '../files.ts';

export const auditCommand: Command = {
  name: 'audit',
  summary: 'check the log of who did what, and print what proves it later',
  help: `Usage: lintas audit heads
       lintas audit verify [--tenant <id>] [--heads <file>]

Each tenant's log is a chain: every entry has the hash of the one before it.

heads prints the last entry of each chain as a line of JSON, with a MAC by the installation's key. Keep these
lines where nobody who can write to the database can change them, for example by a daily
  lintas audit heads >> /mnt/elsewhere/heads.ndjson

verify checks the chains and says of each whether it is intact, or the first entry that is changed or missing.
Only with --heads, a file of such lines, does it find a chain that was cut or rewritten as a whole. The exit code is 0
when all are intact, 1 when one is not, and 2 when the file cannot be read or has a line that this installation did
not print.`,
  async run([action, ...args]) {
    if (action === 'heads') return heads(args);
    if (action === 'verify') return verify(args);
    throw new UsageError('Say "heads" or "verify".');
  },
};

async function heads(args: string[]): Promise<number> {
  readCall(args, {});
  const lines = await withDatabase(({ database, ...tools }) => exportHeads(database, tools));
  for (const line of lines) console.log(line);
  return 0;
}

async function verify(args: string[]): Promise<number> {
  const { values } = readCall(args, { tenant: text, heads: text });
  return withDatabase(async ({ database, cryptography }) => {
    const exported = values.heads === undefined ? [] : await readFileOfHeads(values.heads, cryptography);
    // A tenant that is gone with its whole chain is still in the heads.
    const known = [...(await database.asOwner(listTenantIds)), ...exported.map(({ tenantId }) => tenantId)];
    const tenants = [...new Set(known)].filter((id) => id === (values.tenant ?? id));
    if (tenants.length === 0) throw new UsageError('There is no such tenant.');
    let code = 0;
    for (const tenantId of tenants) {
      const own = exported.filter((head) => head.tenantId === tenantId);
      const finding = await database.inTenant(tenantId, (transaction) =>
        verifyAudit(transaction, tenantId, own),
      );
      console.log(`${tenantId}: ${describe(finding, own.length)}`);
      if (!finding.intact) code = 1;
    }
    return code;
  });
}

async function readFileOfHeads(path: string, cryptography: Cryptography): Promise<readonly ExportedHead[]> {
  const lines = await readGiven(path);
  const found = readHeads(lines.toString('utf8'), cryptography);
  if ('heads' in found) return found.heads;
  throw new UsageError(
    `Line ${found.faultyLine} of the heads was not printed by this installation, or was changed since. Nothing was checked.`,
  );
}

function describe(finding: AuditFinding, heads: number): string {
  if (finding.intact) {
    const { position } = finding.head;
    const agreed = heads === 0 ? '' : `, as ${heads} earlier ${heads === 1 ? 'head says' : 'heads say'}`;
    return `intact, ${position} ${position === 1 ? 'entry' : 'entries'}${agreed}`;
  }
  const { position, how } = finding;
  if (how === 'rewritten')
    return `entry ${position}, or one before it, was rewritten since a head was printed`;
  return `entry ${position} is ${how}`;
}
