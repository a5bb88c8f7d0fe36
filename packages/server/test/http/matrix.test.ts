// Every call with every credential that must not open it.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ENDPOINTS, type Endpoint, type ProblemCode } from '@lintas/contract';
import { ORIGIN, type Api, type CallOptions } from '../fixtures/api.ts';
import { append, createCase, openCase, opening, RECEIVED } from '../fixtures/cases.ts';
import { handIn, photo } from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { newReceipt, publish } from '../fixtures/surveys.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const endpoints = Object.values<Endpoint>(ENDPOINTS);
const HOUR = 3_600_000;
/** Of the case: it was filed, accepted for processing, and a document arrived. */
const EVENTS = 3;
const CONSENT = {
  partner: 'partner',
  purpose: 'document_review',
  language: 'en',
  textVersion: '1',
  textHash: '0'.repeat(64),
  expiresAt: '2026-03-03T00:00:00Z',
};

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let id = '';
  /** A case that nobody has open: another PIN would put them out of it. */
  let closedId = '';
  let documentId = '';
  let surveyId = '';
  let credentials: Readonly<Record<string, string>> = {};

  before(async () => {
    const created = await createCase(api());
    await append(api(), created.id, RECEIVED);
    id = created.id;
    closedId = (await createCase(api())).id;
    const session = await openCase(api(), created);
    const applicant = { applicationId: id, token: session.token };
    surveyId = await publish(api(), { access: 'token' });
    documentId = (await handIn(api(), applicant, photo(3000))).id;
    credentials = { session: session.token, ...(await issueAll(api())) };
  });

  /** The call as somebody with this credential would make it, with values that are right. */
  function make(endpoint: Endpoint, options: CallOptions): Promise<Response> {
    const bodies: Readonly<Record<string, unknown>> = {
      openStatusSession: opening('AA00-0000-0000', '00000000'),
      createApplication: { kind: 'other', filedAt: '2026-03-01T00:00:00Z', applicant: { initials: 'X' } },
      appendEvent: { code: 'checks_updated', change: 'information' },
      createDocument: { kind: 'passport', mediaType: 'image/jpeg', bytes: 10 },
      stepUp: { secret: { kind: 'pin', value: '00000000' } },
      giveConsent: CONSENT,
      checkAuthenticity: { sha256: '0'.repeat(64) },
      decideReview: { outcome: 'accepted' },
      issueSurveyToken: { version: 1, blinded: `${'A'.repeat(341)}E` },
      submitResponse: { version: 1, language: 'en', receipt: newReceipt(), answers: { time: 1 } },
      eraseResponse: { receipt: newReceipt() },
      assignReview: { partner: 'partner', until: '2026-03-03T00:00:00Z' },
    };
    const queries: Readonly<Record<string, string>> = { listRequirements: '?kind=other' };
    const body = bodies[endpoint.id];
    const [, , kind] = endpoint.path.split('/');
    const application = endpoint.id === 'replacePin' ? closedId : id;
    const of = kind === 'applications' ? application : kind === 'surveys' ? surveyId : documentId;
    const path =
      endpoint.path.replace('{id}', of).replace('{metric}', 'received') + (queries[endpoint.id] ?? '');
    return api().call(endpoint.method, path, {
      ...(body !== undefined && { body }),
      ...options,
    });
  }

  const guarded = endpoints.filter(({ auth }) => auth !== 'none');
  const forPages = guarded.filter(({ auth }) => auth === 'publishable');
  const forPeople = guarded.filter(({ auth }) => auth === 'session');
  const forSystems = guarded.filter(({ auth }) => auth.includes(':'));

  /** Declares that none of the calls takes the credential. */
  function refused(
    name: string,
    calls: readonly Endpoint[],
    options: () => CallOptions,
    code: ProblemCode,
  ): void {
    describe(`${name} is refused`, () => {
      for (const endpoint of calls) {
        test(endpoint.id, async () => {
          await assertProblem(await make(endpoint, options()), code);
        });
      }
    });
  }

  refused('no credential', guarded, () => ({}), 'unauthenticated');
  refused('an unknown key', forSystems, () => ({ token: 'sk_live_unknown' }), 'unauthenticated');
  refused(
    'an unknown page key',
    forPages,
    () => ({ key: 'pk_live_unknown', origin: ORIGIN }),
    'unauthenticated',
  );
  refused('an unknown session', forPeople, () => ({ token: 'cs_unknown' }), 'unauthenticated');
  refused('an expired key', forSystems, () => ({ token: of('expiredSecret') }), 'unauthenticated');
  refused('an expired page key', forPages, () => ({ key: of('expiredPage') }), 'unauthenticated');
  refused('a revoked key', forSystems, () => ({ token: of('revokedSecret') }), 'unauthenticated');
  refused('a revoked page key', forPages, () => ({ key: of('revokedPage') }), 'unauthenticated');
  refused('a key without the scope', forSystems, () => ({ token: of('noScope') }), 'scope-missing');
  refused(
    'a page key',
    [...forPeople, ...forSystems],
    () => ({ key: api().pageKey, token: api().pageKey }),
    'unauthenticated',
  );
  refused(
    'a secret key',
    [...forPeople, ...forPages],
    () => ({ token: api().secretKey, key: api().secretKey }),
    'unauthenticated',
  );
  refused(
    "a person's session",
    [...forPages, ...forSystems],
    () => ({ token: of('session'), key: of('session') }),
    'unauthenticated',
  );
  refused(
    'a secret key sent by a browser',
    endpoints,
    () => ({ token: api().secretKey, origin: ORIGIN }),
    'secret-key-in-browser',
  );
  refused('a demonstration key', forSystems, () => ({ token: 'sk_demo_authority' }), 'demo-only');
  refused('a demonstration page key', forPages, () => ({ key: 'pk_demo_partner' }), 'demo-only');

  for (const origin of [
    'https://evil.example',
    'null',
    `${ORIGIN}.evil.example`,
    `${ORIGIN}:8443`,
    'http://help.example.org',
  ]) {
    refused(
      `a page key from ${origin}`,
      forPages,
      () => ({ key: api().pageKey, origin }),
      'origin-not-allowed',
    );
    refused(
      `a session from ${origin}`,
      forPeople,
      () => ({ token: of('session'), origin }),
      'origin-not-allowed',
    );
  }

  describe("another authority's key finds nothing and changes nothing", () => {
    for (const endpoint of forSystems.filter(({ path }) => path.includes('{id}'))) {
      test(endpoint.id, async () => {
        await assertProblem(await make(endpoint, { token: api().otherSecretKey }), 'not-found');
      });
    }
    test('its list is empty and the case is as it was', async () => {
      const list = await api().call('GET', '/v1/applications', { token: api().otherSecretKey });
      assert.deepEqual(await list.json(), { data: [], page: { next: null } });
      const own = await api().call('GET', `/v1/applications/${id}/events`, { token: api().secretKey });
      assert.equal(((await own.json()) as { data: unknown[] }).data.length, EVENTS);
    });
  });

  describe('with the right credential', () => {
    for (const endpoint of guarded.filter(({ id: call }) => call !== 'closeStatusSession')) {
      test(`${endpoint.id} is let through`, async () => {
        const options = {
          page: { key: api().pageKey, origin: ORIGIN },
          person: { token: of('session') },
          system: { token: api().secretKey },
        };
        const who =
          endpoint.auth === 'publishable' ? 'page' : endpoint.auth === 'session' ? 'person' : 'system';
        const response = await make(endpoint, options[who]);
        assert.ok(response.status < 500 && response.status !== 401, String(response.status));
        if (response.status !== 403) return response.body?.cancel();
        const codes: Readonly<Record<string, ProblemCode>> = {
          downloadDocument: 'step-up-required',
          submitResponse: 'token-required',
        };
        await assertProblem(response, codes[endpoint.id] ?? 'lookup-failed');
      });
    }
  });

  function of(name: string): string {
    return credentials[name] ?? '';
  }
});

async function issueAll(api: Api): Promise<Record<string, string>> {
  const scopes = ['applications:read', 'applications:write'] as const;
  const page = { tenantId: 'partner', kind: 'publishable', origins: [ORIGIN] } as const;
  const past = new Date(api.now() - HOUR);
  const expiredSecret = await api.issue({ scopes, expiresAt: past });
  const expiredPage = await api.issue({ ...page, expiresAt: past });
  const revokedSecret = await api.issue({ scopes });
  const revokedPage = await api.issue(page);
  for (const { id } of [revokedSecret, revokedPage]) await api.revoke(id);
  const noScope = await api.issue({ scopes: [] });
  return {
    expiredSecret: expiredSecret.text,
    expiredPage: expiredPage.text,
    revokedSecret: revokedSecret.text,
    revokedPage: revokedPage.text,
    noScope: noScope.text,
  };
}
