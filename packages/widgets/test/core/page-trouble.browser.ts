// Whoever looks after a page finds out in the console why its elements do not work, and finds nothing of a person there.

import '../../src/document-check/define.ts';
import '../../src/metrics/define.ts';
import { messages as en } from '../../src/locales/en.ts';
import { messages as surveyTexts } from '../../src/locales/survey/en.ts';
import { askForFigures, press as pressIn, showElement } from '../metrics/figures.ts';
import {
  answerInstead,
  createCase,
  PROBLEM,
  problem,
  resetNetwork,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { fill, showTracker, submit, textOf, type Shown } from '../status-tracker/tracker.ts';
import { begin, press, showForm, wordsIn, type ShownForm } from '../survey-form/form.ts';
import { assert, assertEqual, until } from './assert.ts';

describe('whoever looks after a page', () => {
  const real = console.error;
  const added: Element[] = [];
  let told: string[] = [];
  let shown: Shown;
  const add = <Each extends { readonly element: Element }>(each: Each): Each => {
    added.push(each.element);
    return each;
  };
  beforeEach(async () => {
    await resetNetwork();
    told = [];
    console.error = (...said: unknown[]) => void told.push(said.map(String).join(' '));
    shown = add(await showTracker());
  });
  afterEach(async () => {
    console.error = real;
    for (const element of added.splice(0)) element.remove();
    await resetNetwork();
  });

  /** What is told when somebody tries to open a case. */
  async function triedToOpen(screen: string): Promise<string> {
    const { reference, pin } = await createCase();
    fill(shown, 'reference', reference);
    fill(shown, 'pin', pin);
    submit(shown);
    await until(() => textOf(shown, 'error-summary').includes(screen));
    const all = told.join('\n');
    assert(!all.includes(reference) && !all.includes(pin), all);
    return all;
  }

  function assertTold(words: string): void {
    const all = told.join('\n');
    assert(all.includes(words) && all.includes('docs/embed.md'), `Told: ${all}`);
  }

  it('is told that the page names no API with a key', async () => {
    shown.element.removeAttribute('key');
    await triedToOpen(en.errors.misconfigured);
    assertTold('data-api and data-key');
  });

  it('is told that the key cannot be one, or must not be in a page', async () => {
    shown.element.setAttribute('key', 'pk_live_…');
    await triedToOpen(en.errors.misconfigured);
    assertTold('key must be');
    shown.element.setAttribute('key', 'sk_live_secret');
    submit(shown);
    await until(() => told.some((each) => each.includes('Everybody can read a secret key')));
    assert(!told.join().includes('sk_live_secret'), 'The key is told.');
  });

  it('is told what the API refused', async () => {
    await answerInstead(401, PROBLEM, problem('unauthenticated', 401));
    await triedToOpen(en.errors.misconfigured);
    assertTold('unauthenticated (401)');
  });

  it('is told that something else answered in place of the API', async () => {
    await answerInstead(404);
    await triedToOpen(en.errors.unavailable);
    assertTold('404, not by the API');
  });

  it('is told that the API could not be reached, which an origin that is not allowed looks like', async () => {
    await stopNetwork();
    await triedToOpen(en.errors.offline);
    assertTold('could not be reached');
    await startNetwork();
  });

  it('is told nothing where a person mistyped', async () => {
    const { reference } = await createCase();
    fill(shown, 'reference', reference);
    fill(shown, 'pin', '00000000');
    submit(shown);
    await until(() => textOf(shown, 'error-summary').includes(en.errors.lookupFailed));
    assertEqual(told, []);
  });

  it('is told which figures there are not', async () => {
    const { root } = add(await showElement('lintas-metrics', { measure: 'happiness' }));
    pressIn(root, 'show-button');
    await until(() => root.querySelector('[part=failure]'));
    assertTold('happiness');
  });

  it('is told which attribute the API does not take, and why, and not what it says', async () => {
    const { root } = add(await showElement('lintas-metrics', { office: 'of-mine'.repeat(30) }));
    pressIn(root, 'show-button');
    await until(() => root.querySelector('[part=failure]'));
    assertTold('invalid-request (422). ?office: This must be at most 120');
    assert(!told.join().includes('of-mine'), told.join('\n'));
  });

  it('is told that figures and checked documents have no API', async () => {
    const { root } = add(await showElement('lintas-metrics', { key: '' }));
    pressIn(root, 'show-button');
    await until(() => root.querySelector('[part=failure]'));
    assertTold('data-api and data-key');
    told = [];
    const element = document.createElement('lintas-document-check');
    document.body.append(element);
    add({ element });
    await element.check(new File(['A private word.'], 'private.pdf'));
    assertTold('data-api and data-key');
    assert(!told.join().includes('private'), 'The file is told.');
  });

  it('is told what an attribute takes that says something else, and not what it says', async () => {
    const wrong = { view: 'pie-of-mine', by: 'city-of-mine', clock: 'lunar-of-mine' };
    const { root } = add(await showElement('lintas-metrics', wrong));
    await askForFigures(root);
    const form = add(await begin({ layout: 'pages-of-mine' }));
    for (const words of [
      'view takes trend, number, comparison.',
      'by takes kind, office, partner.',
      'clock takes calendar, working, waiting_on_you.',
      'layout takes pages, whole, one.',
    ])
      assertTold(words);
    assertEqual([told.length, told.join().includes('of-mine')], [4, false], told.join('\n'));
    const all = add(await begin({ layout: 'pages' }));
    const questions = (shownForm: ShownForm): number =>
      shownForm.root.querySelectorAll('[part=question]').length;
    assertEqual(questions(form), questions(all), 'how many are asked at once');
    assertEqual(told.length, 4);
  });

  it('is told once that a questionnaire waits for a word that no case ever has', async () => {
    add(await showForm({ after: 'decided checks' }));
    assertEqual(told, []);
    const { element } = add(await showForm({ after: 'decided of-mine' }));
    assertTold('after takes draft, submitted, ');
    assertTold('decision, document.');
    assert(!told.join().includes('of-mine'), told.join('\n'));
    element.lang = 'fa';
    await until(() => element.shadowRoot?.querySelector('[lang=fa]'));
    assertEqual(told.length, 1, 'also in another language');
    element.setAttribute('after', 'of-mine');
    await element.updateComplete;
    assertEqual(told.length, 2, 'another mistake');
  });

  it('is told that the way out leads elsewhere than the script tag says, since it does not say https', async () => {
    for (const [exit, times] of [
      ['http://weather.example/of-mine', 1],
      ['https://weather.example/', 0],
    ] as const) {
      told = [];
      const frame = document.createElement('iframe');
      const isThere = new Promise((resolve) => (frame.onload = resolve));
      document.body.append(frame);
      add({ element: frame });
      await isThere;
      const page = await until(() => frame.contentDocument?.defaultView);
      page.console.error = console.error;
      const script = page.document.createElement('script');
      const hasRun = new Promise((resolve) => (script.onload = resolve));
      script.type = 'module';
      script.src = new URL('../../src/loader.ts', import.meta.url).href;
      script.dataset.exit = exit;
      page.document.head.append(script);
      await hasRun;
      assertEqual([told.length, told.join().includes('of-mine')], [times, false], told.join('\n'));
      if (times > 0) assertTold('data-exit takes an address that begins with https://');
    }
  });

  it('is told that there is no such questionnaire, and so is the person, who would try in vain', async () => {
    const form = add(await showForm({ survey: '0199a000-0000-7000-8000-0000000000ff' }));
    press(form, 'start-button');
    const failed = await until(() => form.root.querySelector('[part=outcome]'));
    assert(wordsIn(failed).includes(surveyTexts.openFailed), wordsIn(failed));
    assert(wordsIn(failed).includes(en.errors.misconfigured), wordsIn(failed));
    assertTold('not-found (404)');
  });
});
