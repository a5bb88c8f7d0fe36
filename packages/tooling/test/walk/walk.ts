// The walk from an authority's desk to a partner's page, by hand-like steps, in every engine that is here: a person
// opens their case on the partner's page, an officer moves it on the desk, and the person sees it move.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_CASES } from '@lintas/server';
import { engines, findBrowsers } from '../../src/browsers.ts';
import { DESK, PARTNER_PAGE, startDemonstration } from './demonstration.ts';
import { takeHands, type Hands, type Window } from './hands.ts';

const { reference, pin } = DEMO_CASES.inReview;
/** Between these the case is moved, and this is what the person reads then. */
const PLACES = [
  {
    status: 'in_review',
    sentence: 'An officer is checking your application. You do not need to do anything now.',
  },
  { status: 'ready_for_decision', sentence: 'All checks are finished. Next, an officer decides.' },
] as const;

const browsers = findBrowsers();

describe('from the desk to the page', () => {
  let stop: () => Promise<void>;
  before(async () => {
    stop = await startDemonstration();
  });
  after(() => stop());

  for (const engine of engines.filter((name) => browsers[name])) {
    test(`a case moves on the screen, in ${engine}`, async () => {
      const hands = await takeHands(engine, browsers);
      try {
        await walk(hands);
      } finally {
        await hands.close();
      }
    });
  }
});

async function walk(hands: Hands): Promise<void> {
  const page = await hands.open(PARTNER_PAGE);
  await click(page, `document.querySelector('[data-language=en]')`);
  await click(page, inTracker('[part=reference]'));
  await page.type(reference);
  await click(page, inTracker('[part=pin]'));
  await page.type(pin);
  const before = await page.look<string>(LEFT_BEHIND);
  await click(page, inTracker('[part=open-button]'));
  await until(page, HEADLINE);
  const here = await page.look<string>(HEADLINE);
  const there = PLACES.find(({ sentence }) => sentence !== here) ?? PLACES[0];

  const desk = await hands.open(DESK);
  await click(desk, `[...document.querySelectorAll('a')].find((a) => a.textContent === '${reference}')`);
  await click(desk, `document.querySelector('button[value=${there.status}]')`);
  const clicked = performance.now();
  await until(page, `${HEADLINE} === ${JSON.stringify(there.sentence)}`);
  console.log(`shown ${Math.round(performance.now() - clicked)} ms after the click`);

  // Also tells that the page was not loaded again.
  assert.equal(await page.look(LEFT_BEHIND), before);
  for (const secret of [reference, reference.replaceAll('-', ''), pin]) assert.ok(!before.includes(secret));
}

/** Where a page could leave something, with the moment it was loaded. */
const LEFT_BEHIND = `JSON.stringify([
  performance.timeOrigin, location.href, history.length, document.title, document.cookie,
  { ...localStorage }, { ...sessionStorage },
])`;

const HEADLINE = `${inTracker('[part=headline]')}?.textContent.trim()`;

function inTracker(selector: string): string {
  return `document.querySelector('lintas-status-tracker')?.shadowRoot?.querySelector('${selector}')`;
}

/** Clicks into the middle of what the expression finds, once it is there and stands still. */
async function click(window: Window, element: string): Promise<void> {
  await until(window, element);
  const middle = `((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  })(${element})`;
  const [x, y] = await window.look<[number, number]>(middle);
  await window.clickAt(x, y);
}

/** Looks until the expression is there and true; while another page is coming, there is nothing to see. */
async function until(window: Window, expression: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await window.look<boolean>(`Boolean(${expression})`).catch(() => false))) {
    if (performance.now() > deadline) throw new Error(`Nobody ever sees ${expression}`);
    await sleep(20);
  }
}
