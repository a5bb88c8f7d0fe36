// lintas tenants

import { isKnown, SYMBOLS } from '@lintas/contract';
import { createTenant, PARTNER_ROLES } from '../../src/tenants.ts';
import { readCall, text } from '../call.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';

export const tenantsCommand: Command = {
  name: 'tenants',
  summary: 'create and list authorities and partners',
  help: `Usage: lintas tenants create --id <id> --name-en <text> --name-id <text> [--issuer <two symbols>] [--roles <role,…>]
       lintas tenants list

A tenant with --issuer is an authority: its references begin with these two symbols of
${SYMBOLS}, which must say nothing but who it is. One without is a partner. Roles of a partner: ${PARTNER_ROLES.join(', ')};
a verifier reviews documents for which a consent or an assignment lives.`,
  async run([action, ...args]) {
    if (action === 'list') return list(args);
    if (action !== 'create') throw new UsageError('Say "create" or "list".');
    const options = { id: text, 'name-en': text, 'name-id': text, issuer: text, roles: text };
    const { values } = readCall(args, options);
    const { id, issuer, 'name-en': english, 'name-id': indonesian } = values;
    if (id === undefined || !/^[a-z0-9-]{1,40}$/.test(id)) {
      throw new UsageError('--id takes lower-case letters, digits and dashes.');
    }
    if (!english?.trim() || !indonesian?.trim()) throw new UsageError('Give --name-en and --name-id.');
    if (issuer !== undefined && !new RegExp(`^[${SYMBOLS}]{2}$`).test(issuer)) {
      throw new UsageError(`--issuer takes two symbols of ${SYMBOLS}.`);
    }
    const wanted = values.roles?.split(',') ?? [];
    const roles = wanted.filter((role) => isKnown(PARTNER_ROLES, role));
    if (roles.length < wanted.length || (roles.length > 0 && issuer !== undefined)) {
      throw new UsageError(`--roles takes ${PARTNER_ROLES.join(', ')}, for partners only.`);
    }
    const name = {
      en: { text: english, reviewed: 'professional' as const },
      id: { text: indonesian, reviewed: 'professional' as const },
    };
    const kind = issuer === undefined ? 'partner' : 'authority';
    const created = await withDatabase(({ database, clock }) =>
      database.asOwner((transaction) =>
        createTenant(transaction, { id, kind, name, issuer, roles }, new Date(clock())),
      ),
    );
    if (!created) {
      throw new UsageError('There is a tenant with this id, or an authority with this issuer, already.');
    }
    return 0;
  },
};

async function list(args: string[]): Promise<number> {
  readCall(args, {});
  const tenants = await withDatabase(({ database }) =>
    database.asOwner((transaction) =>
      transaction.selectFrom('tenants').select(['id', 'kind', 'issuer', 'name']).orderBy('id').execute(),
    ),
  );
  for (const { id, kind, issuer, name } of tenants) {
    console.log([id, kind, issuer ?? '', name['en']?.text ?? ''].join('\t'));
  }
  return 0;
}
