// Shows one screen with the templates and the styles of the uploader.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { Localize } from '../../src/core/localize.ts';
import { openedStyles } from '../../src/document-uploader/opened.ts';
import type { PaperworkActions } from '../../src/document-uploader/paperwork-actions.ts';
import { LintasDocumentUploader } from '../../src/document-uploader/document-uploader.ts';
import { openedDocuments, type OpenedDocuments } from '../../src/document-uploader/opened-documents.ts';
import { loadDocumentTexts } from '../../src/document-uploader/texts.ts';
import type { DocumentMessages } from '../../src/locales/documents/messages.ts';
import { until } from '../core/assert.ts';

const ignore = (): void => {};
const actions: PaperworkActions = {
  choose: ignore,
  setKind: ignore,
  send: ignore,
  dismiss: ignore,
  pause: ignore,
  resume: ignore,
  askCopy: ignore,
  askRemoval: ignore,
  keep: ignore,
  remove: ignore,
  setRemember: ignore,
  goOn: ignore,
  readAgain: ignore,
  prepare: ignore,
};

export class OneScreen extends LitElement {
  static override readonly styles = [...LintasDocumentUploader.styles, ...openedStyles];
  shown: OpenedDocuments | undefined;
  texts: DocumentMessages | undefined;
  readonly #localize = new Localize(this);

  override render(): TemplateResult | typeof nothing {
    const { messages, reader, languages, lang, dir } = this.#localize;
    const { shown, texts } = this;
    if (!messages || !shown || !texts) return nothing;
    const reading = { messages, reader, languages, texts, now: Date.parse('2026-11-24T07:41:00Z') };
    return html`<div class="root" lang=${lang} dir=${dir}>${openedDocuments(shown, actions, reading)}</div>`;
  }
}
customElements.define('one-document-screen', OneScreen);

/** Puts a screen on the page; resolves when it is there. */
export async function showScreen(shown: OpenedDocuments, lang = 'en', width = '60rem'): Promise<OneScreen> {
  const screen = new OneScreen();
  screen.shown = shown;
  screen.lang = lang;
  screen.style.width = width;
  screen.texts = await loadDocumentTexts(lang);
  document.body.append(screen);
  await until(() => screen.shadowRoot?.querySelector('h2'));
  return screen;
}
