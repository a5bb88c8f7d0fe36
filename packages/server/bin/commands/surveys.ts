// lintas surveys

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { isKnown, SURVEY_ACCESSES, SurveyInput } from '@lintas/contract';
import * as z from 'zod/mini';
import { fieldErrors } from '../../src/http/validation.ts';
import { readWorkbook } from '../../src/node/xlsx/workbook.ts';
import { FollowUpInput, publishFollowUp } from '../../src/surveys/follow-up.ts';
import { publishSurvey } from '../../src/surveys/publish.ts';
import { convertXlsform, type ConversionOptions } from '../../src/surveys/xlsform/convert.ts';
import { SKM_ORDERS } from '../../src/surveys/xlsform/skm-order.ts';
import { findTenant } from '../../src/tenants.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';

const text = { type: 'string' } as const;
const OPTIONS = {
  tenant: text,
  id: text,
  version: text,
  access: text,
  'retention-days': text,
  language: text,
  'skm-order': text,
} as const;

export const surveysCommand: Command = {
  name: 'surveys',
  summary: 'publish a questionnaire, or what is done about its results, from a file',
  help: `Usage: lintas surveys import <file.json | file.xlsx> --tenant <id> [--id <survey>]
       lintas surveys follow-up <file.json> --tenant <id> --id <survey> [--version <n>]

Publishes the questionnaire of a file and prints its id and version. With --id it is a new version of that
questionnaire: versions that were published before never change, and answers to them are still taken.

A .json file is a SurveyInput of the contract. A .xlsx file is an XLSForm: its sheets survey, choices and settings,
with a column "purpose" in settings that tells people why they are asked. Nothing is published when something in
it cannot be taken over; every such line is told. For an XLSForm:

  --access open|token     who may answer: anybody, or each opened case once (open)
  --retention-days <n>    days after which single answers are erased (365)
  --language <tag>        language of columns that name none (that of the settings sheet, or id)
  --skm-order list|questionnaire
                          for a sheet that names the elements of SKM u1 to u9: whether the 8th is complaints, as in
                          the regulation's list, or facilities, as in its questionnaire

follow-up publishes beside the results what is done about them: a .json file with a text in every language for each
element, {"time": {"id": {"text": "…", "reviewed": "peer"}, "en": {…}}}. It replaces what was there; {} takes it back.`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [action, path] = positionals;
    if ((action !== 'import' && action !== 'follow-up') || path === undefined || positionals.length > 2) {
      throw new UsageError('Say: import or follow-up, and one file.');
    }
    const { tenant } = values;
    if (tenant === undefined) throw new UsageError('Give --tenant.');
    if (action === 'follow-up') return followUp(tenant, path, values);
    const input =
      extname(path).toLowerCase() === '.xlsx' ? await readXlsform(path, values) : await readJson(path);
    return publish(tenant, input, values.id);
  },
};

type Values = { readonly [Name in keyof typeof OPTIONS]?: string | undefined };

async function publish(tenantId: string, input: SurveyInput, id: string | undefined): Promise<number> {
  return withDatabase(({ database, clock, cryptography }) =>
    database.asOwner(async (transaction) => {
      if (!(await findTenant(transaction, tenantId)))
        throw new UsageError('There is no tenant with this id.');
      const published = await publishSurvey(transaction, { tenantId, input, id }, { clock, cryptography });
      if ('errors' in published)
        throw report(published.errors.map(({ pointer, message }) => `${pointer}: ${message}`));
      console.log(JSON.stringify(published));
      return 0;
    }),
  );
}

async function followUp(tenantId: string, path: string, { id, version }: Values): Promise<number> {
  if (id === undefined) throw new UsageError('Give --id.');
  if (version !== undefined && !/^[1-9]\d{0,5}$/.test(version))
    throw new UsageError('--version is a number.');
  const input = parse(FollowUpInput, await readValue(path));
  const edition = { tenantId, id, ...(version !== undefined && { version: Number(version) }) };
  return withDatabase(({ database }) =>
    database.asOwner(async (transaction) => {
      const errors = await publishFollowUp(transaction, edition, input);
      if (errors.length > 0) throw report(errors.map(({ pointer, message }) => `${pointer}: ${message}`));
      return 0;
    }),
  );
}

async function readJson(path: string): Promise<SurveyInput> {
  return parse(SurveyInput, await readValue(path));
}

async function readValue(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new UsageError('The file cannot be read, or is not valid JSON.');
  }
}

async function readXlsform(path: string, values: Values): Promise<SurveyInput> {
  const { access = 'open', 'retention-days': days = '365', language, 'skm-order': order } = values;
  if (!isKnown(SURVEY_ACCESSES, access)) throw new UsageError('--access is open or token.');
  const options: ConversionOptions = { language, skmOrder: readOrder(order) };
  const { survey, errors, leftOut } = convertXlsform(readWorkbook(await readFile(path)), options);
  if (errors.length > 0) {
    throw report(errors.map(({ sheet, line, message }) => `${sheet}, line ${line}: ${message}`));
  }
  if (leftOut.length > 0)
    console.error(`Left out, because it is about the phone: line ${leftOut.join(', ')}.`);
  return parse(SurveyInput, { ...survey, access, retentionDays: Number(days) });
}

function readOrder(order: string | undefined): (typeof SKM_ORDERS)[number] | undefined {
  if (order === undefined || isKnown(SKM_ORDERS, order)) return order;
  throw new UsageError('--skm-order is list or questionnaire.');
}

function parse<Shape extends z.ZodMiniType>(shape: Shape, value: unknown): z.infer<Shape> {
  const result = z.safeParse(shape, value);
  if (result.success) return result.data;
  throw report(fieldErrors(result.error.issues).map(({ pointer, message }) => `${pointer}: ${message}`));
}

function report(lines: readonly string[]): UsageError {
  return new UsageError(['Nothing was published. This cannot be taken over:', ...lines].join('\n'));
}
