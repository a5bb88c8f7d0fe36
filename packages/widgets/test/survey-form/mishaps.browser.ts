// What can come between a person and their answers: no network from the start, a second tab, a questionnaire that has
// changed, and programs that fill in what nobody sees.

import { executeServerCommand } from '@web/test-runner-commands';
import { newReceipt } from '@lintas/sdk/surveys';
import { keepDraft, recallDraft } from '@lintas/sdk/surveys/drafts';
import { messages as en } from '../../src/locales/survey/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { resetNetwork, startNetwork, stopNetwork } from '../../../tooling/src/browser-tests/api.ts';
import {
  answerAll,
  begin,
  clearDevice,
  fillSkm,
  find,
  newMark,
  press,
  showForm,
  SKM,
  taken,
  type,
  wordsIn,
  type ShownForm,
} from './form.ts';

describe('a person whose answers meet with something', () => {
  let forms: ShownForm[] = [];
  const add = async (form: Promise<ShownForm>): Promise<ShownForm> => {
    const shown = await form;
    forms.push(shown);
    return shown;
  };
  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
  });
  afterEach(async () => {
    for (const { element } of forms) element.remove();
    forms = [];
    await resetNetwork();
  });

  const outcome = ({ root }: ShownForm, title: string): Promise<true> =>
    until(() => wordsIn(root.querySelector('[part=outcome] h3')) === title);

  it('is told when there is no network to begin with, and has the questions when it returns', async () => {
    await stopNetwork();
    const form = await add(showForm());
    press(form, 'start-button');
    await outcome(form, en.openFailed);
    await assertAccessible(form.element);
    await startNetwork();
    dispatchEvent(new Event('online'));
    await find(form, '[part=form]');
  });

  it('counts once who keeps one form in two tabs and sends both', async () => {
    const marks = [newMark(), newMark()];
    const tabs = [await add(begin()), await add(begin())];
    for (const [at, tab] of tabs.entries()) {
      tab.root.querySelector<HTMLElement>('[part=own-device] input')?.click();
      // The second finds what the first keeps.
      await until(() => recallDraft(SKM));
      await fillSkm(tab, marks[at] ?? '');
    }
    for (const tab of tabs) {
      press(tab, 'send-button');
      await outcome(tab, en.outcome.sentTitle);
    }
    const receipts = tabs.map(({ root }) => wordsIn(root.querySelector('[part=receipt] code')));
    assertEqual(receipts[0], receipts[1]);
    assertEqual(
      [await taken(marks[0] ?? ''), await taken(marks[1] ?? '')],
      [1, 0],
      'how often each was taken',
    );
  });

  it('keeps the answers that fit when the questionnaire is another by now, and is told so', async () => {
    const answers = { requirements: 2, procedure: 9, time: null, gone: 'asked before' };
    const draft = { survey: SKM, version: 99, receipt: newReceipt(), seed: 1, page: 1, answers };
    await keepDraft(draft);
    const form = await add(showForm());
    press(form, 'start-button');
    const told = await find(form, '[part=changed]');
    assertEqual(wordsIn(told), en.changed);
    await until(() => form.root.activeElement === told);
    await assertAccessible(form.element);
    const chosen = [...form.root.querySelectorAll('fieldset')].map((question) =>
      [...question.querySelectorAll('input')].findIndex(({ checked }) => checked),
    );
    assertEqual(chosen, [1, -1, 4, -1, -1, -1, -1, -1, -1]);
    const mark = newMark();
    await fillSkm(form, mark);
    press(form, 'send-button');
    await outcome(form, en.outcome.sentTitle);
    assertEqual(await taken(mark), 1, 'how often it was taken');
  });

  it('is not reached by what catches programs, which are thanked and not counted', async () => {
    const form = await add(begin());
    const mark = newMark();
    await fillSkm(form, mark);
    const trap = await find<HTMLInputElement>(form, '[name=website]');
    assert(trap.tabIndex === -1 && trap.closest('[aria-hidden=true]'), 'People can come upon it.');
    const box = trap.closest('.trap')?.getBoundingClientRect();
    assert(box && box.width <= 1 && box.height <= 1, 'People can see it.');
    type(trap, 'https://example.org');
    press(form, 'send-button');
    await outcome(form, en.outcome.sentTitle);
    assertEqual(await taken(mark), 0, 'how often it was taken');
  });

  // No other engine of the tests can be asked for them.
  const inChromium = navigator.userAgent.includes('Chrome/') ? it : it.skip;
  inChromium('sees what is chosen and what is wrong in the colours of a contrast theme', async () => {
    await executeServerCommand('lintas-media', { 'forced-colors': 'active' });
    try {
      const form = await add(begin({ layout: 'one' }));
      await until(() => matchMedia('(forced-colors: active)').matches);
      await assertAccessible(form.element);
      press(form, 'next-button');
      const wrong = await find(form, '.question.invalid');
      assertEqual(getComputedStyle(wrong).borderInlineStartStyle, 'solid');
      await assertAccessible(form.element);
      answerAll(form);
      const chosen = await find(form, 'label.option:has(:checked)');
      const other = await find(form, 'label.option:not(:has(:checked))');
      assertEqual(
        [chosen, other].map((option) => getComputedStyle(option).outlineStyle),
        ['solid', 'none'],
      );
      await assertAccessible(form.element);
    } finally {
      await executeServerCommand('lintas-media', {});
    }
  });

  it('has nothing move where they asked for that, and no colour alone says what is chosen', async () => {
    const form = await add(begin());
    answerAll(form);
    const sheets = form.root.adoptedStyleSheets;
    assert(sheets.length > 0, 'There are no styles.');
    const moving = sheets.flatMap(({ cssRules }) => movingRules(cssRules));
    assertEqual(moving, [], 'what moves unasked');
    for (const option of form.root.querySelectorAll('label.option')) {
      const input = option.querySelector('input');
      assert(
        input && getComputedStyle(input).opacity === '1' && input.checkVisibility(),
        'A choice is not seen.',
      );
    }
  });
});

/** Rules that move something, outside of what people without a wish for less motion see. */
function movingRules(rules: CSSRuleList): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-reduced-motion: no-preference'))
      return [];
    if (
      rule instanceof CSSStyleRule &&
      /(?:transition|animation|scroll-behavior):(?! none)/.test(rule.cssText)
    )
      return [rule.cssText];
    return rule instanceof CSSGroupingRule ? movingRules(rule.cssRules) : [];
  });
}
