// The way into a case, and what is left when it ends: the form, the wait after many tries, the word that the time is
// over. The same in every widget that can be the one to show it.

import type { ReferenceScheme } from '@lintas/contract/reference';
import type { ClientOptions, OpenInput, StatusClient } from '@lintas/sdk';
import type { ReactiveController, ReactiveControllerHost, ReactiveElement, TemplateResult } from 'lit';
import { findConnection } from '../core/context.ts';
import type { Announcer } from './announcer.ts';
import { LintasCaseOpenEvent } from './case.events.ts';
import { ended } from './ended.ts';
import { entryForm, problemText } from './entry-form.ts';
import { Entry } from './entry.ts';
import type { Reading } from '../core/reading.ts';
import type { SharedCase } from './shared-case.ts';
import { nextTick } from './ticking.ts';
import { isReady, type ViewState } from './view-state.ts';

/** What the widget around it gives. */
export interface EntranceEffects {
  readonly case: SharedCase;
  readonly announcer: Announcer;
  /** The format of the references that are typed. */
  scheme(): ReferenceScheme;
  reading(): Reading | undefined;
  /** Fetches the code that an opened case needs. */
  load(): Promise<{ readonly createStatusClient: (options: ClientOptions) => StatusClient }>;
}

type Host = ReactiveElement & ReactiveControllerHost;

export class Entrance implements ReactiveController {
  readonly #host: Host;
  readonly #effects: EntranceEffects;
  readonly #entry: Entry;
  /** It was here that the person opened the case, not in another widget of the page. */
  #opensHere = false;
  #nextTick: ReturnType<typeof setTimeout> | undefined;
  /** The person is asked to wait before the next try. */
  #countingDown = false;
  /** Makes the times on the screen true again. */
  readonly #tick = (): void => {
    this.#effects.case.view.tick();
    const counted = this.#countingDown;
    this.keepTime();
    if (counted && !this.#countingDown) {
      this.#effects.announcer.say('form', () => this.#effects.reading()?.messages.errors.waitOver);
    }
    this.#host.requestUpdate();
  };

  constructor(host: Host, effects: EntranceEffects) {
    this.#host = host;
    this.#effects = effects;
    host.addController(this);
    this.#entry = new Entry(host, {
      scheme: () => effects.scheme(),
      isReady: () => isReady(effects.case.view.state, Date.now()),
      // Somebody begins to fill in the form.
      prepare: () => void effects.load().catch(() => undefined),
      open: (input) => this.#open(input),
      sayProblem: (field) =>
        effects.announcer.say('form', () => {
          const reading = effects.reading();
          return reading && problemText(field, this.#entry.state, reading);
        }),
    });
  }

  hostConnected(): void {
    // Timers stand still while a device sleeps.
    document.addEventListener('visibilitychange', this.#tick);
    // It stood still since the widget was taken out to be put elsewhere.
    this.keepTime();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#tick);
    clearTimeout(this.#nextTick);
  }

  /**
   * The form, or what is said when the case has ended.
   *
   * @param title heads the form
   */
  template(shown: ViewState, reading: Reading, title?: string): TemplateResult {
    if (shown.kind === 'ended') return ended(shown.why, () => void this.#openAgain(), reading);
    const state = {
      ...this.#entry.state,
      opening: shown.kind === 'opening',
      failure: shown.kind === 'failed' ? shown.failure : undefined,
    };
    return entryForm(state, this.#entry.actions, reading, title);
  }

  /**
   * Takes note that another state is about to be shown.
   *
   * @returns brings the person to it, once it is on the screen: the focus only goes where they are
   */
  arrive(next: ViewState): () => Promise<void> {
    const wasHere = this.#host.shadowRoot?.activeElement !== null;
    const openedHere = this.#opensHere;
    if (next.kind === 'failed' || next.kind === 'open') this.#opensHere = false;
    if (next.kind === 'open') this.#entry.clear();
    return async () => {
      if (next.kind === 'failed' && openedHere) await this.#entry.focusSummary();
      else if (next.kind === 'open' && openedHere) await this.#focus('h2');
      else if (next.kind === 'ended' && wasHere) await this.#focus('h2');
      else if (next.kind === 'ended') {
        this.#effects.announcer.say('session', () => this.#effects.reading()?.messages.session.endedTitle);
      }
    };
  }

  /** Looks at the clock as often as what is shown now needs it. */
  keepTime(): void {
    clearTimeout(this.#nextTick);
    const { state } = this.#effects.case.view;
    const wait = nextTick(state, Date.now());
    this.#countingDown = state.kind === 'failed' && wait !== undefined;
    if (wait !== undefined) this.#nextTick = setTimeout(this.#tick, wait);
  }

  /** Empties the fields. */
  forget(): void {
    this.#opensHere = false;
    this.#entry.clear();
  }

  #open(input: OpenInput): void {
    if (!this.#host.dispatchEvent(new LintasCaseOpenEvent())) return;
    this.#opensHere = true;
    void this.#effects.case.view.open(() => this.#connect(), input);
  }

  async #connect(): Promise<StatusClient> {
    const { api, key } = findConnection(this.#host);
    const { createStatusClient } = await this.#effects.load();
    return createStatusClient({ baseUrl: api, key });
  }

  async #openAgain(): Promise<void> {
    this.#effects.case.view.wipe();
    await this.#focus('#reference');
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
