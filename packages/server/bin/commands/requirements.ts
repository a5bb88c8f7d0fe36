// lintas requirements

import { DocumentRequirementInput } from '@lintas/contract';
import * as z from 'zod/mini';
import { writeRequirements } from '../../src/documents/requirements.ts';
import { findTenant } from '../../src/tenants.ts';
import { readCall, text } from '../call.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';
import { readJson } from '../files.ts';

const MAX_REQUIREMENTS = 1000;

export const requirementsCommand: Command = {
  name: 'requirements',
  summary: 'write down which documents applications need',
  help: `Usage: lintas requirements --tenant <authority> <file.json>

The file holds a list of requirements, each as DocumentRequirementInput of the contract describes it, in the
order in which they are shown. It replaces all that the authority asked for before, or nothing when something
in it is wrong.`,
  async run(args) {
    const { values, positionals } = readCall(args, { tenant: text }, 1);
    const [path] = positionals;
    const { tenant } = values;
    if (tenant === undefined || path === undefined) throw new UsageError('Give --tenant and a file.');
    const requirements = await readJson(path, Requirements, 'Nothing was written.');
    await withDatabase(({ database, clock }) =>
      database.asOwner(async (transaction) => {
        const found = await findTenant(transaction, tenant);
        if (found?.kind !== 'authority') throw new UsageError('There is no authority with this id.');
        await writeRequirements(transaction, tenant, requirements, new Date(clock()));
      }),
    );
    console.log(`${requirements.length} requirements written.`);
    return 0;
  },
};

const Requirements = z.array(DocumentRequirementInput).check(
  z.maxLength(MAX_REQUIREMENTS),
  z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'An id comes twice.'),
);
