// The whole way of an answer, by hand-like steps, on the examples and in every engine that is here: a person answers SKM
// on a phone in Indonesian, without a network, and closes the tab; later they open the page again, and the answer
// arrives, once. Anybody reads on the partner's page what all said, beside how long the office takes.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SurveyResults } from '@lintas/contract/surveys';
import { DEMO_SECRET_KEY } from '@lintas/server';
import { findFreePort } from '../../src/processes.ts';
import { PARTNER_PAGE, startDemonstration } from './demonstration.ts';
import type { Hands, Window } from './hands.ts';
import { layLine, type Line } from './line.ts';
import { readFigures, readResults, type OwnedAnswer } from './published.ts';
import { click, inElement, until, wordsOf } from './steps.ts';
import { walkers } from './walkers.ts';

const PHONE = { width: 360, height: 740 } as const;
/** One engine's window has a least width of its own. */
const NARROW = 480;
const SURVEY = 'http://localhost:4680/v1/surveys/0199a000-0000-7000-8000-000000000001';

/** What the person says: words of the question, words of the answer, and what they mean. */
const SAID = [
  ['persyaratan', 'Sesuai', 'requirements', 3],
  ['prosedur', 'Mudah', 'procedure', 3],
  ['kecepatan', 'Kurang cepat', 'time', 2],
  ['kewajaran biaya', 'Murah', 'fee', 3],
  ['produk pelayanan', 'Sangat sesuai', 'product', 4],
  ['kompetensi', 'Kompeten', 'competence', 3],
  ['perilaku', 'Sangat sopan dan ramah', 'conduct', 4],
  ['sarana', 'Baik', 'facilities', 3],
  ['pengaduan', 'Dikelola dengan baik', 'complaints', 4],
] as const;

describe('the way of an answer', () => {
  /** Everything that people reach, the page and the API. */
  const lines: Line[] = [];
  const stops: (() => Promise<void>)[] = [];
  before(async () => {
    const [api, page] = [await findFreePort(), await findFreePort()];
    for (const [from, to] of [
      [4680, api],
      [4681, page],
    ] as const) {
      const line = await layLine(from, to);
      lines.push(line);
      stops.push(() => line.close());
    }
    stops.push(await startDemonstration({ LINTAS_PORT: String(api), PARTNER_PORT: String(page) }));
  });
  after(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  for (const { name, take } of walkers) {
    test(`leads from a phone without a network to what everybody can read, in ${name}`, async () => {
      const hands = await take();
      try {
        await walk(hands, lines, `Terima kasih dari ${name}.`);
      } finally {
        for (const line of lines) line.repair();
        await hands.close();
      }
    });
  }
});

async function walk(hands: Hands, lines: readonly Line[], mark: string): Promise<void> {
  const figures = await hands.open(`${PARTNER_PAGE}figures.html`);
  await readFigures(figures);
  await readResults(figures, SurveyResults.parse(JSON.parse(await read('/results'))), await readAnswers());

  const page = await hands.open(PARTNER_PAGE, PHONE);
  await click(page, inForm('[part=start-button]'));
  await until(page, inForm('[part=form]'));
  for (const line of lines) void line.breakAfter(0);
  await answer(page, mark);
  await until(page, `${wordsOf(inForm('[part=outcome] h3'))} === 'Jawaban Anda menunggu di perangkat ini'`);
  await assertFits(page);
  await page.close();
  for (const line of lines) line.repair();
  assert.equal(await countTaken(mark), 0, 'answers that arrived without a network');
  const before = await readAnswers();

  const back = await hands.open(PARTNER_PAGE, PHONE);
  await until(back, `${wordsOf(inForm('[part=invitation]'))}.includes('sudah terkirim')`);
  await back.close();
  // Once more, because what was sent must not be sent again.
  const again = await hands.open(PARTNER_PAGE, PHONE);
  await until(again, inForm('[part=start-button]'));
  assert.equal(await countTaken(mark), 1, 'answers that arrived');
  const like = (all: readonly OwnedAnswer[]): number =>
    all.filter(({ answers }) => SAID.every(([, , element, score]) => answers[element] === score)).length;
  assert.equal(like(await readAnswers()), like(before) + 1, 'answers that say what the person said');
}

/** Answers from the first screen to the sending, on a device of their own. */
async function answer(page: Window, mark: string): Promise<void> {
  await click(page, inForm('[part=own-device] input'));
  for (const [asked, answered] of SAID) await choose(page, `each.textContent.includes('${asked}')`, answered);
  await goOn(page);
  const profile = await page.look<number>(`${FORM}.querySelectorAll('fieldset').length`);
  for (let at = 0; at < profile; at += 1) await choose(page, `at === ${at}`);
  await goOn(page);
  await click(page, inForm('textarea'));
  await until(page, `${FORM}.activeElement?.localName === 'textarea'`);
  await page.type(mark);
  await until(page, `${inForm('textarea')}.value === ${JSON.stringify(mark)}`);
  await click(page, inForm('[part=next-button]'));
  await until(page, `${wordsOf(inForm('[part=review]'))}.includes(${JSON.stringify(mark)})`);
  await click(page, inForm('[part=send-button]'));
}

async function goOn(page: Window): Promise<void> {
  await assertFits(page);
  const step = await page.look<string>(wordsOf(inForm('#step')));
  await click(page, inForm('[part=next-button]'));
  await until(page, `${wordsOf(inForm('#step'))} !== ${JSON.stringify(step)}`);
}

/** Chooses an answer by its words, or the first. */
async function choose(page: Window, isMeant: string, answer?: string): Promise<void> {
  const question = `[...${FORM}.querySelectorAll('fieldset')].find((each, at) => ${isMeant})`;
  const words = answer === undefined ? 'true' : `each.innerText.trim() === ${JSON.stringify(answer)}`;
  const option = `[...${question}.querySelectorAll('label.option')].find((each) => ${words})`;
  await click(page, option);
  await until(page, `${option}.querySelector('input').checked`);
}

async function assertFits(page: Window): Promise<void> {
  const [wide, seen] = await page.look<[number, number]>(
    '[document.documentElement.scrollWidth, innerWidth]',
  );
  assert.ok(wide <= seen && seen <= NARROW, `${wide} pixels on a screen of ${seen}`);
}

/** How often the answer was taken, as its owner sees it. */
async function countTaken(mark: string): Promise<number> {
  return (await read('/responses.ndjson?part=texts')).split(mark).length - 1;
}

async function readAnswers(): Promise<OwnedAnswer[]> {
  const lines = (await read('/responses.ndjson')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as OwnedAnswer);
}

async function read(path: string): Promise<string> {
  const headers = { Authorization: `Bearer ${DEMO_SECRET_KEY}` };
  const response = await fetch(`${SURVEY}${path}`, { headers });
  assert.equal(response.status, 200);
  return response.text();
}

function inForm(selector: string): string {
  return inElement('lintas-survey-form', selector);
}

const FORM = `document.querySelector('lintas-survey-form').shadowRoot`;
