// A person opens their case, and hands in a photograph, in a frame on a page whose other scripts are hostile. What these
// could get hold of holds nothing of the person; on a page without the frame, the same scripts get everything.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DEMO_CASES, type DemoCase } from '@lintas/server';
import { engines, findBrowsers, type Engine } from '../../src/browsers.ts';
import { PARTNER_PAGE, startDemonstration } from './demonstration.ts';
import { takeHands, type Hands, type Window } from './hands.ts';
import { PHOTO, STATE } from './own-documents.ts';
import { takePhotograph } from './photographs.ts';
import { click, inElement, inTracker, openCase, openTracked, until, wordsOf } from './steps.ts';

const browsers = findBrowsers();
/** A case of their own for each. */
const CASES: Readonly<Record<Engine, DemoCase>> = {
  chromium: DEMO_CASES.inReview,
  firefox: DEMO_CASES.actionRequired,
  webkit: DEMO_CASES.onHold,
};

const HEADLINE = inTracker('[part=headline]');

/** Looks at, and keeps, all that a script of the page can: what is typed, shown, sent and said on it. */
const SPY = `(() => {
  const seen = [];
  const keep = (...what) => seen.push(what.map((each) => {
    try { return typeof each === 'string' ? each : JSON.stringify(each); } catch { return String(each); }
  }).join(' '));
  window.seen = () => [...seen, ...roots.map((root) => root.innerHTML + ' ' + root.textContent)].join('\\n')
    .replaceAll(/[\\u2066-\\u2069]/g, '').replaceAll(/\\s+/g, ' ');
  const roots = [document.documentElement];
  const watch = (root) => {
    roots.push(root);
    root.querySelectorAll('*').forEach((element) => element.shadowRoot && watch(element.shadowRoot));
  };
  watch(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    return root;
  };
  for (const type of ['keydown', 'keypress', 'keyup', 'input', 'change', 'paste', 'focusin'])
    addEventListener(type, (event) => keep(type, event.key, event.composedPath()[0]?.value), true);
  addEventListener('message', ({ data }) => keep('message', data), true);
  const { fetch } = window;
  window.fetch = (resource, options) => {
    keep('fetch', resource?.url ?? String(resource), options?.body, [...(resource?.headers ?? [])]);
    if (resource instanceof Request) resource.clone().text().then((text) => keep('body', text));
    return fetch(resource, options);
  };
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function (body) { keep('send', body); return send.call(this, body); };
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (...all) { keep('said', all[0]); return postMessage.apply(this, all); };
  const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    set(hear) { set.call(this, (event) => { keep('heard', event.data); hear?.(event); }); },
  });
  return true;
})()`;

describe('on a page with hostile scripts', () => {
  let stop: () => Promise<void>;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lintas-walk-'));
    stop = await startDemonstration();
  });
  after(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  for (const engine of engines.filter((name) => browsers[name])) {
    test(`a frame keeps a case and its papers apart, in ${engine}`, async () => {
      const hands = await takeHands(engine, browsers);
      try {
        await walkInFrame(await hands.open(`${PARTNER_PAGE}framed.html`), CASES[engine], folder);
        await walkWithout(hands, CASES[engine]);
      } finally {
        await hands.close();
      }
    });
  }
});

async function walkInFrame(page: Window, ofPerson: DemoCase, folder: string): Promise<void> {
  await click(page, `document.querySelector('[data-language=en]')`);
  await until(page, `${wordsOf(inElement('lintas-frame', '[part=open-button]'))} === 'Open'`);
  await page.look(SPY);
  await click(page, inElement('lintas-frame', '[part=open-button]'));
  const found = inElement('lintas-frame', 'iframe');
  await until(page, `${found}?.clientHeight > 0`);
  const frame = page.within(found);

  await openTracked(frame, ofPerson);
  await until(frame, HEADLINE);
  const headline = await frame.look<string>(wordsOf(HEADLINE));
  const path = join(folder, 'IMG_0007.jpg');
  await writeFile(path, await takePhotograph());
  await until(frame, PHOTO);
  await frame.give(`${PHOTO}.querySelector('input[type=file]')`, path);
  await until(frame, `${STATE} === 'Received'`);

  const seen = await page.look<string>('window.seen()');
  assert.match(seen, /heard .*"height"/, 'The spy sees what can be seen.');
  for (const secret of secretsOf(ofPerson, headline)) assert.ok(!seen.includes(secret), `It saw ${secret}.`);
  assert.equal(await page.look(`${found}.contentDocument`), null);
  const reached = await page.look(
    `(() => { try { return String(frames[0].document) } catch { return 'closed' } })()`,
  );
  assert.equal(reached, 'closed');
}

/** What is true of the frame is not true because the spy sees nothing. */
async function walkWithout(hands: Hands, ofPerson: DemoCase): Promise<void> {
  const page = await hands.open(PARTNER_PAGE);
  await page.look(SPY);
  await openCase(page, ofPerson);
  await until(page, HEADLINE);
  const headline = await page.look<string>(wordsOf(HEADLINE));
  const seen = await page.look<string>('window.seen()');
  for (const secret of [ofPerson.pin, headline])
    assert.ok(seen.includes(secret), `The spy does not see ${secret}.`);
}

function secretsOf({ reference, pin }: DemoCase, headline: string): readonly string[] {
  return [reference, reference.replaceAll('-', ''), pin, headline, 'IMG_0007', 'Received'];
}
