// While the field is disabled nothing is given and nothing is taken back, also of what is on its way; and a file that is
// dropped where none is taken does not take the page away.

import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual } from '../core/assert.ts';
import { resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { showScreen } from './one-screen.ts';
import { SCREENS } from './screens.ts';
import { showOpened, wordsIn, type ShownUploader } from './uploader.ts';

describe('a disabled field', () => {
  afterEach(() => document.querySelector('one-document-screen')?.remove());

  for (const name of Object.keys(SCREENS)) {
    it(`lets nobody give a file or take one back, only stop for a while and go on: ${name}`, async () => {
      const state = SCREENS[name];
      assert(state, name);
      const { shadowRoot } = await showScreen({ ...state, disabled: true });
      const mayBePressed = [en.sending.pause, en.sending.resume, en.document.removeNo];
      const others = [
        ...(shadowRoot?.querySelectorAll('[part=file] button, .row button:not([part=copy-button])') ?? []),
      ]
        .filter((button) => button.closest('[part=file], [aria-labelledby=removal]'))
        .filter((button) => !mayBePressed.includes(wordsIn(button)) && !button.matches(':disabled'));
      assertEqual(others.map(wordsIn), [], 'what can be pressed');
    });
  }
});

describe('a file that is dropped where none is taken', () => {
  let shown: ShownUploader;
  before(async () => {
    await resetNetwork();
    shown = await showOpened();
  });
  after(() => shown.element.remove());

  /** Drags something over a place and drops it there; answers whether the browser is kept from doing what it would. */
  const drop = (place: Element | null | undefined, data: DataTransfer): readonly boolean[] =>
    ['dragover', 'drop'].map((type) => {
      const event = new DragEvent(type, {
        dataTransfer: data,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      place?.dispatchEvent(event);
      return event.defaultPrevented;
    });

  const file = (): DataTransfer => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'a.txt'));
    return data;
  };

  it('is not opened by the browser, beside a paper and on a disabled one', async () => {
    assertEqual(drop(shown.root.querySelector('.documents h2'), file()), [true, true], 'beside a paper');
    assertEqual(drop(shown.root.querySelector('.leave'), file()), [true, true], 'below the papers');
    shown.element.disabled = true;
    await shown.element.updateComplete;
    assertEqual(drop(shown.root.querySelector('h3'), file()), [true, true], 'on a paper');
    assertEqual(shown.root.querySelector('[part~=file]'), null, 'what was taken');
  });

  it('is another matter than text, which is left to others', () => {
    const data = new DataTransfer();
    data.setData('text/plain', 'just words');
    assertEqual(drop(shown.root.querySelector('.documents h2'), data), [false, false]);
  });
});
