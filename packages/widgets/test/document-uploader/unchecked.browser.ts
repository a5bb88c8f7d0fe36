// A translation that nobody has checked never stands alone where it says whether a paper is good enough.

import { messages as en } from '../../src/locales/documents/en.ts';
import { messages as fa } from '../../src/locales/documents/fa.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { decide, findIn, findPaper, give, photo, showOpened, wordsIn } from './uploader.ts';

describe('a paper in a language whose texts nobody has checked', () => {
  let shown: Awaited<ReturnType<typeof showOpened>>;
  let paper: HTMLElement;
  beforeEach(async () => {
    await resetNetwork();
    shown = await showOpened('fa');
    paper = await findPaper(shown, 'A photo of you');
  });
  afterEach(() => shown.element.remove());

  /** What stands in English beside a part of the paper. */
  const beside = (part: string): Promise<string> =>
    until(() => wordsIn(paper.querySelector(`${part} .checked-text[lang=en][dir=ltr]`)) || undefined);

  it('says in English, too, why a file cannot be sent', async () => {
    give(paper, await photo('small.jpg', 120, 100));
    const found = await beside('[part=file] .findings');
    const words = en.problems.too_small?.({ size: '', types: '', pixels: '480', pages: undefined });
    assertEqual(found, words);
    await assertAccessible(shown.element);
  });

  it('says in English, too, where it stands, why, and what comes next', async () => {
    give(paper, await photo());
    await until(() => wordsIn(paper).includes(fa.states.received));
    assertEqual(await beside('[part=document]'), `${en.states.received}. ${en.nextSteps.received}`);
    const [id = ''] = shown.element.value;
    await decide(id, { outcome: 'needs_better_copy', reason: 'blurred' });
    await until(() => wordsIn(paper).includes(fa.states.needs_better_copy));
    const wanted = `${en.states.needs_better_copy}. ${en.reasons.blurred} ${en.nextSteps.needs_better_copy}`;
    assertEqual(await beside('[part=document]'), wanted);
    await assertAccessible(shown.element);
  });

  it('says in English, too, what it means that the device keeps it', async () => {
    const choice = await findIn(shown, '[part=own-device]');
    const english = wordsIn(choice.querySelector('.checked-text[lang=en]'));
    assertEqual(english, `${en.device.keep}. ${en.device.keepMeans}`);
    assert(wordsIn(choice).includes(fa.device.keepMeans), wordsIn(choice));
  });
});
