// <lintas-status-tracker>: a person opens their case with reference and PIN, and follows it.
//
// The element joins two parts: the case view, which knows no screen, and the templates, which know nothing else.

import { lintasReferences, type ReferenceScheme } from '@lintas/contract/reference';
import { adoptStyles, html, LitElement, nothing, type CSSResultOrNative, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Entrance } from '../case/entrance.ts';
import { SharedCase } from '../case/shared-case.ts';
import { Localize } from '../core/localize.ts';
import { baseStyles } from '../core/styles.ts';
import { createAnnouncer, type Topic } from '../case/announcer.ts';
import { entryStyles } from '../case/entry.styles.ts';
import { loadVisit, type Visit } from './load-visit.ts';
import type { CaseActions } from './opened-case.ts';
import { readingOf, type Reading } from '../core/reading.ts';
import { LintasCaseChangeEvent, LintasCaseClosedEvent, LintasCaseOpenedEvent } from '../case/case.events.ts';
import { sheetStyles } from '../case/sheet.styles.ts';
import { translationNotice } from '../core/translation.ts';
import type { OpenState, ViewState } from '../case/view-state.ts';

/**
 * Shows a person their case: where it stands, what to do and by when, what is checked, what happened, and changes as
 * they come. They open it with the reference and the PIN that they got when they applied. Nothing is fetched before
 * they do, nothing is stored, and everything is forgotten when they leave.
 *
 * @tagname lintas-status-tracker
 * @attr {string} api - Base URL of the API, for example `https://api.example.org`, unless a provider or the script tag names it.
 * @attr {string} key - Publishable key, `pk_…`, that goes with `api`.
 * @prop {ReferenceScheme} referenceScheme - How references are checked, where they are not Lintas' own; corrects only what it can.
 * @slot help - Where people find help with their case: addresses and phone numbers of the page's own organisation.
 * @slot legal-help - Shown beside a decision that is not an approval: who helps with a review, in addition to the API's own list.
 * @fires {LintasCaseOpenEvent} lintas-case-open - Before anything is sent; can be cancelled.
 * @fires {LintasCaseOpenedEvent} lintas-case-opened - A case is on the screen.
 * @fires {LintasCaseChangeEvent} lintas-case-change - The case on the screen has changed.
 * @fires {LintasCaseClosedEvent} lintas-case-closed - The case is off the screen.
 * @csspart sheet - Everything.
 * @csspart translation - Says that nobody has checked the translation. Missing where somebody has.
 * @csspart translation-button - Leads to texts that were checked, and back.
 * @csspart heading - The heading of what is shown: form, case, or end.
 * @csspart form - The form with reference and PIN.
 * @csspart reference - The field for the reference.
 * @csspart pin - The field for the PIN.
 * @csspart pin-toggle - The button that shows or hides the PIN.
 * @csspart suggestion - The reference that was probably meant.
 * @csspart error-summary - The list of what is wrong with the form.
 * @csspart open-button - The button that opens the case.
 * @csspart quick-exit - The way out at the top of an opened case.
 * @csspart session-warning - The notice that the session ends soon.
 * @csspart stay-button - The button that makes the session longer.
 * @csspart connection - The notice that changes do not arrive just now.
 * @csspart headline - The sentence that says where the case stands.
 * @csspart step-back - The explanation of a step back.
 * @csspart freshness - Since when nothing has changed, and when that was checked.
 * @csspart steps - The way of a case in five steps.
 * @csspart to-do - What the person has to do.
 * @csspart paper-button - The button that leads to where the paper of a task is given, in an uploader of the same page.
 * @csspart deadline - A date by which something is to be done, or an appointment.
 * @csspart checks - What is checked.
 * @csspart expectation - When a decision can be expected.
 * @csspart decision - The decision, shown or not.
 * @csspart read-button - The button that shows the decision.
 * @csspart hide-button - The button that hides the decision again.
 * @csspart outcome - The decision that is shown.
 * @csspart legal-help - Who helps with a review.
 * @csspart history - What has happened.
 * @csspart event - One entry of what has happened.
 * @csspart new-mark - The mark on what is new since the case was opened.
 * @csspart details - Kind, office and dates of the application.
 * @csspart close-button - The button that closes the case.
 * @csspart print-button - The button that prints the case.
 * @csspart again-button - The button that leads back to the form.
 * @cssproperty --lintas-font - Font of all text.
 * @cssproperty --lintas-paper - Background.
 * @cssproperty --lintas-surface - Background of fields.
 * @cssproperty --lintas-ink - Text.
 * @cssproperty --lintas-ink-soft - Text of less weight.
 * @cssproperty --lintas-line - Lines between sections.
 * @cssproperty --lintas-control - Edges of fields and of steps that are still to come.
 * @cssproperty --lintas-accent - Buttons, links and steps that are done.
 * @cssproperty --lintas-on-accent - Text on the accent colour.
 * @cssproperty --lintas-accent-soft - Background of notices and marks.
 * @cssproperty --lintas-notice - What asks for attention.
 * @cssproperty --lintas-notice-soft - Background of what asks for attention.
 * @cssproperty --lintas-error - What is wrong with the form.
 * @cssproperty --lintas-error-soft - Background of what is wrong with the form.
 * @cssproperty --lintas-focus - Outline of what has the focus.
 * @cssproperty --lintas-radius - Roundness of corners.
 * @cssproperty --lintas-space - Distance between things.
 */
