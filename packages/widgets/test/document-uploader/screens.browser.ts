// Every screen of the documents, whatever brought it about: nothing keeps people out, nothing runs off the page, and no
// word of a newer API is shown.

import { messages as en } from '../../src/locales/documents/en.ts';
import { addDocumentTexts } from '../../src/document-uploader/texts.ts';
import { assert, assertEqual } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import { showScreen } from './one-screen.ts';
import { document as fixture, SCREENS, UNKNOWN } from './screens.ts';
import { wordsIn } from './uploader.ts';

addPseudoLanguage();
addDocumentTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(en) }));

const textOf = (screen: Element): string => wordsIn(screen.shadowRoot?.querySelector('.root'));

describe('every screen of the documents', () => {
  afterEach(() => {
    document.querySelector('one-document-screen')?.remove();
    document.documentElement.style.colorScheme = '';
    document.documentElement.style.fontSize = '';
  });

  for (const [name, state] of Object.entries(SCREENS)) {
    for (const scheme of ['light', 'dark']) {
      it(`keeps nobody out: ${name}, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        await assertAccessible(await showScreen(state));
      });
    }
    for (const lang of ['en', 'id', 'ar']) {
      it(`fits on a small phone, also at twice the size: ${name}, ${lang}`, async () => {
        const screen = await showScreen(state, lang, '320px');
        screen.shadowRoot?.querySelectorAll('details').forEach((details) => (details.open = true));
        for (const size of ['', '200%']) {
          document.documentElement.style.fontSize = size;
          const { left, right } = screen.getBoundingClientRect();
          const wide = [...(screen.shadowRoot?.querySelectorAll('.root *') ?? [])]
            .filter((element) => !element.closest('.visually-hidden, svg'))
            .filter((element) => {
              const box = element.getBoundingClientRect();
              return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
            })
            .map(({ localName, className }) => `${localName}.${String(className)}`);
          assertEqual(wide, [], `what is too wide at ${size || '100%'}`);
        }
      });
    }
  }
});

describe('large text on a small phone', () => {
  afterEach(() => {
    document.querySelector('one-document-screen')?.remove();
    document.documentElement.style.fontSize = '';
  });

  it('parts no word of a heading or a button', async () => {
    const screen = await showScreen(SCREENS['received and accepted'] ?? UNKNOWN, 'en', '360px');
    document.documentElement.style.fontSize = '200%';
    // Where the engine knows the language it parts words as people do: that is not meant.
    const unhyphenated = new CSSStyleSheet();
    unhyphenated.replaceSync('* { hyphens: manual !important; }');
    screen.shadowRoot?.adoptedStyleSheets.push(unhyphenated);
    const parted = [
      ...(screen.shadowRoot?.querySelectorAll('h2, h3, h4, button, summary, .pick') ?? []),
    ].flatMap(partedWords);
    assertEqual(parted, [], 'words on two lines');
  });

  /** Words of an element that do not stand on one line. */
  function partedWords(element: Element): readonly string[] {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const parted: string[] = [];
    while (texts.nextNode()) {
      const { currentNode } = texts;
      for (const { 0: word, index } of (currentNode.textContent ?? '').matchAll(/[\w?]+/g)) {
        const range = document.createRange();
        range.setStart(currentNode, index);
        range.setEnd(currentNode, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => top));
        if (lines.size > 1) parted.push(word);
      }
    }
    return parted;
  }
});

describe('a file that was given up', () => {
  it('is told of where it belongs, and another is given there as if there had been none', async () => {
    const screen = await showScreen(SCREENS['never finished'] ?? UNKNOWN);
    const place = screen.shadowRoot?.querySelector('[part=place]');
    assertEqual(wordsIn(place?.querySelector('[part=given-up]')), en.choose.givenUp);
    assertEqual(wordsIn(place?.querySelector('.pick.file')), en.choose.file);
    assertEqual(wordsIn(screen.shadowRoot?.querySelector('[part=summary]')), en.paper.handedIn(0, 2));
    screen.remove();
  });
});

describe('documents of a newer API', () => {
  afterEach(() => document.querySelector('one-document-screen')?.remove());

  it('are shown with neutral texts, and no code is ever shown', async () => {
    const text = textOf(await showScreen(UNKNOWN));
    for (const neutral of [en.states.unknown, en.nextSteps.unknown, en.reasons.unknown, en.kinds.unknown]) {
      assert(text.includes(neutral), `${neutral} is missing in: ${text}`);
    }
    assert(!/moon_pass|star_pass|orbiting|stars|holo|undefined/.test(text), text);
  });
});

describe('documents that are not decided', () => {
  afterEach(() => document.querySelector('one-document-screen')?.remove());

  for (const name of ['sending', 'arrived', 'checking'] as const) {
    it(`promise nothing: ${name}`, async () => {
      const screen = SCREENS[name];
      assert(screen, name);
      const text = textOf(await showScreen(screen));
      assert(!/success|done|accepted\b|complete/i.test(text), text);
    });
  }
});

describe('a file of which the last byte has left', () => {
  it('is said to be sent, and not to take no time', async () => {
    const screen = await showScreen(SCREENS['sent to the last byte'] ?? UNKNOWN);
    assertEqual(wordsIn(screen.shadowRoot?.querySelector('progress + p')), en.sending.sent('5 MB', '5 MB'));
    screen.remove();
  });
});

describe('documents in a right-to-left language', () => {
  afterEach(() => document.querySelector('one-document-screen')?.remove());

  it('turn the page, and keep numbers with their units in order', async () => {
    const { sending } = SCREENS;
    assert(sending, 'sending');
    const screen = await showScreen(sending, 'ar');
    const [drawing, heading] = ['.paper-head', '.body'].map((part) =>
      screen.shadowRoot?.querySelector(`.paper-entry ${part}`)?.getBoundingClientRect(),
    );
    assert(drawing && heading && drawing.left > heading.left, 'The margin is not on the right.');
    const amount = screen.shadowRoot?.querySelector('progress + p')?.textContent ?? '';
    assert(amount.includes('\u20682') && amount.includes('\u20685'), `Not isolated: ${amount}`);
  });
});

describe('the texts', () => {
  it('name every document with its state in words, beside the mark', async () => {
    for (const state of ['scanning', 'received', 'accepted', 'rejected', 'needs_better_copy'] as const) {
      const { store, ...rest } = SCREENS['checking'] ?? UNKNOWN;
      const screen = await showScreen({
        ...rest,
        store: { ...store, list: store.list && { ...store.list, data: [fixture({ state })] } },
      });
      const shown = wordsIn(screen.shadowRoot?.querySelector('[part=document]'));
      assert(shown.startsWith(en.states[state]) && shown.includes(en.nextSteps[state]), shown);
      screen.remove();
    }
  });
});
