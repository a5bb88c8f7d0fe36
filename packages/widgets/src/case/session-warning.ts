// The warning that the session ends soon. It lies over the page, because whoever reads far below would not see it at the
// top of the case, and never on what has the focus. It does not take the focus, and is announced.

import { html, noChange, nothing, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';
import type { Reading } from '../core/reading.ts';
import { failureText } from './failure-text.ts';
import { warningText } from './notices.ts';
import type { OpenState } from './view-state.ts';

export interface SessionActions {
  extend(): void;
}

/** What stands before the case, outside of what counts as activity: pressing its button is more than that. */
export function sessionWarning(
  open: OpenState,
  actions: SessionActions,
  reading: Reading,
): TemplateResult | typeof nothing {
  const { phase, extendable } = open.session;
  if (phase !== 'warning') return nothing;
  const texts = reading.messages.session;
  return html`<div
    class="notice attention closing"
    part="session-warning"
    role="group"
    aria-labelledby="still-there"
    ${overThePage()}
  >
    <h3 id="still-there">${texts.warningTitle}</h3>
    <p>${warningText(open, reading)}</p>
    ${open.extendFailure ? html`<p class="problem">${failureText(open.extendFailure, reading)}</p>` : nothing}
    ${
      extendable
        ? html`<button class="primary" type="button" part="stay-button" @click=${actions.extend}>
            ${texts.extend}
          </button>`
        : nothing
    }
  </div>`;
}

/** Lays an element over the page for as long as it is there. */
class OverThePage extends AsyncDirective {
  #end: AbortController | undefined;

  render(): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart): typeof noChange {
    if (this.#end || !(element instanceof HTMLElement)) return noChange;
    this.#end = new AbortController();
    const { signal } = this.#end;
    // Only now it comes to the page.
    queueMicrotask(() => !signal.aborted && layOver(element, signal));
    return noChange;
  }

  override disconnected(): void {
    this.#end?.abort();
    this.#end = undefined;
  }
}

const overThePage = directive(OverThePage);

function layOver(element: HTMLElement, signal: AbortSignal): void {
  // A frame may be as long as what it holds: its end is not the end of the screen.
  if (top !== self || !rise(element)) return;
  element.classList.add('over');
  const standClear = (): void => {
    const focused = findFocused();
    element.classList.remove('at-start');
    if (focused && !element.contains(focused) && overlap(element, focused)) element.classList.add('at-start');
  };
  standClear();
  // The page scrolls to what takes the focus first.
  document.addEventListener('focusin', () => requestAnimationFrame(standClear), { signal });
}

/** Makes that nothing on the page confines or covers the element; `false` where the browser cannot. */
function rise(element: HTMLElement): boolean {
  if ('popover' in HTMLElement.prototype) {
    element.popover = 'manual';
    element.showPopover();
    return true;
  }
  // A container confines what is fixed within it. A browser that knows none does not.
  return !CSS.supports('container-type: inline-size');
}

/** What a person works with; a heading that has the focus only says where reading goes on. */
function findFocused(): Element | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused.tabIndex >= 0 ? focused : undefined;
}

function overlap(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
}
