// How a widget finds out which API to call and with which key: the community's context protocol
// (https://github.com/webcomponents-cg/community-protocols, "context"). The context's name is a registered
// symbol, so that a provider and a widget from two copies of the bundle understand each other.

/** What a page tells its widgets. */
export interface Settings {
  /** Base URL of the API, for example `https://api.example.org`. */
  readonly api?: string | undefined;
  /** Publishable key, `pk_…`. */
  readonly key?: string | undefined;
  /** BCP 47 tag for elements that no `lang` attribute reaches. */
  readonly lang?: string | undefined;
  /** Where the quick exit leads. */
  readonly exit?: string | undefined;
}

/** Whether the address of a quick exit is one for all of a page: else whoever watches the network can read which it is. */
export function isExit(address: string): boolean {
  return /^https:/i.test(address);
}

/** Where a widget's calls go. */
export interface Connection {
  readonly api: string;
  readonly key: string;
}

const settingsContext = Symbol.for('lintas.settings');

/** Asks the ancestors of an element, across shadow roots; the nearest that has an answer gives it. */
class SettingsRequest extends Event {
  readonly context = settingsContext;
  constructor(
    readonly contextTarget: Element,
    readonly callback: (settings: Settings) => void,
  ) {
    super('context-request', { bubbles: true, composed: true });
  }
}

function isSettingsRequest(event: Event): event is SettingsRequest {
  return 'context' in event && event.context === settingsContext;
}

/** Asks for what a page tells its widgets; empty where nobody answers. */
export function requestSettings(element: Element): Settings {
  let answer: Settings = {};
  element.dispatchEvent(new SettingsRequest(element, (settings) => (answer = settings)));
  return answer;
}

/**
 * Finds where a widget's calls go: its own `api` and `key` attributes, else its nearest provider's, else those of
 * the script tag. Always a pair from one place: a key is never sent to an API that it was not written beside.
 *
 * Ask when a person acts, not before: then it does not matter in which order elements were defined.
 *
 * @throws TypeError where the page names none
 */
export function findConnection(element: Element): Connection {
  const own = { api: element.getAttribute('api'), key: element.getAttribute('key') };
  const { api, key } = own.api && own.key ? own : requestSettings(element);
  if (api && key) return { api, key };
  throw new TypeError(
    'The page names no API with its key: data-api and data-key in the script tag, or api and key on one element.',
  );
}

/**
 * Answers the requests of an element's descendants.
 *
 * @param read called for each request; `undefined` leaves it to providers farther up
 */
export function provideSettings(target: EventTarget, read: () => Settings | undefined): void {
  target.addEventListener('context-request', (event) => {
    if (!isSettingsRequest(event)) return;
    const settings = read();
    if (!settings) return;
    event.stopImmediatePropagation();
    event.callback(settings);
  });
}
