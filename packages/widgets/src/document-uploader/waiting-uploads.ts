// What was under way when a session ended. It waits on this page, without a name or a picture, until its own case is
// opened again; whoever opens another case never meets it.

import type { OpenState } from '../case/view-state.ts';
import type { UnderWay } from './outbox-effects.ts';

/** As long as a session lasts in which nothing happens, in milliseconds. */
const WAITS_FOR = 15 * 60_000;

export class WaitingUploads {
  #kept: { readonly caseMark: string; readonly underWay: UnderWay; readonly timer: Timer } | undefined;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get isEmpty(): boolean {
    return this.#kept === undefined;
  }

  /** @param ended the case whose session has ended */
  keep(ended: OpenState, underWay: UnderWay | undefined): void {
    this.drop();
    if (!underWay) return;
    const caseMark = markOf(ended);
    if (caseMark === undefined) return void letGo(underWay);
    const timer = setTimeout(() => this.drop(), WAITS_FOR);
    this.#kept = { caseMark, underWay, timer };
    this.#onChange();
  }

  /** What waits for the case that was opened. What waits for another is let go. */
  take(opened: OpenState): UnderWay | undefined {
    const kept = this.#kept;
    if (!kept) return undefined;
    if (kept.caseMark !== markOf(opened)) return void this.drop();
    clearTimeout(kept.timer);
    this.#kept = undefined;
    return kept.underWay;
  }

  /** Lets go of what waits. */
  drop(): void {
    if (!this.#kept) return;
    clearTimeout(this.#kept.timer);
    letGo(this.#kept.underWay);
    this.#kept = undefined;
    this.#onChange();
  }
}

/** What tells a case from every other: its first event. */
function markOf({ history }: OpenState): string | undefined {
  return history[0]?.id;
}

type Timer = ReturnType<typeof setTimeout>;

function letGo({ manager }: UnderWay): void {
  void manager.then((opened) => opened.close()).catch(() => undefined);
}
