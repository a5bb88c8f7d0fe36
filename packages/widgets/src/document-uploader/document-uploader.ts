// <lintas-document-uploader>: a person hands in the documents that an application needs, and sees what comes of each.

import { lintasReferences, type ReferenceScheme } from '@lintas/contract/reference';
import { adoptStyles, html, nothing, type CSSResultOrNative, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { createAnnouncer } from '../case/announcer.ts';
import { Entrance } from '../case/entrance.ts';
import { entryStyles } from '../case/entry.styles.ts';
import { loadReaderTexts, readingWith } from '../core/reader-texts.ts';
import { readingOf, type Reading } from '../core/reading.ts';
import { SharedCase } from '../case/shared-case.ts';
import { sheetStyles } from '../case/sheet.styles.ts';
import type { OpenState, ViewState } from '../case/view-state.ts';
import { Localize } from '../core/localize.ts';
import { keepLoading } from '../core/on-demand.ts';
import { translationNotice } from '../core/translation.ts';
import { baseStyles } from '../core/styles.ts';
import { closed, waitingNotice } from './closed.ts';
import type { Paperwork, PaperworkEffects } from './paperwork.ts';
import { LintasDocumentChangeEvent } from './document-uploader.events.ts';
import type { DocumentReading } from './document-reading.ts';
import { keepFocus } from './focus.ts';
import { FormMember } from './form-member.ts';
import { loadOpened, type Opened } from './load-opened.ts';
import { loadDocumentTexts, type DocumentTexts } from './texts.ts';
import { WaitingUploads } from './waiting-uploads.ts';

/**
 * Takes the documents that an application needs: says why each is asked for and what kind of file is good enough, looks
 * at a file on the person's device before anything is sent, sends it over bad networks, and shows what became of it as
 * it happens. Beside a status tracker it opens together with it; alone, it shows the form itself. In a page's `<form>`
 * it is a field whose values are the ids of the documents that are handed in.
 *
 * @tagname lintas-document-uploader
 * @attr {string} api - Base URL of the API, for example `https://api.example.org`, unless a provider or the script tag names it.
 * @attr {string} key - Publishable key, `pk_…`, that goes with `api`.
 * @prop {ReferenceScheme} referenceScheme - How references are checked in its own form, where they are not Lintas' own.
 * @slot help - Where people find help: addresses and phone numbers of the page's own organisation.
 * @fires {LintasDocumentChangeEvent} lintas-document-change - A document has come or stands elsewhere now.
 * @fires {LintasCaseOpenEvent} lintas-case-open - Before a case is opened here; can be cancelled.
 * @csspart sheet - Everything.
 * @csspart translation - Says that nobody has checked the translation. Missing where somebody has.
 * @csspart translation-button - Leads to texts that were checked, and back.
 * @csspart heading - The heading of what is shown.
 * @csspart summary - How many of the documents that are needed are here.
 * @csspart missing - What is still needed, where somebody wanted to go on without it.
 * @csspart waiting - Where a session has ended: that what was not sent yet goes on when the case is opened again.
 * @csspart unfinished - The notice that something was left unfinished.
 * @csspart go-on-button - The button that goes on with it.
 * @csspart requirement - A paper that the application needs, or the place for any other.
 * @csspart alternatives - The choice of what is sent instead.
 * @csspart accepted - What kind of file is taken.
 * @csspart example - The drawing of a good picture.
 * @csspart place - Where files for a paper, or for a side of it, are given.
 * @csspart given-up - The notice that a file did not arrive whole in time.
 * @csspart choose-button - A way to give a file.
 * @csspart file - A file on its way.
 * @csspart document - A document that was handed in.
 * @csspart document-state - Where it stands.
 * @csspart remove-button - The button that removes a document.
 * @csspart copy-button - The button that offers a copy of a document.
 * @csspart copy - Where the PIN is given once more for it.
 * @csspart save-button - The button that saves the copy.
 * @csspart copy-saved - That it was saved.
 * @csspart own-device - The choice to keep on this device what is not sent yet.
 * @csspart accesses - Who has seen the case and the documents.
 * @csspart access - Something that was done with them.
 * @csspart more-button - The button that shows older entries.
 * @csspart consents - Who may look at the documents.
 * @csspart partner - An organisation that can be let look.
 * @csspart consent-button - The button that lets it, or takes that back.
 * @csspart consent-outcome - What came of that.
 * @csspart quick-exit - The way out.
 * @csspart session-warning - The notice that the session ends soon, where there is no tracker.
 * @csspart stay-button - The button that makes the session longer, where there is no tracker.
 * @csspart connection - The notice that changes do not arrive just now, where there is no tracker.
 * @csspart close-button - The button that closes the case, where there is no tracker.
 * @csspart form - The form with reference and PIN, where there is no tracker.
 * @csspart reference - The field for the reference, where there is no tracker.
 * @csspart pin - The field for the PIN, where there is no tracker.
 * @csspart pin-toggle - The button that shows or hides the PIN, where there is no tracker.
 * @csspart suggestion - The reference that was probably meant, where there is no tracker.
 * @csspart error-summary - The list of what is wrong with the form, where there is no tracker.
 * @csspart open-button - The button that opens the case, where there is no tracker.
 * @csspart again-button - The button that leads back to the form, where there is no tracker.
 * @cssproperty --lintas-font - Font of all text.
 * @cssproperty --lintas-paper - Background.
 * @cssproperty --lintas-surface - Background of the places for files.
 * @cssproperty --lintas-ink - Text.
 * @cssproperty --lintas-ink-soft - Text of less weight.
 * @cssproperty --lintas-line - Lines between papers.
 * @cssproperty --lintas-control - Edges of fields and of places for files.
 * @cssproperty --lintas-accent - Buttons, links, progress, and what is done.
 * @cssproperty --lintas-accent-soft - Background of notices and of drawings.
 * @cssproperty --lintas-notice - What asks for attention.
 * @cssproperty --lintas-notice-soft - Background of what asks for attention.
 * @cssproperty --lintas-error - What is wrong.
 * @cssproperty --lintas-focus - Outline of what has the focus.
 * @cssproperty --lintas-radius - Roundness of corners.
 * @cssproperty --lintas-space - Distance between things.
 */
export class LintasDocumentUploader extends FormMember {
  static override get styles(): CSSResultOrNative[] {
    return [...baseStyles, sheetStyles, entryStyles];
  }

  /** The form cannot be sent before every document that is needed is handed in. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Nothing can be given or taken back. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ attribute: false }) referenceScheme: ReferenceScheme = lintasReferences;
  @state() private announcement = '';

  readonly #localize = new Localize(this);
  readonly #case = new SharedCase(this, {
    leads: false,
    onChange: (shown) => this.#show(shown),
    onUpdate: () => this.#hearOfCase(),
    showPaper: (requirementId) => this.#focus.leadTo(() => this.#paperwork?.placeOf(requirementId)),
    forget: () => this.#forget(),
  });
  readonly #announcer = createAnnouncer((text) => (this.announcement = text));
  readonly #entrance = new Entrance(this, {
    case: this.#case,
    announcer: this.#announcer,
    scheme: () => this.referenceScheme,
    reading: () => this.#reading(),
    load: loadOpened,
  });
  readonly #focus = keepFocus(this, (id) => this.#paperwork?.successorOf(id));
  #shown: ViewState = { kind: 'closed' };
  /** The code of an opened case. */
  #opened: Opened | undefined;
  #paperwork: Paperwork | undefined;
  readonly #waiting = new WaitingUploads(() => this.requestUpdate());
  @state() private texts?: DocumentTexts;
  /** Texts that are on their way. */
  #loading: Promise<void> | undefined;
  /** `seq` of the last event of the case that was looked at. */
  #heard = 0;

  /** Ids of the documents that are handed in; empty while no case is open. */
  get value(): readonly string[] {
    return this.#paperwork?.handedIn ?? [];
  }

  /** Takes off the screen whatever was not sent yet. What was handed in, was handed in. */
  formResetCallback(): void {
    this.#paperwork?.reset();
  }

  /** A browser restores what a field held. Here that is in the case, and comes back when it is opened. */
  formStateRestoreCallback(): void {
    this.#takePart();
  }

  /** Brings the person to what is still needed, else to the heading; or to the form that comes before both. */
  override focus(): void {
    const missing = this.#paperwork?.firstMissing();
    void this.#focus.bringTo(missing ?? (this.#case.leads && !this.#paperwork ? '#reference' : 'h2'));
  }

  override showMissing(): void {
    this.#paperwork?.nameMissing();
    this.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const reading = this.#reading();
    if (!reading) return nothing;
    const { lang, dir } = this.#localize;
    return html`<div class="root" part="sheet" lang=${lang} dir=${dir}>
      ${translationNotice(this.#localize)} ${this.#renderState(this.#shown, reading)}
      <div class="visually-hidden" role="status">${this.announcement}</div>
    </div>`;
  }

  override updated(): void {
    this.#takePart();
    if (this.#paperwork && this.texts?.lang !== this.#localize.lang) void this.#loadTexts();
  }

  #renderState(shown: ViewState, reading: Reading): TemplateResult {
    const inDocuments = this.#documentReading();
    const { leads } = this.#case;
    if (shown.kind === 'open' && this.#paperwork && this.#opened && inDocuments) {
      const field = { required: this.required, disabled: this.disabled || this.fieldsetDisabled };
      const documents = this.#paperwork.template(shown.case, field, inDocuments);
      const surrounded = { open: shown, leads, documents, paperwork: this.#paperwork };
      return this.#opened.surround(surrounded, this.#case.view, reading);
    }
    const waiting = waitingNotice(this.#waiting, inDocuments);
    const { title } = reading.messages.uploader;
    const isOpen = shown.kind === 'open';
    return html`${leads && !isOpen ? this.#entrance.template(shown, reading, title) : closed(reading, isOpen)}${waiting}`;
  }

  #show(next: ViewState): void {
    const before = this.#shown;
    this.#shown = next;
    this.requestUpdate();
    this.#entrance.keepTime();
    if (before.kind === next.kind) return this.#announceNotices(before, next);
    const land = this.#entrance.arrive(next);
    if (before.kind === 'open') {
      if (next.kind === 'ended' && next.why === 'expired')
        this.#waiting.keep(before, this.#paperwork?.suspend());
      this.#leavePaperwork();
    }
    if (next.kind === 'open') void this.#openPaperwork(next).then(land);
    else if (this.#case.leads) void land();
  }

  async #openPaperwork(shown: OpenState): Promise<void> {
    this.#heard = shown.case.seq;
    const { session } = this.#case.view;
    const [opened] = await Promise.all([keepLoading(loadOpened), this.#loadTexts()]);
    // It may have taken long.
    if (!session || session !== this.#case.view.session || this.#paperwork) return;
    this.#opened = opened;
    if (this.shadowRoot)
      adoptStyles(this.shadowRoot, [...LintasDocumentUploader.styles, ...opened.openedStyles]);
    const effects: PaperworkEffects = {
      onChange: () => this.requestUpdate(),
      onDocument: (moved) => this.dispatchEvent(new LintasDocumentChangeEvent(moved.id, moved.state)),
      onActivity: () => this.#case.view.noticeActivity(),
      say: (topic, compose) =>
        this.#announcer.say(topic, () => {
          const reading = this.#documentReading();
          return reading && compose(reading);
        }),
      focus: (selector) => void this.#focus.bringTo(selector),
    };
    this.#paperwork = new opened.Paperwork(session, effects, this.#waiting.take(shown));
    this.requestUpdate();
  }

  #leavePaperwork(): void {
    this.#paperwork?.leave();
    this.#paperwork = undefined;
    this.#announcer.silence();
  }

  /** Something has happened in the case: reads the documents again where it was about them. */
  #hearOfCase(): void {
    if (this.#shown.kind !== 'open') return;
    const news = this.#shown.history.filter(({ seq }) => seq > this.#heard);
    this.#heard = this.#shown.case.seq;
    if (news.some(({ code }) => code.startsWith('document_'))) this.#paperwork?.readAgain();
  }

  #announceNotices(before: ViewState, next: ViewState): void {
    const reading = this.#reading();
    if (!this.#case.leads || !reading || before.kind !== 'open' || next.kind !== 'open') return;
    const news = this.#opened?.surroundingsNews(before, next, reading) ?? [];
    for (const { topic, text } of news) this.#announcer.say(topic, () => text);
  }

  /** Takes everything personal off the screen, now: the page may be covered or frozen next. */
  #forget(): void {
    this.#leavePaperwork();
    this.#waiting.drop();
    this.#entrance.forget();
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  }

  /** Tells the form around it what there is, and what is missing. */
  #takePart(): void {
    const reading = this.#documentReading();
    const missing =
      this.#paperwork && reading
        ? this.#paperwork.missing(reading)
        : (this.#localize.messages?.uploader.closed ?? this.localName);
    this.take(this.value, this.required ? missing : undefined);
  }

  #loadTexts(): Promise<void> {
    this.#loading ??= keepLoading(() => loadReaderTexts(loadDocumentTexts, this.#localize)).then((texts) => {
      this.#loading = undefined;
      this.texts = texts;
    });
    return this.#loading;
  }

  readonly #documentReading = (): DocumentReading | undefined => readingWith(this.#reading(), this.texts);

  readonly #reading = (): Reading | undefined => readingOf(this.#localize);
}

declare global {
  interface HTMLElementTagNameMap {
    'lintas-document-uploader': LintasDocumentUploader;
  }
}
