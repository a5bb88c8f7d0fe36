// An element as a field of a page's form, with what HTML's own fields have: a name and values, labels, and what keeps
// the form from being sent.

import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';

export abstract class FormMember extends LitElement {
  static get formAssociated(): boolean {
    return true;
  }

  /** Name of the field in a form, under which each of its values is an entry. */
  @property({ reflect: true, useDefault: true }) name = '';
  /** Missing in Safari before 16.4: there the element works, and a form around it does not know of it. */
  readonly #internals = 'attachInternals' in HTMLElement.prototype ? this.attachInternals() : undefined;
  /** A `<fieldset disabled>` around it. */
  @state() protected fieldsetDisabled = false;
  /** The page wants to know what is missing, and nobody is to be brought to it. */
  #isOnlyAsked = false;

  constructor() {
    super();
    this.addEventListener('invalid', (event) => this.#onInvalid(event));
    // A label is pressed, and the browser hands it on: what is pressed in the element lies deeper.
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  formDisabledCallback(disabled: boolean): void {
    this.fieldsetDisabled = disabled;
  }

  /** Brings the person to where they go on. */
  abstract override focus(): void;

  /** Somebody wants to go on without what is needed: brings them to it. */
  abstract showMissing(): void;

  get type(): string {
    return this.localName;
  }

  get form(): HTMLFormElement | null {
    return this.#internals?.form ?? null;
  }

  get labels(): NodeList | null {
    return this.#internals?.labels ?? null;
  }

  get willValidate(): boolean {
    return this.#internals?.willValidate ?? false;
  }

  get validity(): ValidityState | undefined {
    return this.#internals?.validity;
  }

  get validationMessage(): string {
    return this.#internals?.validationMessage ?? '';
  }

  /** Tells whether everything that is needed is here. */
  checkValidity(): boolean {
    this.#isOnlyAsked = true;
    const isValid = this.#internals?.checkValidity() ?? true;
    this.#isOnlyAsked = false;
    return isValid;
  }

  /** Tells whether everything that is needed is here, and if not, shows it. */
  reportValidity(): boolean {
    return this.#internals?.reportValidity() ?? true;
  }

  /**
   * Gives the form what there is.
   *
   * @param missing what is missing, in words
   */
  protected take(values: readonly string[], missing: string | undefined): void {
    const { name } = this;
    const data = new FormData();
    if (name) values.forEach((value) => data.append(name, value));
    this.#internals?.setFormValue(name && values.length > 0 ? data : null);
    const anchor = this.shadowRoot?.querySelector<HTMLElement>('.root') ?? undefined;
    if (missing === undefined) this.#internals?.setValidity({});
    else this.#internals?.setValidity({ valueMissing: true }, missing, anchor);
  }

  /**
   * The browser would show a bubble beside an element that cannot have the focus: the element says it itself. The
   * first field of a form that is not right gets the person.
   */
  #onInvalid(event: Event): void {
    event.preventDefault();
    const first = this.form?.querySelector(':invalid:not(fieldset)');
    if (!this.#isOnlyAsked && (!first || first === this)) this.showMissing();
  }
}
