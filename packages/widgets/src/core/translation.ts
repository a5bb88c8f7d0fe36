// Says that nobody has checked the translation that is read, and leads to texts that were.

import { html, nothing, type TemplateResult } from 'lit';
import { directionOf } from './language.ts';
import type { Localize } from './localize.ts';

export function translationNotice(localize: Localize): TemplateResult | typeof nothing {
  const { messages, checked, otherLang } = localize;
  if (!messages || otherLang === undefined) return nothing;
  return html`<p class="translation soft" part="translation">
    ${checked ? messages.language.unreviewed : nothing}
    <button
      type="button"
      part="translation-button"
      lang=${otherLang}
      dir=${directionOf(otherLang)}
      @click=${() => localize.switchTexts()}
    >
      ${nameOf(otherLang)}
    </button>
  </p>`;
}

/** What a language calls itself. */
function nameOf(lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
}
