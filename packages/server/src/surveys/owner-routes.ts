// What the owner of a questionnaire does with the answers: take them home, and erase them.

import type { ENDPOINTS } from '@lintas/contract';
import { recordAudit } from '../db/audit.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Call, Handler } from '../http/call.ts';
import type { Caller } from '../http/credentials.ts';
import type { Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/problems.ts';
import { answerLines, codebookLines, textLines, type ExportFormat } from './export.ts';
import { sendText } from './send-text.ts';
import { readVersion, requireSurvey } from './routes.ts';
import type { FoundSurvey } from './store.ts';

type Calls = typeof ENDPOINTS;

export function exportResponsesTable(dependencies: Dependencies): Handler<Calls['exportResponsesTable']> {
  return {
    for: 'bytes',
    answer: (call) => sendExport(call, 'csv', dependencies),
  };
}

export function exportResponses(dependencies: Dependencies): Handler<Calls['exportResponses']> {
  return {
    for: 'bytes',
    answer: (call) => sendExport(call, 'ndjson', dependencies),
  };
}

export function getCodebook(dependencies: Dependencies): Handler<Calls['getCodebook']> {
  return {
    for: 'bytes',
    async answer({ params, query, caller, exchange }) {
      const { survey } = await requireOwn(dependencies, params.id, query.version, caller);
      return sendLines(exchange, 'csv', codebookLines(survey));
    },
  };
}

export function eraseResponses({ clock }: Dependencies): Handler<Calls['eraseResponses']> {
  return {
    for: 'system',
    async handle({ params, system, transaction }) {
      const survey = await transaction
        .selectFrom('surveys')
        .select('id')
        .where('id', '=', params.id)
        .executeTakeFirst();
      if (!survey) throw new Refusal('not-found');
      for (const table of ['survey_responses', 'survey_texts', 'survey_counts'] as const) {
        await transaction.deleteFrom(table).where('survey_id', '=', params.id).execute();
      }
      await recordAudit(transaction, {
        tenantId: system.tenantId,
        at: new Date(clock()),
        actor: `key:${system.keyId}`,
        action: 'survey.erase',
      });
      return {};
    },
  };
}

type Export = Pick<Call<Calls['exportResponses']>, 'params' | 'query'> & {
  readonly caller: Caller;
  readonly exchange: Exchange;
};

async function sendExport(
  { params, query, caller, exchange }: Export,
  format: ExportFormat,
  dependencies: Dependencies,
): Promise<Response> {
  const { database, clock } = dependencies;
  const found = await requireOwn(dependencies, params.id, query.version, caller);
  const actor = caller.kind === 'system' ? `key:${caller.keyId}` : 'system';
  await database.inTenant(found.tenantId, (transaction) =>
    recordAudit(transaction, {
      tenantId: found.tenantId,
      at: new Date(clock()),
      actor,
      action: 'survey.export',
    }),
  );
  const lines = query.part === 'texts' ? textLines : answerLines;
  return sendLines(exchange, format, lines(database, found, format));
}

/** Whose questionnaire it is not, for them it is not there. */
async function requireOwn(
  dependencies: Dependencies,
  id: string,
  version: string | undefined,
  caller: Caller,
): Promise<FoundSurvey> {
  const found = await requireSurvey(dependencies, id, readVersion(version));
  if (caller.kind !== 'system' || caller.tenantId !== found.tenantId) throw new Refusal('not-found');
  return found;
}

function sendLines(
  exchange: Exchange,
  format: ExportFormat,
  lines: Iterable<string> | AsyncIterable<string>,
): Response {
  const { headers } = exchange;
  headers['Content-Type'] = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson';
  headers['Content-Disposition'] = `attachment; filename="survey.${format}"`;
  return sendText(exchange, lines);
}
