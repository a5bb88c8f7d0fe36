// Runs the form: reads the fields when they have to be read, keeps what is wrong with them, and empties them.

import { lintasReferences, type ReferenceScheme } from '@lintas/contract/reference';
import type { OpenInput } from '@lintas/sdk';
import type { ReactiveElement } from 'lit';
import { checkEntry, pinProblem, referenceProblem, type ReferenceProblem } from './entry-check.ts';
import type { EntryActions, EntryState, FieldId } from './entry-form.ts';

/** The element that the form stands in. */
export type EntryElement = Pick<ReactiveElement, 'renderRoot' | 'requestUpdate' | 'updateComplete'>;

/** What happens outside of the form. */
export interface EntryEffects {
  /** The format of the references that are typed. */
  scheme(): ReferenceScheme;
  /** Whether a try may be made now. */
  isReady(): boolean;
  /** The person begins to fill in the form. */
  prepare(): void;
  /** Takes a reference and PIN that are well formed. */
  open(input: OpenInput): void;
  /** Has it said what is wrong with a field that was just left. */
  sayProblem(field: FieldId): void;
}

type State = Omit<EntryState, 'foreign' | 'opening' | 'failure'>;

const CLEAN: State = { typed: '', listed: false, pinShown: false };

export class Entry {
  #state: State = CLEAN;
  readonly #element: EntryElement;
  readonly #effects: EntryEffects;
  /** Something of the form is pressed and not let go yet. */
  #pressing = false;

  constructor(element: EntryElement, effects: EntryEffects) {
    this.#element = element;
    this.#effects = effects;
  }

  get state(): State & Pick<EntryState, 'foreign'> {
    return { ...this.#state, foreign: this.#effects.scheme().id !== lintasReferences.id };
  }

  readonly actions: EntryActions = {
    submit: (event) => {
      event.preventDefault();
      this.#submit();
    },
    checkReference: () => this.#afterPress(() => this.#checkLeft('reference')),
    checkPin: () => this.#afterPress(() => this.#checkLeft('pin')),
    recheck: () => this.#recheck(),
    useSuggestion: (suggestion) => {
      const field = this.#field('reference');
      if (field) field.value = suggestion;
      this.#set({ reference: undefined });
      this.focusField('pin');
    },
    keepReference: () => {
      const { reference } = this.#state;
      this.focusField('reference');
      if (reference?.kind === 'mistyped') this.#set({ reference: { kind: 'mistyped' } });
    },
    togglePin: () => this.#set({ pinShown: !this.#state.pinShown }),
    focusField: (id) => this.focusField(id),
    enter: () => this.#effects.prepare(),
    press: () => {
      this.#pressing = true;
      addEventListener('pointerup', () => (this.#pressing = false), { once: true });
    },
  };

  focusField(id: FieldId): void {
    this.#field(id)?.focus();
  }

  /** Has the list of what is wrong read out, as GOV.UK does: it takes the focus. */
  async focusSummary(): Promise<void> {
    await this.#element.updateComplete;
    this.#element.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }

  /** Empties the fields, and forgets what was said of them. */
  clear(): void {
    for (const id of ['reference', 'pin'] as const) {
      const field = this.#field(id);
      if (field) field.value = '';
    }
    this.#state = CLEAN;
  }

  #submit(): void {
    if (!this.#effects.isReady()) return void this.focusSummary();
    const typed = this.#value('reference');
    const checked = checkEntry(this.#effects.scheme(), typed, this.#value('pin'));
    if (checked.kind === 'ready') {
      this.#state = { ...CLEAN, pinShown: this.#state.pinShown };
      this.#effects.open(checked.input);
      return;
    }
    this.#set({ ...checked.problems, typed, listed: true });
    void this.focusSummary();
  }

  /** A field that was left half-filled is told at once; an empty one may be filled later. */
  #checkLeft(id: FieldId): void {
    const typed = this.#value(id);
    const [reference, pin] = [this.#referenceProblem(typed), pinProblem(typed)];
    if (id === 'reference' && reference?.kind !== 'empty') this.#set({ reference, typed });
    if (id === 'pin' && pin !== 'missing') this.#set({ pin });
    if (this.#state[id]) this.#effects.sayProblem(id);
  }

  #recheck(): void {
    if (this.#state.reference && !this.#referenceProblem(this.#value('reference'))) {
      this.#set({ reference: undefined });
    }
    if (this.#state.pin && !pinProblem(this.#value('pin'))) this.#set({ pin: undefined });
  }

  /** Waits for what the person is pressing: a page that moves under the finger makes them miss it. */
  #afterPress(check: () => void): void {
    if (this.#pressing) addEventListener('pointerup', () => setTimeout(check), { once: true });
    else setTimeout(check);
  }

  #referenceProblem(typed: string): ReferenceProblem | undefined {
    return referenceProblem(this.#effects.scheme(), typed);
  }

  #set(changes: Partial<State>): void {
    this.#state = { ...this.#state, ...changes };
    this.#element.requestUpdate();
  }

  #value(id: FieldId): string {
    return this.#field(id)?.value ?? '';
  }

  #field(id: FieldId): HTMLInputElement | null {
    return this.#element.renderRoot.querySelector<HTMLInputElement>(`input#${id}`);
  }
}