export class LintasStatusTracker extends LitElement {
  static override get styles(): CSSResultOrNative[] {
    return [...baseStyles, sheetStyles, entryStyles];
  }

  @property({ attribute: false }) referenceScheme: ReferenceScheme = lintasReferences;
  @state() private announcement = '';

  readonly #localize = new Localize(this);
  readonly #case = new SharedCase(this, {
    leads: true,
    onChange: (state) => this.#show(state),
    onUpdate: () => this.#announceNews(),
    forget: () => this.#forget(),
  });
  readonly #announcer = createAnnouncer((text) => (this.announcement = text));
  readonly #entrance = new Entrance(this, {
    case: this.#case,
    announcer: this.#announcer,
    scheme: () => this.referenceScheme,
    reading: () => this.#reading(),
    load: () => this.#loadVisit(),
  });
  readonly #actions: Omit<CaseActions, 'showPaper'> = {
    noticeActivity: () => this.#case.view.noticeActivity(),
    readDecision: () => void this.#case.view.readDecision().then(() => this.#focus('h4')),
    hideDecision: () => {
      this.#case.view.hideDecision();
      void this.#focus('[part=read-button]');
    },
    extend: () => void this.#extend(),
    print: () => this.#visit?.printAlone(this),
    close: () => this.#case.view.close(),
  };
  #shown: ViewState = { kind: 'closed' };
  /** The code of an opened case, once a person has asked for one. */
  #visit: Visit | undefined;
  /** `seq` of the last event that was there at the opening, or was announced since. */
  #heard = 0;

  override render(): TemplateResult | typeof nothing {
    const reading = this.#reading();
    if (!reading) return nothing;
    const { lang, dir } = this.#localize;
    return html`<div class="root" part="sheet" lang=${lang} dir=${dir}>
      ${translationNotice(this.#localize)} ${this.#renderState(this.#shown, reading)}
      <div class="visually-hidden" role="status">${this.announcement}</div>
    </div>`;
  }

  #renderState(shown: ViewState, reading: Reading): TemplateResult {
    if (shown.kind === 'open' && this.#visit) {
      const actions = { ...this.#actions, showPaper: this.#case.showPaper };
      return this.#visit.openedCase(shown, actions, reading);
    }
    return this.#entrance.template(shown, reading);
  }

  async #loadVisit(): Promise<Visit> {
    const visit = await loadVisit();
    this.#visit = visit;
    if (this.shadowRoot) adoptStyles(this.shadowRoot, [...LintasStatusTracker.styles, ...visit.visitStyles]);
    this.requestUpdate();
    return visit;
  }

  #show(next: ViewState): void {
    const before = this.#shown;
    this.#shown = next;
    this.requestUpdate();
    this.#entrance.keepTime();
    if (before.kind !== next.kind) void this.#enter(next, before);
    else if (before.kind === 'open' && next.kind === 'open') this.#announceNotices(before, next);
  }

  /** Tells page and person that another state is on the screen. The focus only goes where the person is. */
  async #enter(next: ViewState, before: ViewState): Promise<void> {
    const land = this.#entrance.arrive(next);
    if (before.kind === 'open') {
      this.#announcer.silence();
      this.dispatchEvent(new LintasCaseClosedEvent());
    }
    if (next.kind === 'open') {
      this.#heard = next.case.seq;
      // Another widget has opened it.
      if (!this.#visit) await this.#loadVisit().catch(() => undefined);
      this.dispatchEvent(new LintasCaseOpenedEvent());
    }
    await land();
  }

  #announceNews(): void {
    this.dispatchEvent(new LintasCaseChangeEvent());
    this.#say('news', (reading) => {
      if (this.#shown.kind !== 'open') return undefined;
      const text = this.#visit?.caseNews(this.#shown, this.#heard, reading);
      this.#heard = this.#shown.case.seq;
      return text;
    });
  }

  #announceNotices(before: OpenState, next: OpenState): void {
    const [visit, reading] = [this.#visit, this.#reading()];
    const session = reading && visit?.sessionNews(before, next, reading);
    const connection = reading && visit?.connectionNews(before, next, reading);
    if (session) this.#say('session', () => session);
    if (connection) this.#say('connection', () => connection);
  }

  async #extend(): Promise<void> {
    await this.#case.view.extend();
    if (this.#shown.kind !== 'open' || this.#shown.session.phase !== 'running') return;
    this.#say('session', ({ messages }) => messages.session.extended);
    // The button that was pressed is gone.
    await this.#focus('h2');
  }

  /** Takes everything personal off the screen, now: the page may be covered or frozen next. */
  #forget(): void {
    this.#entrance.forget();
    this.#announcer.silence();
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  }

  #say(topic: Topic, compose: (reading: Reading) => string | undefined): void {
    this.#announcer.say(topic, () => {
      const reading = this.#reading();
      return reading && compose(reading);
    });
  }

  #reading(): Reading | undefined {
    return readingOf(this.#localize);
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintas-status-tracker': LintasStatusTracker;
  }
}
