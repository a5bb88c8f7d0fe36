// The script tag (`cdn/lintas.js`): registers the elements that it finds on the page, now and later, and fetches the
// code of no others. Changes nothing in the page's own document.
//
//   <script type="module" src="…/lintas.js" data-api="https://api.example.org" data-key="pk_…" data-lang="id"></script>
//
// The settings are the last resort: an element's own attributes, a provider around it, and any `lang` come first.

import { shownLanguage } from './core/catalogues.ts';
import { tellPage } from './core/console.ts';
import { isExit, provideSettings } from './core/context.ts';
import { wantedLanguage } from './core/wanted-language.ts';
import { elements, register } from './elements.ts';

/** A module does not know its own element (`document.currentScript` is null), but it knows its address. */
const ownScript = Array.from(document.scripts).find(({ src }) => src === import.meta.url);

provideSettings(document, () => {
  const { api, key, lang, exit } = ownScript?.dataset ?? {};
  return { api, key, lang, exit };
});

if (!isExit(ownScript?.dataset.exit ?? 'https:'))
  tellPage('data-exit takes an address that begins with https://. The way out leads to the neutral page.');

/** Those that the page has not used yet. */
const waiting = new Map(elements);

/** Registers what is on the page and was not there before. */
function registerFound(): void {
  for (const tag of waiting.keys()) {
    const [found] = document.getElementsByTagName(tag);
    if (found) begin(tag, shownLanguage(wantedLanguage(found)));
  }
  if (waiting.size === 0) observer.disconnect();
}

function begin(tag: string, lang: string): void {
  const start = waiting.get(tag);
  if (!start) return;
  waiting.delete(tag);
  if (start.inner) begin(start.inner, lang);
  void register(tag, start, lang);
}

const observer = new MutationObserver(registerFound);
observer.observe(document, { childList: true, subtree: true });
registerFound();
