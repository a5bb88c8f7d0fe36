// A translation that nobody has checked never stands alone where something hangs on it.

import type { AppendEvent } from '@lintas/contract/status';
import { messages as en } from '../../src/locales/en.ts';
import { messages as fa } from '../../src/locales/fa.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import {
  append,
  ASKED,
  CHECKED,
  createCase,
  IN_REVIEW,
  RECEIVED,
  REFUSED,
  resetNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { find, open, showTracker, textOf, type Shown } from './tracker.ts';

describe('a case in a language whose texts nobody has checked', () => {
  let shown: Shown;
  beforeEach(async () => void (await resetNetwork()));
  afterEach(() => shown.element.remove());

  async function openWith(...events: readonly AppendEvent[]): Promise<void> {
    const created = await createCase();
    await append(created, ...events);
    shown = await showTracker('prs');
    await open(shown, created);
  }

  it('says so before anything is typed', async () => {
    shown = await showTracker('fa');
    assert(textOf(shown, 'translation').includes(fa.language.unreviewed), textOf(shown, 'translation'));
    assertEqual((await find(shown, '.root')).dir, 'rtl');
    await assertAccessible(shown.element);
  });

  it('says where it stands in English, too', async () => {
    await openWith(RECEIVED, IN_REVIEW);
    const { in_review: inFa } = fa.statuses;
    const { in_review: inEn } = en.statuses;
    const headline = textOf(shown, 'headline');
    assertEqual(headline, `${inFa({})} ${fa.language.checkedText} ${inEn({})}`);
    const beside = await find(shown, '[part=headline] .checked-text[lang=en]');
    assertEqual(beside.dir, 'ltr');
    await assertAccessible(shown.element);
  });

  it('says until when something is to be done in English, too', async () => {
    await openWith(RECEIVED, IN_REVIEW, ASKED);
    const deadline = await find(shown, '[part=deadline] .checked-text[lang=en]');
    assert(/\d{4}/.test(deadline.textContent ?? ''), `No date: ${deadline.textContent}`);
  });

  it('says what is to be done in English, too, and only once that nobody has checked it', async () => {
    const title = {
      id: { text: 'Kirim foto', reviewed: 'peer' },
      en: { text: 'Send a photo', reviewed: 'peer' },
      fa: { text: 'یک عکس بفرستید', reviewed: 'machine' },
    } as const;
    await openWith(RECEIVED, IN_REVIEW, { ...ASKED, tasks: [{ kind: 'upload', state: 'open', title }] });
    const text = textOf(shown, 'to-do');
    for (const { text: words } of [title.fa, title.en]) assert(text.includes(words), text);
    assert(!text.includes(title.id.text), `Two languages beside it: ${text}`);
    assert(!text.includes(fa.language.unreviewed), `Said again: ${text}`);
  });

  it('says what has happened in the own language and in English', async () => {
    await openWith(RECEIVED, IN_REVIEW);
    const [newest] = shown.root.querySelectorAll('[part=event] > p');
    const own = newest?.querySelector('bdi[lang=fa][dir=rtl]')?.textContent;
    assert(/\p{Script=Arabic}/u.test(own ?? ''), `Not in Persian: ${own}`);
    assertEqual(
      newest?.querySelector('.checked-text[lang=en][dir=ltr]')?.textContent,
      'An officer began to check your application.',
    );
    await assertAccessible(shown.element);
  });

  it('says what was decided in English, too', async () => {
    await openWith(RECEIVED, IN_REVIEW, CHECKED, REFUSED);
    (await find(shown, '[part=read-button]')).click();
    await find(shown, '[part=outcome] h4');
    const text = textOf(shown, 'outcome');
    for (const { outcomes, reasons } of [fa, en]) {
      for (const part of [outcomes.refused, reasons.requirements_not_met])
        assert(text.includes(part), `${part} is missing: ${text}`);
    }
    assert(text.includes('3 March 2027'), `No deadline in English: ${text}`);
    await assertAccessible(shown.element);
  });

  it('can be read in English altogether, and in the own language again', async () => {
    await openWith(RECEIVED, IN_REVIEW);
    const button = await find(shown, '[part=translation-button]');
    assertEqual(button.lang, 'en');
    button.click();
    await until(() => textOf(shown, 'headline') === en.statuses.in_review({}));
    assertEqual((await find(shown, '.root')).dir, 'ltr');
    assert(!textOf(shown, 'translation').includes(fa.language.unreviewed), 'English was checked.');
    await assertAccessible(shown.element);
    const back = await find(shown, '[part=translation-button]');
    assertEqual(back.lang, 'fa');
    back.click();
    await until(() => textOf(shown, 'headline').startsWith(fa.statuses.in_review({})));
  });

  it('has no such notice where somebody has checked the texts', async () => {
    for (const lang of ['en', 'id']) {
      shown?.element.remove();
      shown = await showTracker(lang);
      assertEqual(shown.root.querySelector('[part=translation]') ?? null, null, lang);
    }
  });
});
