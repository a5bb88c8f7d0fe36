// Keeps people where they are: a button that somebody stands on can go by itself, and a whole file when it has become a
// document. Also brings them to a part of the screen, once it is there.

import type { ReactiveElement } from 'lit';

export interface Focus {
  bringTo(selector: string): Promise<void>;
}

/** @param findSuccessor answers the id of what has taken the place of an entry that is gone */
export function keepFocus(host: ReactiveElement, findSuccessor: (id: string) => string | undefined): Focus {
  let held: string | undefined;
  const find = (selector: string): HTMLElement | null => host.renderRoot.querySelector(selector);
  host.addController({
    hostUpdate() {
      held = host.shadowRoot?.activeElement?.closest('.place .entry')?.id;
    },
    hostUpdated() {
      if (held === undefined || host.shadowRoot?.activeElement) return;
      (find(`#${held}`) ?? find(`#${findSuccessor(held)}`))?.focus();
    },
  });
  return {
    async bringTo(selector) {
      await host.updateComplete;
      find(selector)?.focus();
    },
  };
}
