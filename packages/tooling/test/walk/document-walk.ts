// The whole way of a document, by hand-like steps: a person sends a photograph, the connection drops, they close the
// tab, come back and finish; a partner asks for a better copy; they replace it; it is accepted; and somebody who was
// given the file learns who confirmed it. With files in a folder, and on an object store.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DEMO_CASES, DEMO_SECRET_KEY, type DemoCase } from '@lintas/server';
import { createClient } from '@lintas/sdk';
import { findBrowsers } from '../../src/browsers.ts';
import { createBucket, whyNoObjectStore, type Bucket } from '../../src/buckets.ts';
import { findFreePort } from '../../src/processes.ts';
import { PARTNER_PAGE, REVIEW_DESK, startDemonstration } from './demonstration.ts';
import { takeMortalHands, type Hands, type MortalEngine, type Window } from './hands.ts';
import { layLine, type Line } from './line.ts';
import {
  API_PORT,
  asThemselves,
  countKept,
  fetchAccepted,
  goOn,
  PHOTO,
  sendHalf,
  STATE,
  untilKept,
} from './own-documents.ts';
import { takePhotograph } from './photographs.ts';
import { click, inElement, LEFT_BEHIND, openCase, sees, until, wordsOf } from './steps.ts';
import { walkers, walkersOfToday, type Walker } from './walkers.ts';

const browsers = findBrowsers();
/** A case of their own for each. */
const CASES: Readonly<Record<Walker['name'], DemoCase>> = {
  chromium: DEMO_CASES.inReview,
  firefox: DEMO_CASES.actionRequired,
  webkit: DEMO_CASES.onHold,
  'Chromium 92': DEMO_CASES.appointment,
};

describe('the way of a document', () => {
  describe('with files in a folder', () => {
    const { line, folder } = declare(walkers, () => Promise.resolve({}));
    for (const engine of walkersOfToday.flatMap(({ name }) => (name === 'webkit' ? [] : [name]))) {
      test(`goes on when the browser was killed in mid-file, in ${engine}`, async () => {
        try {
          await walkWithKill(engine, line(), folder());
        } finally {
          line().repair();
        }
      });
    }
  });

  describe('with files on an object store', { skip: whyNoObjectStore() }, () => {
    let bucket: Bucket;
    declare(walkersOfToday, async () => {
      bucket = await createBucket();
      return { LINTAS_BLOB_URL: bucket.url, ...bucket.credentials };
    });
    test(
      'led into its bucket, and left nothing there that is not needed',
      { skip: walkersOfToday.length === 0 },
      async () => {
        const files = (await bucket.list()).filter((key) => !key.startsWith('copies/'));
        // Each came in one piece, or was put together: in either case it is there once.
        const documents = files.map((key) => key.split('/')[1]);
        assert.ok(documents.length > 0);
        assert.equal(new Set(documents).size, documents.length, files.join());
        assert.deepEqual(await bucket.unfinished(), []);
      },
    );
    after(() => bucket.remove());
  });
});

/**
 * Declares the walk of everybody who walks. Answers the way to the API, and a folder for the tests.
 *
 * @param settle finds the place for the files; answers the settings that lead there
 */
function declare(all: readonly Walker[], settle: () => Promise<Readonly<Record<string, string>>>) {
  let line: Line;
  let folder: string;
  const stops: (() => Promise<void>)[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lintas-walk-'));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    const settings = await settle();
    const port = await findFreePort();
    line = await layLine(API_PORT, port);
    stops.push(() => line.close());
    stops.push(await startDemonstration({ ...settings, LINTAS_PORT: String(port) }));
  });
  after(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  for (const { name, take } of all) {
    test(`leads from the camera to somebody who can rely on it, in ${name}`, async () => {
      const hands = await take();
      try {
        await walk(hands, line, CASES[name], folder);
      } finally {
        line.repair();
        await hands.close();
      }
    });
  }
  return { line: () => line, folder: () => folder };
}

async function walk(hands: Hands, line: Line, ofPerson: DemoCase, folder: string): Promise<void> {
  const desk = await hands.open(REVIEW_DESK);
  const photographs = [await takePhotograph(), await takePhotograph()] as const;
  const [first, second] = [join(folder, 'IMG_0001.jpg'), join(folder, 'IMG_0002.jpg')];
  await writeFile(first, photographs[0]);
  await writeFile(second, photographs[1]);

  await beginAndLeave(await hands.open(PARTNER_PAGE), line, ofPerson, first, photographs[0].length);

  const page = await hands.open(PARTNER_PAGE);
  const before = await openCase(page, ofPerson);
  const seen = await watchStates(page);
  const sentAgain = await goOn(page, line);
  assert.ok(sentAgain < photographs[0].length * 0.75, `${sentAgain} bytes were sent after coming back`);
  assert.doesNotMatch(await page.look<string>(seen), /success|accepted/i);

  await claim(desk);
  await desk.look(`(document.querySelector('#reason').value = 'blurred')`);
  await decide(desk, 'needs_better_copy');
  await hear(page, 'Please send a better copy');
  await until(page, `${wordsOf(PHOTO)}.includes('The picture is blurred.')`);

  await page.give(`${PHOTO}.querySelector('[part~=document] .pick.file input')`, second);
  await until(page, `${STATE} === 'Received'`);
  await claim(desk);
  await decide(desk, 'accepted');
  await hear(page, 'Accepted');

  // Also tells that the page was not loaded again.
  assert.equal(await page.look(LEFT_BEHIND), before);
  const { reference, pin } = ofPerson;
  for (const secret of [reference, reference.replaceAll('-', ''), pin, 'IMG_000']) {
    assert.ok(!before.includes(secret));
  }
  assert.equal(await countKept(page), 0, 'files that the device still keeps');

  await check(hands, line, await fetchAccepted(ofPerson), folder);
}

