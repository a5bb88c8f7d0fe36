// A question can be heard: by its own button, in the language of the page, and never over another question.

import { sendKeys } from '@web/test-runner-commands';
import { messages as en } from '../../src/locales/survey/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { answerInstead, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { begin, choose, clearDevice, find, findQuestion, press, wordsIn, type ShownForm } from './form.ts';
import { surveyOf } from './screens.ts';

const addressOf = (name: string): string => new URL(name, import.meta.url).href;
const [TONE, LONG] = [addressOf('./tone.wav'), addressOf('./ten-seconds-of-silence.wav')];
const text = (en: string) => ({ en: { text: en, reviewed: 'peer' as const } });
const points = ['Bad', 'Fair', 'Good', 'Very good'].map((label, at) => ({
  value: at + 1,
  label: text(label),
}));
const question = (id: string, url: string) =>
  ({ id, kind: 'scale4', text: text(`How was the ${id}?`), points, audioUrl: { en: url } }) as const;

const { Audio } = window;

describe('a recording', () => {
  let form: ShownForm;
  const show = async (attributes: Readonly<Record<string, string>> = {}): Promise<void> => {
    const questions = [
      question('room', LONG),
      question('queue', LONG),
      question('bell', TONE),
      question('door', `${TONE}.missing`),
    ];
    await answerInstead(200, 'application/json', JSON.stringify(surveyOf(questions)));
    form = await begin(attributes);
  };
  beforeEach(async () => {
    // Firefox plays nothing aloud on a machine without loudspeakers.
    window.Audio = class extends Audio {
      constructor() {
        super();
        this.muted = true;
      }
    };
    await resetNetwork();
    await clearDevice();
  });
  afterEach(async () => {
    window.Audio = Audio;
    form.element.remove();
    await resetNetwork();
  });

  const buttonOf = (id: string): HTMLElement => {
    const button = findQuestion(form, `How was the ${id}?`).querySelector<HTMLElement>(
      '[part=listen-button]',
    );
    if (!button) throw new Error('There is no button.');
    return button;
  };
  const says = (button: HTMLElement, words: string): Promise<true> => until(() => wordsIn(button) === words);
  /** With a real key: browsers play nothing that no person asked for. */
  async function pressKey(button: HTMLElement): Promise<void> {
    button.focus();
    await sendKeys({ press: 'Enter' });
  }

  it('is played to its end', async () => {
    await show();
    const button = buttonOf('bell');
    const said: string[] = [];
    new MutationObserver(() => said.push(wordsIn(button))).observe(button, {
      subtree: true,
      characterData: true,
    });
    await pressKey(button);
    await until(() => said.length === 2);
    assertEqual(said, [en.stopListening, en.listen]);
    assert(form.root.activeElement === button, 'The focus is lost.');
  });

  it('gives way to another, and to silence when its button is pressed again', async () => {
    await show();
    const [room, queue] = [buttonOf('room'), buttonOf('queue')];
    await pressKey(room);
    await says(room, en.stopListening);
    await pressKey(queue);
    await says(queue, en.stopListening);
    await assertAccessible(form.element);
    assertEqual(wordsIn(room), en.listen);
    await pressKey(queue);
    assertEqual(wordsIn(queue), en.listen);
  });

  it('that cannot be played is said to be so, and can be tried again', async () => {
    await show();
    const door = buttonOf('door');
    await pressKey(door);
    await says(door, en.listenFailed);
    await assertAccessible(form.element);
  });

  it('does not go on over the next question', async () => {
    await show({ layout: 'one' });
    const pauses: string[] = [];
    const { pause } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.pause = function () {
      pauses.push(this.src);
      pause.call(this);
    };
    const button = buttonOf('room');
    await pressKey(button);
    await says(button, en.stopListening);
    choose(findQuestion(form, 'room'), 'Good');
    press(form, 'next-button');
    await until(() => wordsIn(form.root.querySelector('legend')).includes('queue'));
    HTMLMediaElement.prototype.pause = pause;
    assertEqual(pauses, [LONG]);
    await find(form, '[part=listen-button]');
    assertEqual(wordsIn(buttonOf('queue')), en.listen);
  });
});
