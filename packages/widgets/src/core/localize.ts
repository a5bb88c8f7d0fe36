// The language of a widget: texts, direction, and rendering anew when the page changes its mind.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Messages } from '../locales/messages.ts';
import { loadCatalogue, shownLanguage, type Catalogue, type LoadedCatalogue } from './catalogues.ts';
import type { Reader } from './dates.ts';
import { directionOf, hostOf, languageChain, type Direction } from './language.ts';
import { TRY_AGAIN_MILLISECONDS } from './on-demand.ts';
import { textChoice } from './text-choice.ts';
import { wantedLanguage } from './wanted-language.ts';

/**
 * Gives a widget its texts: `messages` is `undefined` until they have loaded, and the widget shows nothing. Put
 * `lang` and `dir` on the outermost element of the template.
 */
export class Localize implements ReactiveController {
  /** BCP 47 tag that the page asks for; there may be no texts in it. */
  wanted = 'en';

  #loaded: LoadedCatalogue | undefined;
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer = new MutationObserver(() => this.#follow());
  readonly #onChoice = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Texts of the reader's language, or of the nearest one that there is. */
  get messages(): Messages | undefined {
    return this.#shown?.messages;
  }

  /** BCP 47 tag that `messages` are written in. */
  get lang(): string {
    return this.#shown?.lang ?? 'en';
  }

  /** What stands beside `messages` where it counts, because nobody has checked them. */
  get checked(): Catalogue | undefined {
    return this.#alone ? undefined : this.#loaded?.checked;
  }

  /** The language that {@link switchTexts} leads to: of the checked texts, or from them back to the reader's own. */
  get otherLang(): string | undefined {
    const { checked, lang } = this.#loaded ?? {};
    return checked && (this.#alone ? lang : checked.lang);
  }

  /** Has all widgets of the page show the checked texts alone, or the reader's own again. */
  switchTexts(): void {
    if (this.#loaded) textChoice.toggle(this.#loaded.lang);
  }

  get #shown(): Catalogue | undefined {
    return this.#alone ?? this.#loaded;
  }

  /** The checked texts where the person wants no others. */
  get #alone(): Catalogue | undefined {
    const { checked, lang } = this.#loaded ?? {};
    return lang !== undefined && textChoice.isDeclined(lang) ? checked : undefined;
  }

  /** Direction of `messages`. */
  get dir(): Direction {
    return directionOf(this.lang);
  }

  /** Languages for `pickText`, the best first. */
  get languages(): readonly string[] {
    return languageChain(this.#alone ? this.lang : this.wanted);
  }

  /** For whom dates are written: in the language of the texts, with the calendar of the reader. */
  get reader(): Reader {
    return { lang: this.lang, wanted: this.wanted };
  }

  hostConnected(): void {
    // The tree of the element and those around it: any of them can hold the nearest `lang`.
    for (let at: Element | undefined = this.#host; at; at = hostOf(at)) {
      this.#observer.observe(at.getRootNode(), { attributeFilter: ['lang'], subtree: true });
    }
    textChoice.addEventListener('change', this.#onChoice);
    this.#follow();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    textChoice.removeEventListener('change', this.#onChoice);
  }

  /** Reads the language that the page asks for, and loads its texts when it has changed. */
  #follow(): void {
    const wanted = wantedLanguage(this.#host);
    const changed = wanted !== this.wanted;
    this.wanted = wanted;
    if (shownLanguage(wanted) !== this.#loaded?.lang) void this.#load(wanted);
    else if (changed) this.#host.requestUpdate();
  }

  #loadAgain(): void {
    if (this.#host.isConnected) this.#follow();
  }

  async #load(wanted: string): Promise<void> {
    const catalogue = await loadCatalogue(wanted).catch(() => undefined);
    // The page may have changed its mind while the texts were on their way.
    if (wanted !== this.wanted) return;
    if (!catalogue) return void setTimeout(() => this.#loadAgain(), TRY_AGAIN_MILLISECONDS);
    this.#loaded = catalogue;
    this.#host.requestUpdate();
  }
}
