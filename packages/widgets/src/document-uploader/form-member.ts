// The element as a field of a page's form: its values, and what keeps the form from being sent.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A field that can show what it is missing. */
interface Field extends ReactiveControllerHost, HTMLElement {
  showMissing(): void;
}

export class FormMember implements ReactiveController {
  readonly internals: ElementInternals;
  readonly #field: Field;
  /**
   * The browser would show a bubble beside an element that cannot have the focus: the element says it itself. The
   * first field of a form that is not right gets the person.
   */
  readonly #onInvalid = (event: Event): void => {
    event.preventDefault();
    const first = this.internals.form?.querySelector(':invalid:not(fieldset)');
    if (!first || first === this.#field) this.#field.showMissing();
  };

  constructor(field: Field, internals: ElementInternals) {
    this.internals = internals;
    this.#field = field;
    field.addController(this);
  }

  hostConnected(): void {
    this.#field.addEventListener('invalid', this.#onInvalid);
  }

  hostDisconnected(): void {
    this.#field.removeEventListener('invalid', this.#onInvalid);
  }

  /**
   * Gives the form what there is.
   *
   * @param missing what is missing, in words
   */
  take(values: readonly string[], missing: string | undefined): void {
    const name = this.#field.getAttribute('name');
    const data = new FormData();
    if (name) values.forEach((value) => data.append(name, value));
    this.internals.setFormValue(name && values.length > 0 ? data : null);
    const anchor = this.#field.shadowRoot?.querySelector<HTMLElement>('.root') ?? undefined;
    if (missing === undefined) this.internals.setValidity({});
    else this.internals.setValidity({ valueMissing: true }, missing, anchor);
  }
}
