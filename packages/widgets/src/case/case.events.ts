// What a page can hear of the case that a person opens in a widget. None of these carries anything about a person, and
// none bubbles: a page listens on the element itself.

/**
 * Somebody asked to open a case; nothing was sent yet. `preventDefault()` stops it, for example to show a page's own
 * terms first.
 */
export class LintasCaseOpenEvent extends Event {
  constructor() {
    super('lintas-case-open', { cancelable: true });
  }
}

/** A case is on the screen. */
export class LintasCaseOpenedEvent extends Event {
  constructor() {
    super('lintas-case-opened');
  }
}

/** The case on the screen has changed. */
export class LintasCaseChangeEvent extends Event {
  constructor() {
    super('lintas-case-change');
  }
}

/** The case is off the screen: closed by the person, by time, or by leaving the page. */
export class LintasCaseClosedEvent extends Event {
  constructor() {
    super('lintas-case-closed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lintas-case-open': LintasCaseOpenEvent;
    'lintas-case-opened': LintasCaseOpenedEvent;
    'lintas-case-change': LintasCaseChangeEvent;
    'lintas-case-closed': LintasCaseClosedEvent;
  }
}
