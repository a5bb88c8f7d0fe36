// Every screen, whatever brought it about: nothing keeps people out, nothing breaks, nothing runs off the page.

import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { messages as en } from '../../src/locales/en.ts';
import type { ViewState } from '../../src/case/view-state.ts';
import { OneScreen } from './one-screen.ts';
import { addPseudoLanguage, openState, SCREENS, UNKNOWN } from './screens.ts';
import { caseView, statusEvent } from '../case/case-fixture.ts';

async function showScreen(state: ViewState, lang = 'en', width = '60rem'): Promise<OneScreen> {
  const screen = new OneScreen();
  screen.shown = state;
  screen.lang = lang;
  screen.style.width = width;
  document.body.append(screen);
  await until(() => screen.shadowRoot?.querySelector('h2'));
  return screen;
}

function textOf(screen: OneScreen): string {
  return (screen.shadowRoot?.textContent ?? '').replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');
}

addPseudoLanguage();

describe('every screen', () => {
  afterEach(() => document.querySelector('one-screen')?.remove());
  for (const [name, state] of Object.entries(SCREENS)) {
    for (const scheme of ['light', 'dark']) {
      it(`keeps nobody out: ${name}, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        document.body.style.background = scheme === 'dark' ? '#000' : '#fff';
        await assertAccessible(await showScreen(state, scheme === 'dark' ? 'id' : 'en', '22rem'));
      });
    }
    for (const lang of ['en', 'id', 'ar']) {
      it(`fits into 320 px, also with text twice as large: ${name}, ${lang}`, async () => {
        const screen = await showScreen(state, lang, '320px');
        // What lies over the page is as wide as the page, which is no phone here.
        const over = screen.shadowRoot?.querySelector<HTMLElement>('.over');
        if (over) over.style.inlineSize = '304px';
        for (const size of ['', '200%']) {
          document.documentElement.style.fontSize = size;
          const wide = [...(screen.shadowRoot?.querySelectorAll('.root *') ?? [])]
            .filter((element) => !element.closest('.visually-hidden'))
            .filter((element) => {
              const box = element.getBoundingClientRect();
              const { left, right } = (over?.contains(element) ? over : screen).getBoundingClientRect();
              return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
            })
            .map(({ localName, className }) => `${localName}.${String(className)}`);
          document.documentElement.style.fontSize = '';
          assertEqual(wide, [], `what is too wide at ${size || '100%'}`);
        }
      });
    }
  }
});

describe('values that only a newer API knows', () => {
  afterEach(() => document.querySelector('one-screen')?.remove());

  it('are shown with neutral texts, and no code is ever shown', async () => {
    const text = textOf(await showScreen(UNKNOWN));
    for (const neutral of [
      en.statuses.unknown({}),
      en.phases.unknown,
      en.checks.unknown,
      en.checkStates.unknown,
      en.tasks.unknown,
      en.taskStates.unknown,
      en.kinds.unknown,
      en.outcomes.unknown,
      en.nextSteps.unknown,
      en.bring.unknown,
      en.changes.unknown,
      en.actors.unknown,
    ]) {
      assert(text.includes(neutral), `${neutral} is missing in: ${text}`);
    }
    const codes =
      /teleported|orbit|aura|glowing|humming|stars|oracle|landed|leap|alien|maybe|moon_visa|undefined/;
    assert(!codes.test(text), `A code is shown: ${codes.exec(text)?.[0]}`);
  });

  it('leave no label without what it labels', async () => {
    const screen = await showScreen(UNKNOWN);
    const empty = [...(screen.shadowRoot?.querySelectorAll('dd') ?? [])]
      .filter((meaning) => meaning.textContent?.trim() === '')
      .map((meaning) => meaning.previousElementSibling?.textContent);
    assertEqual(empty, [], 'labels with nothing beside them');
  });

  it('promise no "nothing to do" where nobody can know', async () => {
    const text = textOf(await showScreen(openState({ case: caseView({ status: 'teleported' }) })));
    assert(!text.includes(en.task.nothing), text);
  });
});

describe('a right-to-left language', () => {
  afterEach(() => document.querySelector('one-screen')?.remove());

  it('turns the page, the way of the case and the fields, but not what is typed', async () => {
    const screen = await showScreen(openState(), 'ar');
    const stops = [...(screen.shadowRoot?.querySelectorAll('.stop') ?? [])].map(
      (stop) => stop.getBoundingClientRect().left,
    );
    assertEqual(
      stops,
      [...stops].sort((a, b) => b - a),
      'the way from right to left',
    );
    screen.shown = { kind: 'closed' };
    screen.requestUpdate();
    const field = await until(() => screen.shadowRoot?.querySelector('#reference'));
    assertEqual(
      [
        getComputedStyle(field).direction,
        getComputedStyle(screen.shadowRoot?.querySelector('h2') ?? field).direction,
      ],
      ['ltr', 'rtl'],
    );
  });

  it('shows a deadline in Gregorian first, then in the calendar of the reader', async () => {
    const due = { at: '2026-12-04T09:00:00Z', zone: 'Asia/Jakarta' };
    const task = { id: 'a', kind: 'upload', title: {}, state: 'open', due };
    const screen = await showScreen(
      openState({ case: caseView({ status: 'action_required', tasks: [task] }) }),
      'fa',
    );
    const text = (screen.shadowRoot?.querySelector('[part=deadline]')?.textContent ?? '').replaceAll(
      /\s+/g,
      ' ',
    );
    assert(text.includes('4 دسامبر 2026') && text.indexOf('2026') < text.indexOf('۱۴۰۵'), text);
  });
});

describe('a text that nobody has checked', () => {
  afterEach(() => document.querySelector('one-screen')?.remove());

  it('says so, beside the text that was checked', async () => {
    const event = statusEvent({
      text: {
        so: { text: 'Codsigaaga', reviewed: 'machine' },
        en: { text: 'Your application', reviewed: 'peer' },
      },
    });
    const text = textOf(await showScreen(openState({ history: [event] }), 'so'));
    for (const part of ['Codsigaaga', en.language.unreviewed, en.language.checkedText, 'Your application']) {
      assert(text.includes(part), `${part} is missing in: ${text}`);
    }
  });
});
