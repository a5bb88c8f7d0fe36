// A widget speaks the language of the place where it stands, and changes with it.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { addCatalogue } from '../../src/core/catalogues.ts';
import { define } from '../../src/core/define.ts';
import { Localize } from '../../src/core/localize.ts';
import { messages as ar } from '../../src/locales/ar.ts';
import { messages as en } from '../../src/locales/en.ts';
import { messages as fa } from '../../src/locales/fa.ts';
import { messages as id } from '../../src/locales/id.ts';
import { messages as pseudo, PSEUDO } from '../../src/locales/pseudo.ts';
import { assertEqual, until } from './assert.ts';

class Speaker extends LitElement {
  readonly localize = new Localize(this);
  override render(): TemplateResult | typeof nothing {
    const { messages, lang, dir } = this.localize;
    return messages ? html`<p lang=${lang} dir=${dir}>${messages.form.title}</p>` : nothing;
  }
}
define('test-speaker', Speaker);
addCatalogue(PSEUDO, () => Promise.resolve({ messages: pseudo }));

const place = document.createElement('section');

function speaker(): Speaker {
  const element = new Speaker();
  place.append(element);
  return element;
}

/** Waits until the element says the text, and answers its language and direction. */
async function says(element: Speaker, text: string): Promise<readonly (string | null | undefined)[]> {
  const shown = await until(() => {
    const paragraph = element.shadowRoot?.querySelector('p');
    return paragraph?.textContent === text && paragraph;
  });
  return [shown.getAttribute('lang'), shown.getAttribute('dir')];
}

describe('a widget speaks', () => {
  beforeEach(() => {
    place.removeAttribute('lang');
    document.body.append(place);
  });
  afterEach(() => {
    place.remove();
    place.replaceChildren();
    document.documentElement.lang = 'en';
  });

  it('the language of its nearest ancestor', async () => {
    place.lang = 'id';
    assertEqual(await says(speaker(), id.form.title), ['id', 'ltr']);
  });

  it('the language of the page around its shadow roots', async () => {
    document.documentElement.lang = 'id';
    const host = document.createElement('div');
    const element = new Speaker();
    host.attachShadow({ mode: 'open' }).append(element);
    place.append(host);
    await says(element, id.form.title);
    document.documentElement.lang = 'en';
    await says(element, en.form.title);
  });

  it('its own language before that of its place', async () => {
    place.lang = 'en';
    const element = speaker();
    element.lang = 'id';
    await says(element, id.form.title);
  });

  it('another language as soon as the page changes', async () => {
    const element = speaker();
    await says(element, en.form.title);
    place.lang = 'id';
    await says(element, id.form.title);
    place.removeAttribute('lang');
    await says(element, en.form.title);
  });

  it('the last of several languages that are asked for in haste', async () => {
    const element = speaker();
    await says(element, en.form.title);
    for (const lang of ['id', 'en', PSEUDO, 'en', 'id']) {
      place.lang = lang;
      await Promise.resolve();
    }
    assertEqual(await says(element, id.form.title), ['id', 'ltr']);
  });

  it('the language of the place that it was moved to', async () => {
    const other = document.createElement('div');
    other.lang = 'id';
    place.append(other);
    const element = speaker();
    await says(element, en.form.title);
    other.append(element);
    await says(element, id.form.title);
  });

  it('beside a widget that speaks another one', async () => {
    const [one, two] = [speaker(), speaker()];
    one.lang = 'id';
    two.lang = PSEUDO;
    assertEqual(await says(one, id.form.title), ['id', 'ltr']);
    assertEqual(await says(two, pseudo.form.title), [PSEUDO, 'rtl']);
  });

  it('English from left to right where a right-to-left language has no texts yet, and knows what was asked for', async () => {
    place.lang = 'ps';
    const element = speaker();
    assertEqual(await says(element, en.form.title), ['en', 'ltr']);
    assertEqual(element.localize.languages, ['ps', 'en']);
    assertEqual(element.localize.reader, { lang: 'en', wanted: 'ps' });
  });

  it('Persian to those who read Dari, under whichever name their browser has for it', async () => {
    for (const name of ['prs', 'fa-AF', 'fa']) {
      const element = speaker();
      element.lang = name;
      assertEqual(await says(element, fa.form.title), ['fa', 'rtl'], name);
    }
  });

  it('alone where somebody has checked the texts, and else with English at hand', async () => {
    const [checked, unchecked] = [speaker(), speaker()];
    checked.lang = 'id';
    unchecked.lang = 'fa';
    await says(checked, id.form.title);
    await says(unchecked, fa.form.title);
    assertEqual(checked.localize.checked?.lang, undefined);
    assertEqual(unchecked.localize.checked?.messages.form.title, en.form.title);
  });

  it('the checked texts when the person wants them, and their own again', async () => {
    const element = speaker();
    place.lang = 'prs';
    await says(element, fa.form.title);
    element.localize.switchTexts();
    assertEqual(await says(element, en.form.title), ['en', 'ltr']);
    assertEqual(element.localize.checked?.lang, undefined, 'English beside English');
    assertEqual(element.localize.languages, ['en'], 'languages of the API’s texts');
    element.localize.switchTexts();
    assertEqual(await says(element, fa.form.title), ['fa', 'rtl']);
    assertEqual(element.localize.languages, ['prs', 'fa-AF', 'fa', 'en']);
  });

  it('the checked texts in all widgets of the page at once, whenever they come', async () => {
    const [one, two, checked] = [speaker(), speaker(), speaker()];
    place.lang = 'fa';
    checked.lang = 'id';
    await Promise.all([says(one, fa.form.title), says(two, fa.form.title), says(checked, id.form.title)]);
    one.localize.switchTexts();
    await Promise.all([says(one, en.form.title), says(two, en.form.title), says(checked, id.form.title)]);
    const later = speaker();
    await says(later, en.form.title);
    later.localize.switchTexts();
    await Promise.all([one, two, later].map((each) => says(each, fa.form.title)));
  });

  it('what the page changes to, also after the person has gone to the checked texts', async () => {
    const element = speaker();
    place.lang = 'fa';
    await says(element, fa.form.title);
    element.localize.switchTexts();
    await says(element, en.form.title);
    place.lang = 'ar';
    assertEqual(await says(element, ar.form.title), ['ar', 'rtl']);
    place.lang = 'fa';
    await says(element, en.form.title);
    element.localize.switchTexts();
    await says(element, fa.form.title);
  });

  it('no more once it has left the page', async () => {
    const element = speaker();
    await says(element, en.form.title);
    element.remove();
    place.lang = 'id';
    await Promise.resolve();
    assertEqual(element.localize.wanted, 'en');
  });
});
