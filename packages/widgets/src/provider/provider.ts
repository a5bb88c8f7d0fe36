// <lintas-provider>: says once, for every widget inside it, which API to call and with which key.

import { adoptStyles, css } from 'lit';
import { provideSettings, requestSettings } from '../core/context.ts';
import { hostOf } from '../core/language.ts';

const asItWereNotThere = css`
  :host {
    display: contents;
  }
`;

/**
 * Gives the widgets inside it their API and key. Its `lang`, like that of any element, is the language of what is
 * inside. It calls nothing by itself and takes no place on the page.
 *
 * @tagname lintas-provider
 * @slot - The part of the page that the settings are for.
 * @attr {string} api - Base URL of the API, for example `https://api.example.org`.
 * @attr {string} key - Publishable key, `pk_…`. A secret key is refused.
 * @attr {string} lang - BCP 47 tag of the language, for example `id`.
 */
export class LintasProvider extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    adoptStyles(root, [asItWereNotThere]);
    root.append(document.createElement('slot'));
    provideSettings(this, () => {
      const { api, key } = this;
      if (!api || !key) return undefined;
      // The rest is still what the page says.
      const around = this.parentElement ?? hostOf(this);
      return { ...(around && requestSettings(around)), api, key };
    });
  }

  get api(): string {
    return this.getAttribute('api') ?? '';
  }
  set api(value: string) {
    this.setAttribute('api', value);
  }

  get key(): string {
    return this.getAttribute('key') ?? '';
  }
  set key(value: string) {
    this.setAttribute('key', value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintas-provider': LintasProvider;
  }
}
