// The demonstration is whole, believable, and the same every time.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  APPLICATION_KINDS,
  CaseView,
  CONSENT_DAYS,
  isVisible,
  Metric,
  OUTCOMES,
  STATUSES,
} from '@lintas/contract';
import * as z from 'zod/mini';
import { DEMO_CASES, DEMO_PAGE_KEY, DEMO_PAGE_ORIGIN } from '../../src/seed/demo-cases.ts';
import { DEMO_POST_CASE_SURVEY, DEMO_SKM_SURVEY } from '../../src/seed/demo-surveys.ts';
import { writeDemoHistory } from '../../src/seed/history.ts';
import { seedDemonstration } from '../../src/seed/seed.ts';
import { opening } from '../fixtures/cases.ts';
import { readResults } from '../fixtures/surveys.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase, { demo: true });

  test('covers every kind, status and outcome, in order of time, and a second run changes nothing', async () => {
    assert.equal((await seedDemonstration(api().dependencies)).cases, 40);
    assert.equal((await seedDemonstration(api().dependencies)).cases, 0);
    const { rows, events } = await api().database.inTenant('imigrasi', async (transaction) => ({
      rows: await transaction.selectFrom('applications').select(['kind', 'state']).execute(),
      events: await transaction
        .selectFrom('events')
        .select(['application_id', 'event'])
        .orderBy('application_id')
        .orderBy('seq')
        .execute(),
    }));
    assert.equal(rows.length, 40);
    assert.deepEqual(new Set(rows.map(({ kind }) => kind)), new Set(APPLICATION_KINDS));
    assert.deepEqual(new Set(rows.map(({ state }) => state.status)), new Set(STATUSES));
    assert.deepEqual(new Set(rows.flatMap(({ state }) => state.decision?.outcome ?? [])), new Set(OUTCOMES));
    const today = new Date(api().now()).toISOString();
    for (const [index, { application_id, event }] of events.entries()) {
      assert.ok(event.at <= today, event.code);
      const previous = events[index - 1];
      if (previous?.application_id === application_id && isVisible(event))
        assert.ok(previous.event.at <= event.at);
    }
  });

  test('the published cases open and stand where they are said to', async () => {
    const expected: Readonly<Record<keyof typeof DEMO_CASES, string>> = {
      inReview: 'in_review',
      actionRequired: 'action_required',
      appointment: 'appointment_set',
      onHold: 'on_hold',
      refused: 'decided',
      documentReady: 'document_ready',
      overdue: 'in_review',
      sentBack: 'in_review',
    };
    for (const [name, { reference, pin }] of Object.entries(DEMO_CASES)) {
      const opened = await api().call('POST', '/v1/status-sessions', {
        key: DEMO_PAGE_KEY,
        origin: DEMO_PAGE_ORIGIN,
        body: opening(reference, pin),
      });
      assert.equal(opened.status, 201, name);
      const { token } = (await opened.json()) as { token: string };
      const view = z.parse(CaseView, await (await api().call('GET', '/v1/status', { token })).json());
      assert.equal(view.status, Reflect.get(expected, name), name);
      assert.equal(view.estimate?.overdue ?? false, name === 'overdue', name);
    }
  });

  test('lets the organisation look at papers for as long as the page says, counted from today', async () => {
    const consents = await api().database.inTenant('imigrasi', (transaction) =>
      transaction.selectFrom('consents').select('expires_at').execute(),
    );
    assert.ok(consents.length > 0);
    const latest = api().now() + CONSENT_DAYS * 24 * 60 * 60_000;
    for (const { expires_at } of consents)
      assert.equal(Math.abs(expires_at.getTime() - latest) < 60_000, true);
  });

  test('has an SKM with index, grade and follow-up, of a year by three services, and a post-case questionnaire of the NGO', async () => {
    const { instruments, sample, n } = await readResults(api(), DEMO_SKM_SURVEY);
    assert.ok((n.value ?? 0) > 300 && sample?.target === 353);
    const [skm] = instruments;
    assert.equal(skm?.elements.length, 9);
    assert.match(`${skm.ikm} ${skm.grade}`, /^\d\d\.\d\d [A-D]$/);
    const doing = skm.elements.filter(({ followUp }) => followUp).map(({ element }) => element);
    assert.deepEqual(skm.weakest.toSorted(), doing.toSorted());
    const year = new Date(api().now()).getUTCFullYear() - 1;
    const [ofYear] = (await readResults(api(), DEMO_SKM_SURVEY, `?period=${year}`)).instruments;
    assert.deepEqual(
      ofYear?.grouped?.groups.map(({ value, suppressed }) => [value, suppressed]),
      [
        ['passport', false],
        ['stay_permit', false],
        ['visa', false],
      ],
    );
    // Those who paid no fee weigh in a service as one respondent, and in an element not at all.
    const [together, all] = [Number(ofYear?.grouped?.together.ikm), Number(ofYear?.ikm)];
    assert.ok(Math.abs(together - all) < 0.2, `${together} and ${all}`);
    const after = await readResults(api(), DEMO_POST_CASE_SURVEY);
    assert.deepEqual(
      after.instruments.map(({ instrument }) => instrument),
      ['post_case'],
    );
  });

  test('has figures of documents: how many were right the first time, by who looked, and how long that took', async () => {
    await writeDemoHistory(api().dependencies);
    const year = new Date(api().now()).getUTCFullYear() - 1;
    for (const metric of ['first_time_right', 'verification_turnaround']) {
      for (const filter of ['', '&kind=passport_renewal', '&office=Medan', '&partner=rumah-singgah']) {
        const path = `/v1/metrics/${metric}?authority=imigrasi&period=year${filter}`;
        const { series } = z.parse(Metric, await (await api().call('GET', path)).json());
        const last = series[0]?.points.find(({ period }) => period === String(year));
        assert.ok((last?.n ?? 0) > 50 && last?.value !== null, `${path}: ${JSON.stringify(last)}`);
      }
    }
  });
});
