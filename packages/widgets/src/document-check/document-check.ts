// <lintas-document-check>: anybody who was given the file of a document sees whether somebody confirmed it.

import { html, LitElement, nothing, type CSSResultOrNative, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { readingOf } from '../core/reading.ts';
import { sheetStyles } from '../case/sheet.styles.ts';
import { translationNotice } from '../core/translation.ts';
import { isolate } from '../core/bidi.ts';
import { findConnection } from '../core/context.ts';
import { coverWhileAway } from '../core/cover-while-away.ts';
import { Localize } from '../core/localize.ts';
import { onDemand } from '../core/on-demand.ts';
import { OwnTexts } from '../core/own-texts.ts';
import { guardPage } from '../core/page-guard.ts';
import { onExit } from '../core/quick-exit.ts';
import { baseStyles } from '../core/styles.ts';
import type { DocumentCheckMessages } from '../locales/document-check/messages.ts';
import type { DocumentMessages } from '../locales/documents/messages.ts';
import { answer, headlineOf, type AnswerReading } from './answer.ts';
import type { CheckState } from './check-state.ts';
import { checkStyles } from './document-check.styles.ts';
import { loadCheckTexts } from './texts.ts';

const loadChecking = onDemand(() => import('./checking.ts'));

/**
 * Says whether an office or a partner confirmed a file, who and when. The file stays on the device of the person who
 * asks: its SHA-256 is computed there, and only that is sent. Nothing is fetched before they choose a file, and nothing
 * is stored.
 *
 * @tagname lintas-document-check
 * @attr {string} api - Base URL of the API, for example `https://api.example.org`, unless a provider or the script tag names it.
 * @attr {string} key - Publishable key, `pk_…`, that goes with `api`.
 * @csspart sheet - Everything.
 * @csspart translation - Says that nobody has checked the translation. Missing where somebody has.
 * @csspart translation-button - Leads to texts that were checked, and back.
 * @csspart heading - The question.
 * @csspart choose-button - The button that chooses a file.
 * @csspart checking - The sentence while a file is checked.
 * @csspart answer - The answer.
 * @csspart verdict - The sentence that says it all.
 * @csspart signature - The sentence about the signature.
 * @csspart retry-button - The button that asks again after a failure.
 * @cssproperty --lintas-font - Font of all text.
 * @cssproperty --lintas-paper - Background.
 * @cssproperty --lintas-surface - Background of the answer about a file that is not known.
 * @cssproperty --lintas-control - Bar of that answer.
 * @cssproperty --lintas-ink - Text.
 * @cssproperty --lintas-ink-soft - Text of less weight.
 * @cssproperty --lintas-line - Edge.
 * @cssproperty --lintas-accent - Button, and the bar of a confirmation.
 * @cssproperty --lintas-on-accent - Text on the accent colour.
 * @cssproperty --lintas-accent-soft - Background of a confirmation.
 * @cssproperty --lintas-notice - Bar of any other answer.
 * @cssproperty --lintas-notice-soft - Background of any other answer.
 * @cssproperty --lintas-focus - Outline of what has the focus.
 * @cssproperty --lintas-radius - Roundness of corners.
 * @cssproperty --lintas-space - Distance between things.
 */
export class LintasDocumentCheck extends LitElement {
  static override get styles(): CSSResultOrNative[] {
    return [...baseStyles, sheetStyles, checkStyles];
  }

  @state() private shown: CheckState = { kind: 'waiting' };
  /** What kinds of documents are called, and in which language; there once a file was chosen. */
  @state() private kinds: { readonly lang: string; readonly names: DocumentMessages['kinds'] } | undefined;

  readonly #localize = new Localize(this);
  readonly #own = new OwnTexts(this, this.#localize, loadCheckTexts);
  #running = new AbortController();
  /** The code of a check, once a person has chosen a file. */
  #checking: Awaited<ReturnType<typeof loadChecking>> | undefined;
  #stopGuarding = (): void => {};

  override connectedCallback(): void {
    super.connectedCallback();
    const stops = [guardPage(() => this.#wipe()), onExit(() => this.#wipe()), coverWhileAway(this)];
    this.#stopGuarding = () => stops.forEach((stop) => stop());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopGuarding();
    this.#wipe();
  }

  override render(): TemplateResult | typeof nothing {
    const reading = this.#reading();
    if (!reading) return nothing;
    const { lang, dir } = this.#localize;
    const { texts } = reading;
    const { shown } = this;
    return html`<div class="root" part="sheet" lang=${lang} dir=${dir}>
      ${translationNotice(this.#localize)}
      <h2 part="heading">${texts.title}</h2>
      <p>${texts.intro}</p>
      <p class="soft" id="stays">${texts.stays}</p>
      <label class="pick" part="choose-button">
        <input type="file" class="visually-hidden" aria-describedby="stays" @change=${this.#onChoose} />
        <span>${shown.kind === 'waiting' ? texts.choose : texts.chooseAnother}</span>
      </label>
      ${shown.kind === 'checking' ? html`<p part="checking">${checkingText(shown.file, texts)}</p>` : nothing}
      ${
        shown.kind === 'answered' || shown.kind === 'failed'
          ? answer(shown, () => void this.check(shown.file), reading)
          : nothing
      }
      <div class="visually-hidden" role="status">${announcement(shown, reading)}</div>
    </div>`;
  }

  /** Checks a file, as if a person had chosen it. */
  async check(file: File): Promise<void> {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.shown = { kind: 'checking', file };
    const next = await this.#ask(file, signal).catch((): CheckState => ({ kind: 'waiting' }));
    if (!signal.aborted) this.shown = next;
  }

  async #ask(file: File, signal: AbortSignal): Promise<CheckState> {
    const checking = await loadChecking().catch(() => undefined);
    if (!checking) return { kind: 'failed', file, failure: { kind: 'offline' } };
    this.#checking = checking;
    const [next] = await Promise.all([
      checking.checkFile(file, () => findConnection(this), signal),
      this.#nameKinds(),
    ]);
    return next;
  }

  override updated(): void {
    void this.#nameKinds();
  }

  /** Fetches the names of kinds in the language that is shown now. */
  async #nameKinds(): Promise<void> {
    const { lang } = this.#localize;
    if (!this.#checking || this.kinds?.lang === lang) return;
    const documents = await this.#checking.loadDocumentTexts(lang).catch(() => undefined);
    // The page may have changed its mind while they were on their way.
    if (documents && lang === this.#localize.lang) this.kinds = { lang, names: documents.kinds };
  }

  readonly #onChoose = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const [file] = currentTarget.files ?? [];
    // The same file can be chosen again, and a dialogue that is cancelled takes nothing away.
    currentTarget.value = '';
    if (file) void this.check(file);
  };

  #reading(): AnswerReading | undefined {
    const reading = readingOf(this.#localize);
    const { texts } = this.#own;
    return reading && texts && { ...reading, texts, kinds: this.kinds?.names };
  }

  /** Takes the file's name and the answer out of memory and off the screen, now. */
  #wipe(): void {
    this.#running.abort();
    this.shown = { kind: 'waiting' };
    if (this.hasUpdated) this.performUpdate();
  }
}

function checkingText(file: File, texts: DocumentCheckMessages): string {
  return texts.checking(isolate(file.name));
}

function announcement(shown: CheckState, reading: AnswerReading): string {
  if (shown.kind === 'waiting') return '';
  return shown.kind === 'checking' ? checkingText(shown.file, reading.texts) : headlineOf(shown, reading);
}

declare global {
  interface HTMLElementTagNameMap {
    'lintas-document-check': LintasDocumentCheck;
  }
}
