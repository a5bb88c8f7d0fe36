// The walk from an authority's desk to a partner's page, by hand-like steps, in every engine that is here: a person
// opens their case on the partner's page, an officer moves it on the desk, and the person sees it move.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DEMO_CASES } from '@lintas/server';
import { DESK, PARTNER_PAGE, startDemonstration } from './demonstration.ts';
import type { Hands } from './hands.ts';
import { click, inTracker, LEFT_BEHIND, openCase, until } from './steps.ts';
import { walkers } from './walkers.ts';

const { reference, pin } = DEMO_CASES.inReview;
/** Between these the case is moved, and this is what the person reads then. */
const PLACES = [
  {
    status: 'in_review',
    sentence: 'An officer is checking your application. You do not need to do anything now.',
  },
  { status: 'ready_for_decision', sentence: 'All checks are finished. Next, an officer decides.' },
] as const;

describe('from the desk to the page', () => {
  let stop: () => Promise<void>;
  before(async () => {
    stop = await startDemonstration();
  });
  after(() => stop());

  for (const { name, take } of walkers) {
    test(`a case moves on the screen, in ${name}`, async () => {
      const hands = await take();
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
  const before = await openCase(page, DEMO_CASES.inReview);
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

  await click(page, `document.querySelector('[data-language=ar]')`);
  await until(page, `/\\p{Script=Arabic}/u.test(${DATE}?.textContent)`);
  assert.ok(await page.look(BEGINS_AT_THE_RIGHT), 'a date in Arabic begins with its day');
}

const HEADLINE = `${inTracker('[part=headline]')}?.textContent.trim()`;
const DATE = inTracker('[part=history] time bdi');
/** Whether its first letter stands to the right of its month. */
const BEGINS_AT_THE_RIGHT = `((date) => {
  const text = [...date.childNodes].find(({ nodeName }) => nodeName === '#text');
  const placeOf = (at) => {
    const letter = document.createRange();
    letter.setStart(text, at);
    letter.setEnd(text, at + 1);
    return letter.getBoundingClientRect().x;
  };
  return placeOf(0) > placeOf(text.data.search(/\\p{L}/u));
})(${DATE})`;
