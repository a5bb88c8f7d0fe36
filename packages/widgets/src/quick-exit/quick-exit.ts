// <lintas-quick-exit>: a button to leave the page at once.

import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Localize } from '../core/localize.ts';
import { exitPage, exitTarget } from '../core/quick-exit.ts';
import { baseStyles } from '../core/styles.ts';
import type { ExitTexts } from '../locales/messages.ts';
import { styles } from './quick-exit.styles.ts';
import { watchShift, type ShiftProgress } from './shift-presses.ts';

/**
 * Leaves the page at once: by its button, or by pressing Shift three times. The page is covered, every Lintas widget
 * on it closes its session and forgets what it knows, and a neutral page takes its place. The history of the browser
 * is not deleted, and the element says so.
 *
 * @tagname lintas-quick-exit
 * @csspart button - The button.
 * @csspart explanation - The text that says what the button does and does not do.
 * @cssproperty --lintas-accent - Colour of the button.
 * @cssproperty --lintas-surface - Background of the button.
 * @cssproperty --lintas-paper - Background of the element.
 * @cssproperty --lintas-ink-soft - Colour of the explanation.
 * @cssproperty --lintas-space - Distance between button and explanation.
 */
export class LintasQuickExit extends LitElement {
  static override get styles(): CSSResultGroup {
    return [...baseStyles, styles];
  }

  /**
   * Where to go: an http or https address of a page that says nothing about a person and shows nobody's account.
   * Unless given, what `data-exit` of the script tag says, else the BBC's weather page.
   */
  @property() to: string | null | undefined;

  @state() private progress: ShiftProgress | undefined;

  readonly #localize = new Localize(this);
  #stopWatching = (): void => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchShift(
      document,
      (progress) => (this.progress = progress),
      () => this.leave(),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching();
    this.progress = undefined;
  }

  /** Leaves the page at once. */
  leave(): void {
    exitPage(exitTarget(this, this.to));
  }

  override render(): TemplateResult | typeof nothing {
    const { messages, lang, dir } = this.#localize;
    if (!messages) return nothing;
    const texts = messages.exit;
    return html`
      <div class="root" lang=${lang} dir=${dir}>
        <button part="button" type="button" aria-describedby="explanation" @click=${() => this.leave()}>
          ${texts.button}
        </button>
        <p id="explanation" part="explanation" class="explanation">${texts.explanation}</p>
        <span class="visually-hidden" role="status">${announcement(texts, this.progress)}</span>
      </div>
    `;
  }
}

function announcement(texts: ExitTexts, progress: ShiftProgress | undefined): string {
  if (!progress) return '';
  if (progress.kind === 'expired') return texts.expired;
  return progress.left === 1 ? texts.pressOneMore : texts.pressTwoMore;
}

declare global {
  interface HTMLElementTagNameMap {
    'lintas-quick-exit': LintasQuickExit;
  }
}
