// Keeps people where they are: a button that somebody stands on can go by itself, and a whole file when it has become a
// document. Also brings them to a part of the screen, once it is there.

import type { ReactiveElement } from 'lit';

export interface Focus {
  bringTo(selector: string): Promise<void>;
  /**
   * Leads the person from elsewhere to a part that may still be on its way. Until it is there they wait at the heading, and
   * who has gone away from it meanwhile is left alone.
   *
   * @param part answers the part's selector once it is there
   */
  leadTo(part: () => string | undefined): void;
}

/** @param findSuccessor answers the id of what has taken the place of an entry that is gone */
export function keepFocus(host: ReactiveElement, findSuccessor: (id: string) => string | undefined): Focus {
  let held: string | undefined;
  let awaited: (() => string | undefined) | undefined;
  /** Where the person comes from, until they are here. */
  let from: Element | null = null;
  const find = (selector: string): HTMLElement | null => host.renderRoot.querySelector(selector);
  const isWaiting = (): boolean => {
    const within = host.shadowRoot?.activeElement;
    return within ? within.matches('h2') : [from, document.body].includes(document.activeElement);
  };
  const goOn = (): void => {
    const selector = awaited?.();
    if (selector !== undefined) awaited = undefined;
    const target = find(selector ?? 'h2');
    if (!target || target === host.shadowRoot?.activeElement) return;
    // By the focus alone it would come to stand at the edge of the screen.
    target.focus({ preventScroll: true });
    from = null;
    target.scrollIntoView({ behavior: wantsLessMotion() ? 'instant' : 'smooth' });
  };
  host.addController({
    hostUpdate() {
      held = host.shadowRoot?.activeElement?.closest('.place .entry')?.id;
    },
    hostUpdated() {
      if (awaited && !isWaiting()) awaited = undefined;
      if (awaited) goOn();
      if (held === undefined || host.shadowRoot?.activeElement) return;
      (find(`#${held}`) ?? find(`#${findSuccessor(held)}`))?.focus();
    },
  });
  return {
    leadTo(part) {
      awaited = part;
      from = document.activeElement;
      goOn();
    },
    async bringTo(selector) {
      await host.updateComplete;
      find(selector)?.focus();
    },
  };
}

function wantsLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
