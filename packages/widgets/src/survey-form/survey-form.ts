// <lintas-survey-form>: a person answers a questionnaire: about how they were served, or whatever its owner asks.
//
// Until a person begins, this is an invitation with a button; what asks the questions comes then.

import { mayHoldAnswers } from '@lintas/sdk/device';
import { adoptStyles, html, LitElement, nothing, type CSSResultOrNative, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { createAnnouncer } from '../case/announcer.ts';
import { failureText } from '../case/failure-text.ts';
import { failureOf, type Failure } from '../case/failure.ts';
import { tellTrouble } from '../case/page-trouble.ts';
import { loadReaderTexts, readingWith, type ReaderTexts } from '../core/reader-texts.ts';
import { readingOf, type Reading } from '../core/reading.ts';
import { SharedCase } from '../case/shared-case.ts';
import { sheetStyles } from '../case/sheet.styles.ts';
import { wayOut, wayOutExplained, wayOutExplanation } from '../case/way-out.ts';
import { findConnection } from '../core/context.ts';
import { Localize } from '../core/localize.ts';
import { translationNotice } from '../core/translation.ts';
import { baseStyles } from '../core/styles.ts';
import type { SurveyMessages } from '../locales/survey/messages.ts';
import { checkWordsOnce, hasComeTo } from './after.ts';
import type { Filling, FillingHost } from './filling.ts';
import { invitation, type Invited } from './invitation.ts';
import { loadFilling } from './load-filling.ts';
import type { Layout } from './screens.ts';
import type { Found, Stage } from './stage.ts';
import { LintasSurveySubmitEvent, LintasSurveySubmittedEvent } from './survey-form.events.ts';
import { surveyFormStyles } from './survey-form.styles.ts';
import { loadSurveyTexts } from './texts.ts';

/**
 * Asks the questions of a published questionnaire: page by page, as a whole, or one question at a time; on the page or
 * in a dialog. Answers are anonymous, stay on the device until they are sent, and are sent once, also when the network
 * was away. Nothing is fetched before a person begins.
 *
 * @tagname lintas-survey-form
 * @attr {string} api - Base URL of the API, for example `https://api.example.org`, unless a provider or the script tag names it.
 * @attr {string} key - Publishable key, `pk_…`, that goes with `api`.
 * @slot invitation - Your own words in place of the invitation's.
 * @slot help - Where people find help: addresses and phone numbers of the page's own organisation.
 * @fires {LintasSurveySubmitEvent} lintas-survey-submit - Before answers are sent; can be cancelled.
 * @fires {LintasSurveySubmittedEvent} lintas-survey-submitted - Answers have arrived, or wait on the device.
 * @csspart sheet - Everything.
 * @csspart translation - Says that nobody has checked the translation. Missing where somebody has.
 * @csspart translation-button - Leads to texts that were checked, and back.
 * @csspart dialog - The dialog, where there is one.
 * @csspart close-button - The button that closes the dialog.
 * @csspart invitation - What stands here until a person begins.
 * @csspart start-button - The button that begins.
 * @csspart heading - The heading of what is shown.
 * @csspart form - A screen with questions.
 * @csspart changed - Says that the questions are others than those that the person began with.
 * @csspart progress - How far the person is.
 * @csspart problems - The list of what is wrong.
 * @csspart page-title - The title of a page of the questionnaire.
 * @csspart question - A question.
 * @csspart error - What is wrong with an answer.
 * @csspart listen-button - The button that plays a question's recording.
 * @csspart own-device - The choice to keep the answers on this device.
 * @csspart next-button - The button that goes on.
 * @csspart back-button - The button that goes back.
 * @csspart review - All answers, before they are sent.
 * @csspart send-button - The button that sends them.
 * @csspart outcome - What became of the answers, or of the questionnaire.
 * @csspart receipt - The receipt.
 * @csspart copy-button - The button that copies it.
 * @csspart retry-button - The button that tries again.
 * @csspart keep-button - The button that keeps the answers until there is a connection.
 * @csspart clear-button - The button that deletes everything from the device.
 * @csspart quick-exit - The way out, from when a person has begun.
 * @cssproperty --lintas-font - Font of all text.
 * @cssproperty --lintas-paper - Background.
 * @cssproperty --lintas-surface - Background of fields and choices.
 * @cssproperty --lintas-ink - Text.
 * @cssproperty --lintas-ink-soft - Text of less weight.
 * @cssproperty --lintas-line - Lines between questions.
 * @cssproperty --lintas-control - Edges of fields and choices.
 * @cssproperty --lintas-accent - Buttons, links, progress, and what is chosen.
 * @cssproperty --lintas-on-accent - Text on the accent colour.
 * @cssproperty --lintas-accent-soft - Background of what is chosen.
 * @cssproperty --lintas-notice - What asks for attention.
 * @cssproperty --lintas-notice-soft - Background of what asks for attention.
 * @cssproperty --lintas-error - What is wrong.
 * @cssproperty --lintas-error-soft - Background of the list of what is wrong.
 * @cssproperty --lintas-focus - Outline of what has the focus.
 * @cssproperty --lintas-radius - Roundness of corners.
 * @cssproperty --lintas-space - Distance between things.
 */
export class LintasSurveyForm extends LitElement {
  static override get styles(): CSSResultOrNative[] {
    return [...baseStyles, sheetStyles, surveyFormStyles];
  }

  /** Id of the questionnaire. */
  @property() survey = '';
  /** How it is shown: `pages`, `whole`, or `one` question at a time. Counts from when a person begins. */
  @property() layout: Layout = 'pages';
  /** Asks in a dialog; the invitation stays on the page. */
  @property({ type: Boolean }) dialog = false;
  /** Appears only when the case that is open on the page has one of these statuses, or is in one of these phases. */
  @property({ attribute: 'after' }) afterStatus = '';

  @state() private announcement = '';
  @state() private isBegun = false;
  @state() private failure: Failure | undefined;
  /** What an earlier visit left on this device. */
  @state() private found: Found | undefined;

  readonly #localize = new Localize(this);
  readonly #announcer = createAnnouncer((text) => (this.announcement = text));
  readonly #case = new SharedCase(this, {
    leads: 'never',
    onChange: () => this.#hearOfCase(),
    onUpdate: () => this.#hearOfCase(),
    forget: () => this.#forget(),
  });
  #filling: Filling | undefined;
  /** The stage that was last looked at. */
  #heard: Stage['kind'] | undefined;
  #texts: ReaderTexts<SurveyMessages> | undefined;
  readonly #checkWords = checkWordsOnce();

  /** Begins, as the button does: for a page with a trigger of its own. Resolves when the questions are there. */
  async open(): Promise<void> {
    if (this.dialog && !this.#findDialog()?.open) this.#findDialog()?.showModal();
    if (this.isBegun && !this.failure) return;
    this.isBegun = true;
    this.failure = undefined;
    try {
      const filling = await this.#prepare();
      await filling?.open();
    } catch (error) {
      this.failure = tellTrouble(failureOf(error, Date.now()), error);
    }
  }

  /** Closes the dialog. What was answered stays, until the person leaves the page. */
  close(): void {
    this.#findDialog()?.close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#lookOnDevice();
  }

  override render(): TemplateResult | typeof nothing {
    const reading = this.#reading();
    if (!reading) return nothing;
    const { lang, dir } = this.#localize;
    return html`<div class="root" part="sheet" lang=${lang} dir=${dir} ?hidden=${!this.#isDue()}>
      ${translationNotice(this.#localize)}
      ${this.isBegun && !this.dialog ? html`${wayOutExplained(reading)} ${this.#asking(reading)}` : invitation(this.#invited(), reading)}
      <slot name="help"></slot>
      <div class="visually-hidden" role="status">${this.announcement}</div>
      ${this.dialog ? this.#dialog(reading) : nothing}
    </div>`;
  }

  override updated(): void {
    this.#checkWords(this.afterStatus, this.#localize.messages);
    const { lang } = this.#localize;
    // Until they come, those of the language before stay.
    if (this.#filling && this.#texts && this.#texts.lang !== lang) void this.#loadTexts().catch(() => {});
  }

  #invited(): Invited {
    return {
      found: this.found,
      texts: this.#texts?.texts,
      open: () => void this.open(),
      clearDevice: () => void this.#clearDevice(),
    };
  }

  async #clearDevice(): Promise<void> {
    await this.#filling?.clearDevice();
    this.found = 'cleared';
    this.#announcer.say('form', () => this.#texts?.texts.outcome.cleared ?? '');
    await this.#focus(['[part=start-button]']);
  }

  #asking(reading: Reading): TemplateResult {
    const inSurvey = readingWith(reading, this.#texts);
    if (this.#filling && inSurvey) return this.#filling.template(inSurvey);
    const { survey } = reading.messages;
    if (!this.failure)
      return html`<h2 part="heading" tabindex="-1">${survey.title}</h2>
        <p>${survey.opening}</p>`;
    return html`<h2 part="heading" tabindex="-1">${survey.title}</h2>
      <p class="notice attention">${failureText(this.failure, reading)}</p>
      <button type="button" part="retry-button" @click=${() => void this.open()}>${survey.start}</button>`;
  }

  #dialog(reading: Reading): TemplateResult {
    const { survey } = reading.messages;
    return html`<dialog part="dialog" aria-label=${survey.title} @close=${() => this.#filling?.hush()}>
      <div class="bar">
        ${wayOut()}
        <button type="button" part="close-button" @click=${() => this.close()}>${survey.close}</button>
      </div>
      ${wayOutExplanation(reading)} ${translationNotice(this.#localize)}
      ${this.isBegun ? this.#asking(reading) : nothing}
    </dialog>`;
  }

  async #prepare(): Promise<Filling | undefined> {
    const connection = findConnection(this);
    const [{ Filling, fillingStyles }] = await Promise.all([loadFilling(), this.#loadTexts()]);
    // Another call was faster, or the element has left the page meanwhile.
    if (this.#filling || !this.isConnected) return this.#filling;
    if (this.shadowRoot) adoptStyles(this.shadowRoot, [...LintasSurveyForm.styles, ...fillingStyles]);
    this.#filling = new Filling(this.survey, connection, this.#fillingHost());
    return this.#filling;
  }

  #fillingHost(): FillingHost {
    return {
      layout: () => this.layout,
      languages: () => this.#localize.languages,
      session: () => this.#case.view.session,
      onChange: () => this.#hearOfFilling(),
      focus: (...selectors) => void this.#focus(selectors),
      readTrap: () => this.renderRoot.querySelector<HTMLInputElement>('[name=website]')?.value ?? '',
      maySubmit: () => this.dispatchEvent(new LintasSurveySubmitEvent(this.survey)),
      onSubmitted: (outcome) => this.dispatchEvent(new LintasSurveySubmittedEvent(this.survey, outcome)),
    };
  }

  /** Answers that a person has left on this device are sent, and a form that was begun is offered. */
  async #lookOnDevice(): Promise<void> {
    if (!(await mayHoldAnswers()) || !this.isConnected) return;
    const filling = await this.#prepare().catch(() => undefined);
    this.found = await filling?.findKept();
  }

  #hearOfFilling(): void {
    const { messages } = this.#localize;
    const texts = this.#texts?.texts;
    const stage = this.#filling?.stage.kind;
    if (stage !== this.#heard && texts && messages) {
      const heard = { opening: texts.opening, sending: texts.review.sending, sent: texts.outcome.sent };
      const words = Object.entries(heard).find(([kind]) => kind === stage)?.[1];
      if (words !== undefined && this.isBegun) this.#announcer.say('form', () => words);
    }
    this.#heard = stage;
    if (this.found === 'waiting' && !this.isBegun) this.found = this.#filling?.kept;
    this.requestUpdate();
  }

  #hearOfCase(): void {
    this.#filling?.hearOfCase();
    this.requestUpdate();
  }

  /** Whether the case has come to where the page wants to ask. */
  #isDue(): boolean {
    return this.afterStatus === '' || this.isBegun || hasComeTo(this.afterStatus, this.#case.view.state);
  }

  /** Takes everything personal out of memory and off the screen, now: the page may be covered or frozen next. */
  #forget(): void {
    this.#filling?.leave();
    this.#filling = undefined;
    this.isBegun = false;
    this.failure = undefined;
    this.found = undefined;
    this.#announcer.silence();
    this.close();
    if (this.hasUpdated) this.performUpdate();
  }

  async #loadTexts(): Promise<void> {
    this.#texts = await loadReaderTexts(loadSurveyTexts, this.#localize);
    this.requestUpdate();
  }

  #reading(): Reading | undefined {
    return readingOf(this.#localize);
  }

  #findDialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** @param selectors the first that there is takes the focus */
  async #focus(selectors: readonly string[]): Promise<void> {
    await this.updateComplete;
    const found = selectors.map((each) => this.renderRoot.querySelector<HTMLElement>(each));
    found.find((each) => each !== null)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintas-survey-form': LintasSurveyForm;
  }
}
