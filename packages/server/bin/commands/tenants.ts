// lintas tenants

import { I18nTextInput, isKnown, SYMBOLS } from '@lintas/contract';
import * as z from 'zod/mini';
import {
  changeTenant,
  createTenant,
  findTenant,
  PARTNER_ROLES,
  type PartnerRole,
} from '../../src/tenants.ts';
import { entriesOf, readCall, text } from '../call.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';

export const tenantsCommand: Command = {
  name: 'tenants',
  summary: 'create, change and list authorities and partners',
  help: `Usage: lintas tenants create --id <id> --name-en <text> --name-id <text> [--issuer <two symbols>] [--roles <role,…>]
       lintas tenants change --id <id> [--name-en <text>] [--name-id <text>] [--roles <role,…>|none]
       lintas tenants list

A tenant with --issuer is an authority: its references begin with these two symbols of
${SYMBOLS}, which must say nothing but who it is. One without is a partner. Roles of a partner: ${PARTNER_ROLES.join(', ')};
a verifier reviews documents for which a consent or an assignment lives.

change changes what it is given, at once, and nothing else. An id and an issuer stay for good.
list writes, with tabs between them: id, kind, issuer, English name, roles.`,
  async run([action, ...args]) {
    if (action === 'create') return create(args);
    if (action === 'change') return change(args);
    if (action === 'list') return list(args);
    throw new UsageError('Say "create", "change" or "list".');
  },
};

const CHANGEABLE = { id: text, 'name-en': text, 'name-id': text, roles: text };
const FOR_PARTNERS = `--roles takes ${PARTNER_ROLES.join(', ')}, or none, for partners only.`;

async function create(args: string[]): Promise<number> {
  const { values } = readCall(args, { ...CHANGEABLE, issuer: text });
  const { id, issuer } = values;
  if (id === undefined || !/^[a-z0-9-]{1,40}$/.test(id)) {
    throw new UsageError('--id takes lower-case letters, digits and dashes.');
  }
  const name = readName(values);
  if (!name['en'] || !name['id']) throw new UsageError('Give --name-en and --name-id.');
  if (issuer !== undefined && !new RegExp(`^[${SYMBOLS}]{2}$`).test(issuer)) {
    throw new UsageError(`--issuer takes two symbols of ${SYMBOLS}.`);
  }
  const roles = readRoles(values) ?? [];
  if (roles.length > 0 && issuer !== undefined) throw new UsageError(FOR_PARTNERS);
  const kind = issuer === undefined ? 'partner' : 'authority';
  const tenant = { id, kind, name, issuer, roles } as const;
  const created = await withDatabase(({ database, clock }) =>
    database.asOwner((transaction) => createTenant(transaction, tenant, new Date(clock()))),
  );
  if (!created) {
    throw new UsageError('There is a tenant with this id, or an authority with this issuer, already.');
  }
  return 0;
}

async function change(args: string[]): Promise<number> {
  const { values } = readCall(args, CHANGEABLE);
  const { id } = values;
  if (id === undefined) throw new UsageError('Give --id.');
  const [name, roles] = [readName(values), readRoles(values)];
  if (Object.keys(name).length === 0 && roles === undefined) {
    throw new UsageError('Give what changes: --name-en, --name-id or --roles.');
  }
  await withDatabase(({ database }) =>
    database.asOwner(async (transaction) => {
      const tenant = await findTenant(transaction, id);
      if (!tenant) throw new UsageError('There is no tenant with this id.');
      if (tenant.kind === 'authority' && roles !== undefined) throw new UsageError(FOR_PARTNERS);
      await changeTenant(transaction, id, { name: { ...tenant.name, ...name }, roles });
    }),
  );
  return 0;
}

type Values = { readonly [Name in keyof typeof CHANGEABLE]?: string | undefined };

/** What is given of a name, by language. */
function readName({ 'name-en': en, 'name-id': id }: Values): I18nTextInput {
  return {
    ...(en !== undefined && { en: readWording('--name-en', en) }),
    ...(id !== undefined && { id: readWording('--name-id', id) }),
  };
}

function readWording(option: string, words: string): I18nTextInput[string] {
  const wording = { text: words, reviewed: 'professional' as const };
  if (z.safeParse(I18nTextInput, { en: wording }).success) return wording;
  throw new UsageError(`${option} takes one line of text, of at most 500 characters.`);
}

function readRoles({ roles }: Values): readonly PartnerRole[] | undefined {
  if (roles === undefined) return undefined;
  if (roles === 'none') return [];
  const wanted = entriesOf(roles);
  const known = wanted.filter((role) => isKnown(PARTNER_ROLES, role));
  if (known.length < wanted.length) throw new UsageError(FOR_PARTNERS);
  return known;
}

async function list(args: string[]): Promise<number> {
  readCall(args, {});
  const tenants = await withDatabase(({ database }) =>
    database.asOwner((transaction) =>
      transaction
        .selectFrom('tenants')
        .select(['id', 'kind', 'issuer', 'name', 'roles'])
        .orderBy('id')
        .execute(),
    ),
  );
  for (const { id, kind, issuer, name, roles } of tenants) {
    console.log([id, kind, issuer ?? '', name['en']?.text ?? '', roles.join(',')].join('\t'));
  }
  return 0;
}
