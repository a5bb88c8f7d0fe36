// Writes the demonstration, through the same rules as any authority's system. The same every time but for the
// dates, and nothing when it is there already.

import {
  composeReference,
  CONSENT_DAYS,
  SCOPES,
  type AppendEvent,
  type CreateApplication,
} from '@lintas/contract';
import type { Clock, Cryptography } from '../adapters.ts';
import type { Database, Transaction } from '../db/database.ts';
import { writeRequirements } from '../documents/requirements.ts';
import { newId } from '../identifiers.ts';
import { issueKey } from '../keys/issue.ts';
import { appendToCase } from '../status/append.ts';
import { issuePin } from '../status/pins.ts';
import { findRegistered, registerApplication } from '../status/register.ts';
import { findApplication } from '../status/store.ts';
import { createTenant } from '../tenants.ts';
import { calendarFrom, type Calendar } from './calendar.ts';
import {
  DEMO_CASES,
  DEMO_PAGE_KEY,
  DEMO_PAGE_ORIGIN,
  DEMO_REVIEW_KEY,
  DEMO_SECRET_KEY,
} from './demo-cases.ts';
import { DEMO_REQUIREMENTS, paperOf, requirementId } from './demo-requirements.ts';
import { AUTHORITY, NGO, PARTNERS } from './demo-tenants.ts';
import { PLAN, type PlannedCase } from './plan.ts';
import { writeDemoSurveys } from './write-surveys.ts';

const DAY_MS = 24 * 60 * 60_000;

interface Tools {
  readonly database: Database;
  readonly cryptography: Cryptography;
  readonly clock: Clock;
}

/** Resolves to how many cases were written. The caller has made sure that this is a demonstration. */
export async function seedDemonstration(tools: Tools): Promise<{ cases: number }> {
  const { database, clock } = tools;
  await database.asOwner((transaction) => createParticipants(transaction, tools));
  await writeDemoSurveys(tools);
  const calendar = calendarFrom(clock());
  let cases = 0;
  for (const [index, planned] of PLAN.entries()) {
    const isNew = await database.inTenant(AUTHORITY.id, (transaction) =>
      writeCase(transaction, planned, index, calendar, tools),
    );
    if (isNew) cases += 1;
  }
  return { cases };
}

async function createParticipants(transaction: Transaction, tools: Tools): Promise<void> {
  const now = new Date(tools.clock());
  if (!(await createTenant(transaction, AUTHORITY, now))) return;
  for (const partner of PARTNERS) await createTenant(transaction, partner, now);
  await issueKey(
    transaction,
    { tenantId: NGO.id, kind: 'publishable', origins: [DEMO_PAGE_ORIGIN], demonstration: DEMO_PAGE_KEY },
    tools,
  );
  await issueKey(
    transaction,
    {
      tenantId: NGO.id,
      kind: 'secret',
      scopes: ['verifications:write', 'surveys:write'],
      demonstration: DEMO_REVIEW_KEY,
    },
    tools,
  );
  await writeRequirements(transaction, AUTHORITY.id, DEMO_REQUIREMENTS, now);
  await issueKey(
    transaction,
    { tenantId: AUTHORITY.id, kind: 'secret', scopes: SCOPES, demonstration: DEMO_SECRET_KEY },
    tools,
  );
}

/** One transaction: a case is there with its whole history or not at all. Resolves to whether it is new. */
async function writeCase(
  transaction: Transaction,
  planned: PlannedCase,
  index: number,
  calendar: Calendar,
  { cryptography, clock }: Tools,
): Promise<boolean> {
  const filedAt = calendar.at(planned.filed, '08:20');
  const at = (instant: string) => ({ clock: () => Date.parse(instant), cryptography });
  const input = applicationOf(planned, index, filedAt);
  if (await findRegistered(transaction, input)) return false;
  const { reference, pin } = credentialsOf(planned, index, cryptography);
  const issued = await issuePin(cryptography, pin);
  const registered = await registerApplication(
    transaction,
    { tenantId: AUTHORITY.id, input, issued, reference, actor: 'system' },
    at(filedAt),
  );
  if (registered.kind === 'existing') return false;
  for (const step of planned.steps) {
    const row = await findApplication(transaction, registered.row.id);
    if (!row) throw new Error('A case of the demonstration is gone while it is written.');
    const instant = calendar.at(step.day, step.time);
    const input = withRequirements({ at: instant, ...step.event(calendar, row.state) }, planned);
    const append = { applicationId: row.id, input, actorClass: 'authority', actor: 'system' } as const;
    await appendToCase(transaction, append, at(instant));
  }
  if (planned.name) await consent(transaction, registered.row.id, filedAt, { cryptography, clock });
  return true;
}

/** The people of the published cases let the NGO look at their papers, for as long as the page lets them from today. */
async function consent(
  transaction: Transaction,
  applicationId: string,
  givenAt: string,
  { clock, cryptography }: Pick<Tools, 'clock' | 'cryptography'>,
): Promise<void> {
  await transaction
    .insertInto('consents')
    .values({
      id: newId(() => Date.parse(givenAt), cryptography),
      tenant_id: AUTHORITY.id,
      application_id: applicationId,
      partner_id: NGO.id,
      purpose: 'document_review',
      language: 'id',
      text_version: 'demonstration',
      given_at: new Date(givenAt),
      expires_at: new Date(clock() + CONSENT_DAYS * DAY_MS),
      withdrawn_at: null,
    })
    .execute();
}

/** Tasks that ask for a paper name the requirement that it answers. */
function withRequirements(input: AppendEvent, { kind }: PlannedCase): AppendEvent {
  const tasks = input.tasks?.map((task) => {
    const paper = task.kind === 'upload' ? paperOf(task.title) : undefined;
    return paper ? { ...task, requirementId: requirementId(kind, paper) } : task;
  });
  return { ...input, ...(tasks && { tasks }) };
}

function applicationOf(planned: PlannedCase, index: number, filedAt: string): CreateApplication {
  const { kind, office, initials, nationality, draft } = planned;
  return {
    kind,
    office,
    filedAt,
    externalId: `DEMO-${String(index + 1).padStart(3, '0')}`,
    applicant: { initials, nationality },
    status: draft ? 'draft' : 'submitted',
  };
}

/** The published ones, or others that are the same every time. */
function credentialsOf({ name }: PlannedCase, index: number, { sha256 }: Cryptography) {
  if (name) return DEMO_CASES[name];
  const bytes = sha256(`lintas demonstration case ${index}`);
  const number = new DataView(Uint8Array.from(bytes).buffer).getUint32(8);
  return {
    reference: composeReference(AUTHORITY.issuer ?? '', bytes.subarray(0, 8)),
    pin: String(number % 10 ** 8).padStart(8, '0'),
  };
}
