// lintas keys

import { isKnown, SCOPES, type Scope } from '@lintas/contract';
import {
  isOrigin,
  issueKey,
  listKeys,
  revokeKey,
  type KeyRequest,
  type KeyRow,
} from '../../src/keys/issue.ts';
import { isNetwork } from '../../src/keys/networks.ts';
import { rotateSigningKey } from '../../src/documents/attestations/signing-keys.ts';
import { findTenant } from '../../src/tenants.ts';
import { entriesOf, readCall, text } from '../call.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Of what only an authority has: its applications and their documents. */
const FOR_AUTHORITIES: readonly Scope[] = ['applications:read', 'applications:write', 'documents:read'];

export const keysCommand: Command = {
  name: 'keys',
  summary: 'create, list and revoke keys, and rotate the one that signs',
  help: `Usage: lintas keys create --tenant <id> --kind publishable --origins <origin,…> [--days <n>]
       lintas keys create --tenant <id> --kind secret --scopes <scope,…>
                  [--networks <network,…>] [--days <n>]
       lintas keys list
       lintas keys revoke <key id>
       lintas keys rotate

create prints the key, which is shown this once. Origins are exact: https://help.example.org
Scopes: ${SCOPES.join(', ')}. --networks takes the key from
nowhere else: 192.0.2.7,198.51.100.0/24,2001:db8::/32. --days ends the key by itself after that many days.
revoke counts at once, also for what is open. rotate makes a new key to sign confirmations of documents
with; what was signed with the old one can still be checked.`,
  async run([action, ...args]) {
    if (action === 'create') return create(args);
    if (action === 'list') return list(args);
    if (action === 'revoke') return revoke(args);
    if (action === 'rotate') return rotate(args);
    throw new UsageError('Say "create", "list", "revoke <key id>" or "rotate".');
  },
};

async function create(args: string[]): Promise<number> {
  const options = { tenant: text, kind: text, origins: text, scopes: text, networks: text, days: text };
  const { values } = readCall(args, options);
  const { tenant, days } = values;
  if (tenant === undefined) throw new UsageError('Give --tenant.');
  if (days !== undefined && !/^[1-9]\d{0,4}$/.test(days)) throw new UsageError('--days takes a number.');
  const kind = readKind(values);
  const issued = await withDatabase(({ database, clock, cryptography }) =>
    database.asOwner(async (transaction) => {
      const found = await findTenant(transaction, tenant);
      if (!found) throw new UsageError('There is no such tenant.');
      if (found.kind !== 'authority') refuseForPartner(kind.scopes ?? []);
      const expiresAt = days === undefined ? undefined : new Date(clock() + Number(days) * DAY_MS);
      return issueKey(transaction, { tenantId: tenant, expiresAt, ...kind }, { clock, cryptography });
    }),
  );
  console.log(`${issued.id}\t${issued.text}`);
  return 0;
}

/** A key that would read nothing but empty lists tells nobody that it is of the wrong tenant. */
function refuseForPartner(scopes: readonly Scope[]): void {
  if (!scopes.some((scope) => FOR_AUTHORITIES.includes(scope))) return;
  const taken = SCOPES.filter((scope) => !FOR_AUTHORITIES.includes(scope));
  throw new UsageError(
    `This tenant is a partner, and applications only an authority has, with their documents: a partner's key takes ${taken.join(', ')}. Give --tenant an authority, which is created with --issuer.`,
  );
}

type Kind = Pick<KeyRequest, 'kind' | 'origins' | 'scopes' | 'networks'>;

function readKind({ kind, origins, scopes, networks }: Readonly<Record<string, string | undefined>>): Kind {
  if (kind === 'publishable') {
    // Pages are called from everywhere: whoever gives both would think themselves safe.
    if (networks !== undefined) throw new UsageError('--networks is for secret keys.');
    if (scopes !== undefined) throw new UsageError('--scopes is for secret keys.');
    const list = entriesOf(origins);
    if (list.length === 0 || !list.every(isOrigin)) {
      throw new UsageError(
        '--origins takes exact origins such as https://help.example.org, separated by commas.',
      );
    }
    return { kind, origins: list };
  }
  if (kind !== 'secret') throw new UsageError('--kind is publishable or secret.');
  if (origins !== undefined) throw new UsageError('--origins is for publishable keys.');
  const list = entriesOf(scopes);
  const known = list.filter((scope) => isKnown(SCOPES, scope));
  if (known.length === 0 || known.length < list.length) {
    throw new UsageError(`--scopes takes ${SCOPES.join(', ')}, separated by commas.`);
  }
  return { kind, scopes: known, ...(networks !== undefined && { networks: readNetworks(networks) }) };
}

function readNetworks(text: string): readonly string[] {
  const networks = entriesOf(text);
  if (networks.every(isNetwork)) return networks;
  throw new UsageError(
    '--networks takes addresses and networks such as 198.51.100.0/24, separated by commas.',
  );
}

async function list(args: string[]): Promise<number> {
  readCall(args, {});
  const keys = await withDatabase(({ database }) => database.asOwner((transaction) => listKeys(transaction)));
  for (const key of keys) console.log(line(key));
  return 0;
}

function line(key: KeyRow): string {
  const { id, tenant_id, kind, scopes, origins, networks, expires_at, revoked_at, last_used_at } = key;
  const state = revoked_at
    ? `revoked ${revoked_at.toISOString()}`
    : `until ${expires_at?.toISOString() ?? 'revoked'}`;
  const use = last_used_at ? `last used ${last_used_at.toISOString()}` : 'never used';
  return [id, tenant_id, kind, [...scopes, ...origins, ...(networks ?? [])].join(','), state, use].join('\t');
}

async function revoke(args: string[]): Promise<number> {
  const [id] = readCall(args, {}, 1).positionals;
  if (id === undefined) throw new UsageError('Give the id of a key, as "lintas keys list" has it.');
  const revoked = await withDatabase(({ database, clock }) =>
    database.asOwner((transaction) => revokeKey(transaction, id, new Date(clock()))),
  );
  if (!revoked) throw new UsageError('There is no live key with this id.');
  return 0;
}

async function rotate(args: string[]): Promise<number> {
  readCall(args, {});
  console.log(await withDatabase(rotateSigningKey));
  return 0;
}
