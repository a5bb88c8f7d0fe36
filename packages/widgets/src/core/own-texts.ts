// The texts of one widget alone, in the language that it is shown in: fetched with the element, and anew when the page
// changes its mind.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Localize } from './localize.ts';
import { TRY_AGAIN_MILLISECONDS } from './on-demand.ts';

export class OwnTexts<Messages> implements ReactiveController {
  /** `undefined` until they have loaded; then those of the last language that they came in. */
  texts: Messages | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #localize: Localize;
  readonly #load: (lang: string) => Promise<Messages>;
  /** What `texts` are written in, or will be. */
  #lang: string | undefined;

  constructor(host: ReactiveControllerHost, localize: Localize, load: (lang: string) => Promise<Messages>) {
    this.#host = host;
    this.#localize = localize;
    this.#load = load;
    host.addController(this);
  }

  hostUpdate(): void {
    const { lang, messages } = this.#localize;
    if (messages && this.#lang !== lang) void this.#fetch(lang);
  }

  async #fetch(lang: string): Promise<void> {
    this.#lang = lang;
    const texts = await this.#load(lang).catch(() => undefined);
    // The page may have changed its mind while the texts were on their way.
    if (lang !== this.#lang) return;
    if (!texts) return void setTimeout(() => this.#tryAgain(lang), TRY_AGAIN_MILLISECONDS);
    this.texts = texts;
    this.#host.requestUpdate();
  }

  #tryAgain(lang: string): void {
    if (lang !== this.#lang) return;
    this.#lang = undefined;
    this.#host.requestUpdate();
  }
}
