// <lintas-frame>: elements in a frame of the API's own origin, where the page around cannot reach them.

import { html, LitElement, nothing, type CSSResultOrNative, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { sheetStyles } from '../case/sheet.styles.ts';
import { wayOut, wayOutExplanation } from '../case/way-out.ts';
import { isolate } from '../core/bidi.ts';
import { tellPage } from '../core/console.ts';
import { findConnection } from '../core/context.ts';
import { Localize } from '../core/localize.ts';
import { onDemand } from '../core/on-demand.ts';
import { OwnTexts } from '../core/own-texts.ts';
import { exitPage, exitTarget, onExit } from '../core/quick-exit.ts';
import { readingOf } from '../core/reading.ts';
import { baseStyles } from '../core/styles.ts';
import { translationNotice } from '../core/translation.ts';
import type { FrameMessages } from '../locales/frame/messages.ts';
import { frameStyles } from './frame.styles.ts';
import type { FrameTalk } from './talk.ts';
import { loadFrameTexts } from './texts.ts';

const loadTalk = onDemand(() => import('./talk.ts'));

/** What a page in the frame may do. Going elsewhere with the whole window is for the way out, and takes a person's act. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups ' +
  'allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

type Stage =
  | { readonly kind: 'offered' | 'starting' | 'failed' }
  | { readonly kind: 'opening' | 'shown'; readonly address: string };

/**
 * Shows the elements of its template in a frame of the API's own origin: neither this page nor any other script on it can
 * see what people type, read or choose there. Nothing is fetched from the API before a person opens it.
 *
 * @tagname lintas-frame
 * @slot - A `<template>` with the elements that stand in the frame, and their attributes.
 * @slot invitation - What the page says about what opens here, in place of our heading.
 * @attr {string} api - Base URL of the API, for example `https://api.example.org`, unless a provider or the script tag names it.
 * @attr {string} key - Publishable key, `pk_…`, that goes with `api`.
 * @csspart sheet - Everything.
 * @csspart translation - Says that nobody has checked the translation. Missing where somebody has.
 * @csspart translation-button - Leads to texts that were checked, and back.
 * @csspart heading - That it is kept apart from the page.
 * @csspart open-button - The button that opens the frame.
 * @csspart failure - What is said when the frame does not open.
 * @csspart retry-button - The button that tries again.
 * @csspart frame - The frame.
 * @csspart quick-exit - The way out of the page, a `lintas-quick-exit`.
 * @cssproperty --lintas-font - Font of all text, also in the frame.
 * @cssproperty --lintas-space - Distance between things.
 * @cssproperty --lintas-paper - Background; the frame takes this and every other custom property of the elements in it.
 */
export class LintasFrame extends LitElement {
  static override get styles(): CSSResultOrNative[] {
    return [...baseStyles, sheetStyles, frameStyles];
  }

  @state() private stage: Stage = { kind: 'offered' };

  readonly #localize = new Localize(this);
  readonly #own = new OwnTexts(this, this.#localize, loadFrameTexts);
  #talk: FrameTalk | undefined;
  #stopListening = (): void => {};
  #isLeaving = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = onExit(async () => {
      this.#isLeaving = true;
      await this.#talk?.leave();
      this.#isLeaving = false;
      // A page with an exit of its own may stay.
      this.#end({ kind: 'offered' });
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening();
    this.#end({ kind: 'offered' });
  }

  override render(): TemplateResult | typeof nothing {
    const reading = readingOf(this.#localize);
    const { texts } = this.#own;
    if (!reading || !texts) return nothing;
    const { lang, dir } = this.#localize;
    const { stage } = this;
    return html`<div
      class="root ${stage.kind === 'shown' ? 'open' : ''}"
      part="sheet"
      lang=${lang}
      dir=${dir}
    >
      ${wayOut()}
      ${stage.kind === 'shown' ? nothing : html`${wayOutExplanation(reading)} ${this.#offer(texts)}`}
      ${
        'address' in stage
          ? html`<iframe
              part="frame"
              title=${texts.title}
              sandbox=${SANDBOX}
              allow="clipboard-write"
              referrerpolicy="no-referrer"
              src=${stage.address}
            ></iframe>`
          : nothing
      }
      <div class="visually-hidden" role="status">${this.#isOpening ? texts.opening : nothing}</div>
    </div>`;
  }

  override updated(): void {
    this.#talk?.tellLook();
  }

  get #isOpening(): boolean {
    return this.stage.kind === 'starting' || this.stage.kind === 'opening';
  }

  #offer(texts: FrameMessages): TemplateResult {
    return html`<div class="offer">
      ${translationNotice(this.#localize)}
      <slot name="invitation"><h2 part="heading">${texts.title}</h2></slot>
      <p>${texts.explanation(isolate(this.#host))}</p>
      ${
        this.stage.kind === 'failed'
          ? html`<div class="notice attention" part="failure">
              <h3 tabindex="-1">${texts.failedTitle}</h3>
              <p>${texts.failed}</p>
              <button type="button" part="retry-button" @click=${() => void this.#open()}>
                ${texts.tryAgain}
              </button>
            </div>`
          : html`<button
              type="button"
              class="primary"
              part="open-button"
              aria-disabled=${this.#isOpening}
              @click=${() => void this.#open()}
            >
              ${this.#isOpening ? texts.opening : texts.open}
            </button>`
      }
    </div>`;
  }

  /** Whom the person will deal with. */
  get #host(): string {
    try {
      return new URL(findConnection(this).api).host;
    } catch {
      // The page names none, which opening will tell.
      return '…';
    }
  }

  async #open(): Promise<void> {
    if (this.#isOpening) return;
    this.stage = { kind: 'starting' };
    try {
      const connection = findConnection(this);
      const { frameAddress, talkToFrame, readElements, readLook } = await loadTalk();
      const elements = readElements(this);
      if (elements.length === 0) throw new TypeError('lintas-frame takes a template with elements.');
      const address = await frameAddress(connection);
      // It may have been taken from the page meanwhile.
      if (!this.#isOpening) return;
      this.stage = { kind: 'opening', address };
      await this.updateComplete;
      const frame = this.renderRoot.querySelector('iframe');
      if (!frame) return;
      const exit = exitTarget(this, undefined);
      const look = () => readLook(this, this.#localize.wanted);
      this.#talk = talkToFrame(
        frame,
        { connection, exit, elements, look },
        {
          onSilence: () => void this.#fail(SILENT),
          onShown: () => void this.#show(frame),
          onHeight: (pixels) => void (frame.style.blockSize = `${pixels}px`),
          onFocus: (pixels) => bringIntoSight(frame.getBoundingClientRect().top + pixels),
          onLeave: () => {
            if (!this.#isLeaving) exitPage(exit);
          },
        },
      );
    } catch (error) {
      await this.#fail(error instanceof Error ? error.message : 'A frame did not open.');
    }
  }

  async #show(frame: HTMLIFrameElement): Promise<void> {
    const { stage } = this;
    if (!('address' in stage)) return;
    const goesOn = this.matches(':focus-within');
    this.stage = { ...stage, kind: 'shown' };
    await this.updateComplete;
    // The button that was pressed is gone.
    if (goesOn) frame.focus({ preventScroll: true });
  }

  async #fail(why: string): Promise<void> {
    tellPage(why);
    this.#end({ kind: 'failed' });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
  }

  #end(stage: Stage): void {
    this.#talk?.close();
    this.#talk = undefined;
    this.stage = stage;
  }
}

const SILENT =
  "A frame does not answer. The page's policy has to allow the API in frame-src, the key has to be for the page's origin, and the operator of the API has to offer elements.";

/** Height of what may lie over the page's edges, in CSS pixels. */
const EDGE = 96;

/** Scrolls the page to where the person goes on in the frame, unless it is in sight. */
function bringIntoSight(y: number): void {
  if (y < EDGE) scrollBy({ top: y - EDGE, behavior: 'instant' });
  else if (y > innerHeight - EDGE) scrollBy({ top: y - innerHeight / 2, behavior: 'instant' });
}

declare global {
  interface HTMLElementTagNameMap {
    'lintas-frame': LintasFrame;
  }
}
