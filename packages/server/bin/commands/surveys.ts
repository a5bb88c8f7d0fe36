// lintas surveys

import { extname } from 'node:path';
import { isKnown, SURVEY_ACCESSES, SurveyInput } from '@lintas/contract';
import { readWorkbook } from '../../src/node/xlsx/workbook.ts';
import { FollowUpInput, publishFollowUp } from '../../src/surveys/follow-up.ts';
import { publishSurvey } from '../../src/surveys/publish.ts';
import { convertXlsform, type ConversionOptions } from '../../src/surveys/xlsform/convert.ts';
import { SKM_ORDERS } from '../../src/surveys/xlsform/skm-order.ts';
import { findTenant } from '../../src/tenants.ts';
import { readCall, text } from '../call.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';
import { checkValue, readGiven, readJson, refuseValues } from '../files.ts';

const OPTIONS_OF_XLSFORM = {
  access: text,
  'retention-days': text,
  language: text,
  'skm-order': text,
} as const;
const OUTCOME = 'Nothing was published.';

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
  async run([action, ...args]) {
    if (action === 'import') return importSurvey(args);
    if (action === 'follow-up') return followUp(args);
    throw new UsageError('Say "import" or "follow-up".');
  },
};

async function importSurvey(args: string[]): Promise<number> {
  const { values, positionals } = readCall(args, { tenant: text, id: text, ...OPTIONS_OF_XLSFORM }, 1);
  const { tenant, id, ...ofXlsform } = values;
  const path = readPath(positionals);
  if (tenant === undefined) throw new UsageError('Give --tenant.');
  if (extname(path).toLowerCase() === '.xlsx') return publish(tenant, await readXlsform(path, ofXlsform), id);
  // Whoever gives --access would think that it counts.
  const [strange] = Object.keys(ofXlsform);
  if (strange !== undefined) throw new UsageError(`--${strange} is for an .xlsx file.`);
  return publish(tenant, await readJson(path, SurveyInput, OUTCOME), id);
}

async function publish(tenantId: string, input: SurveyInput, id: string | undefined): Promise<number> {
  return withDatabase(({ database, clock, cryptography }) =>
    database.asOwner(async (transaction) => {
      if (!(await findTenant(transaction, tenantId)))
        throw new UsageError('There is no tenant with this id.');
      const published = await publishSurvey(transaction, { tenantId, input, id }, { clock, cryptography });
      if ('errors' in published) throw refuseValues(OUTCOME, published.errors);
      console.log(JSON.stringify(published));
      return 0;
    }),
  );
}

async function followUp(args: string[]): Promise<number> {
  const { values, positionals } = readCall(args, { tenant: text, id: text, version: text }, 1);
  const { tenant: tenantId, id, version } = values;
  const path = readPath(positionals);
  if (tenantId === undefined || id === undefined) throw new UsageError('Give --tenant and --id.');
  if (version !== undefined && !/^[1-9]\d{0,5}$/.test(version))
    throw new UsageError('--version takes a number.');
  const input = await readJson(path, FollowUpInput, OUTCOME);
  const edition = { tenantId, id, ...(version !== undefined && { version: Number(version) }) };
  return withDatabase(({ database }) =>
    database.asOwner(async (transaction) => {
      const errors = await publishFollowUp(transaction, edition, input);
      if (errors.length > 0) throw refuseValues(OUTCOME, errors);
      return 0;
    }),
  );
}

function readPath([path]: readonly string[]): string {
  if (path === undefined) throw new UsageError('Name a file.');
  return path;
}

type OfXlsform = { readonly [Name in keyof typeof OPTIONS_OF_XLSFORM]?: string | undefined };

async function readXlsform(path: string, values: OfXlsform): Promise<SurveyInput> {
  const { access = 'open', 'retention-days': days = '365', language, 'skm-order': order } = values;
  if (!isKnown(SURVEY_ACCESSES, access)) throw new UsageError('--access is open or token.');
  if (!/^[1-9]\d{0,5}$/.test(days)) throw new UsageError('--retention-days takes a number.');
  const options: ConversionOptions = { language, skmOrder: readOrder(order) };
  const { survey, errors, leftOut } = convertXlsform(readSheets(await readGiven(path)), options);
  if (errors.length > 0) {
    const pointed = errors.map(({ sheet, line, message }) => ({
      pointer: `${sheet}, line ${line}`,
      message,
    }));
    throw refuseValues(OUTCOME, pointed);
  }
  if (leftOut.length > 0)
    console.error(`Left out, because it is about the phone: line ${leftOut.join(', ')}.`);
  return checkValue({ ...survey, access, retentionDays: Number(days) }, SurveyInput, OUTCOME);
}

function readSheets(bytes: Buffer): ReturnType<typeof readWorkbook> {
  try {
    return readWorkbook(bytes);
  } catch (error) {
    // Where a damaged file leads outside of itself, Node notices, in its own words.
    const isOurs = error instanceof Error && !('code' in error);
    throw new UsageError(isOurs ? error.message : 'The file is damaged.');
  }
}

function readOrder(order: string | undefined): (typeof SKM_ORDERS)[number] | undefined {
  if (order === undefined || isKnown(SKM_ORDERS, order)) return order;
  throw new UsageError('--skm-order is list or questionnaire.');
}