/** Sends half of a photograph, is left alone by the network, and closes the tab. */
async function beginAndLeave(
  page: Window,
  line: Line,
  ofPerson: DemoCase,
  path: string,
  bytes: number,
): Promise<void> {
  await sendHalf(page, line, ofPerson, path, bytes);
  await until(page, `${wordsOf(PHOTO)}.includes('It goes on by itself when you are connected.')`);
  await page.close();
  line.repair();
  await untilKept(ofPerson);
}

/** The browser ends in mid-file as a phone does whose battery is empty, and is started again. */
async function walkWithKill(engine: MortalEngine, line: Line, folder: string): Promise<void> {
  const profile = join(folder, `profile-${engine}`);
  const photograph = await takePhotograph();
  const path = join(folder, 'IMG_0003.jpg');
  await writeFile(path, photograph);
  const authority = createClient({ baseUrl: `http://localhost:${API_PORT}`, key: DEMO_SECRET_KEY });
  const ofPerson = await authority.applications.create({
    kind: 'stay_limited',
    filedAt: '2026-03-01T02:00:00Z',
    applicant: { initials: 'A.B.' },
  });

  const doomed = await takeMortalHands(engine, browsers, profile);
  await sendHalf(await doomed.open(PARTNER_PAGE), line, ofPerson, path, photograph.length);
  await doomed.kill();
  line.repair();
  await untilKept(ofPerson);

  const hands = await takeMortalHands(engine, browsers, profile);
  try {
    const page = await hands.open(PARTNER_PAGE);
    await openCase(page, ofPerson);
    const sentAgain = await goOn(page, line);
    assert.ok(sentAgain < photograph.length * 0.75, `${sentAgain} bytes were sent after the start`);
    assert.equal(await countKept(page), 0, 'files that the device still keeps');
  } finally {
    await hands.close();
  }
  const { data } = await asThemselves(ofPerson, (documents) => documents.list());
  const hash = createHash('sha256').update(photograph).digest('hex');
  assert.deepEqual(
    data.map(({ state, sha256 }) => ({ state, sha256 })),
    [{ state: 'received', sha256: hash }],
  );
}

/** Takes the document that waits, as soon as it does. */
async function claim(desk: Window): Promise<void> {
  const button = `document.querySelector('form[action$="/claim"] button')`;
  while (!(await sees(desk, button, 1000))) await click(desk, `document.querySelector('a.again')`);
  await click(desk, button);
  await until(desk, `document.querySelector('#reason')`);
}

async function decide(desk: Window, outcome: string): Promise<void> {
  await click(desk, `document.querySelector('button[value=${outcome}]')`);
}

async function hear(page: Window, state: string): Promise<void> {
  const clicked = performance.now();
  await until(page, `${STATE} === ${JSON.stringify(state)}`);
  console.log(`"${state}" shown ${Math.round(performance.now() - clicked)} ms after the click`);
}

/** Somebody was given the file that was accepted: they learn who confirmed it, and keep the file to themselves. */
async function check(hands: Hands, line: Line, file: Buffer, folder: string): Promise<void> {
  const path = join(folder, 'given.jpg');
  await writeFile(path, file);
  const page = await hands.open(`${PARTNER_PAGE}check.html`);
  await click(page, `document.querySelector('[data-language=en]')`);
  await until(page, inElement('lintas-document-check', 'input'));
  const listening = line.listenIn();
  await page.give(inElement('lintas-document-check', 'input'), path);
  const answer = inElement('lintas-document-check', '[part=answer]');
  await until(page, answer);
  const said = await page.look<string>(wordsOf(answer));
  const overheard = listening();
  assert.match(said, /This file was confirmed/);
  assert.match(said, /Nusantara Welcome House .* confirmed it for Directorate General of Immigration/);

  assert.ok(overheard.includes(createHash('sha256').update(file).digest('hex')), 'Nobody asked.');
  const pieces = Array.from({ length: 100 }, (_, at) => Math.floor((file.length / 100) * at));
  assert.ok(!pieces.some((at) => overheard.includes(file.subarray(at, at + 16))));
  assert.ok(overheard.length < file.length / 50, `${overheard.length} bytes were sent`);
}

/** Keeps what is ever said about a file or document; answers where. */
async function watchStates(page: Window): Promise<string> {
  await until(page, PHOTO);
  await page.look(`(() => {
    const root = document.querySelector('lintas-document-uploader').shadowRoot;
    window.said = '';
    new MutationObserver(() => {
      for (const part of root.querySelectorAll('[part~=document], [part~=file]')) window.said += part.textContent;
    }).observe(root, { subtree: true, childList: true, characterData: true });
    return true;
  })()`);
  return 'window.said';
}
