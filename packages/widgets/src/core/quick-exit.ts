// Leaving at once, for a person who is being watched: covers the page, has every widget forget what it knows, erases what
// earlier pages kept on the device, whichever of our elements are here, and goes to a page that says nothing; so do the
// other tabs in which something of ours is open. After GOV.UK's "Exit this page", which was tested with survivors of abuse. It promises no safety: the browser's history and
// whoever watches the network still know.

import { eraseAll } from '@lintas/sdk/device';
import { isExit, requestSettings } from './context.ts';
import { onExitElsewhere, tellOtherTabs } from './other-tabs.ts';
import { addSheet, canAdopt } from './page-sheet.ts';

const EXIT = 'lintas-exit';

/** Says nothing about a person, and shows nobody's account. */
export const NEUTRAL_PAGE = 'https://www.bbc.com/weather';

/** Milliseconds that the covered page waits at most until the device has forgotten. */
const LONGEST_WAIT = 2_000;

/** Tells everybody on the page, whichever copy of the bundle they came with. */
class ExitEvent extends Event {
  /** What going away has to wait for, {@link LONGEST_WAIT} at most. */
  readonly waits: Promise<unknown>[] = [];
  constructor() {
    super(EXIT);
  }
}

function isExitEvent(event: Event): event is ExitEvent {
  return 'waits' in event && Array.isArray(event.waits);
}

/**
 * Calls `wipe` when the person leaves at once, also by an exit of the page's own, and then has the device forget. It has
 * to be quick: close sessions with a request that outlives the page, stop what is still being written, and empty memory and
 * screen. Works between copies of the bundle.
 *
 * @param wipe may answer a promise for what is forgotten elsewhere
 * @returns takes the listener away
 */
export function onExit(wipe: () => Promise<void> | void): () => void {
  const leave = (event: Event): void => {
    const wiped = wipe();
    if (wiped && isExitEvent(event)) event.waits.push(wiped);
    void eraseAll();
  };
  document.addEventListener(EXIT, leave);
  if ((listeners += 1) === 1) stopHearing = onExitElsewhere((to) => leavePage(exitAddress(to)));
  return () => {
    document.removeEventListener(EXIT, leave);
    if ((listeners -= 1) === 0) stopHearing();
  };
}

/** How many there are on the page, which hears of other tabs meanwhile. */
let listeners = 0;
let stopHearing = (): void => {};

/**
 * Leaves the page at once. Cannot be called off. Where the page may not be left (a sandboxed frame), the cover stays.
 *
 * @param to where to go, see {@link exitTarget} and {@link exitAddress}
 */
export function exitPage(to: string = NEUTRAL_PAGE): void {
  const address = exitAddress(to);
  tellOtherTabs(address);
  leavePage(address);
}

function leavePage(address: string): void {
  void vacatePage().then(() => go(address));
}

/** Does all of leaving but going away. Resolves when everything is forgotten, after {@link LONGEST_WAIT} at most. */
export async function vacatePage(): Promise<void> {
  const windows = new Set([window, reachableTop()]);
  windows.forEach(cover);
  const event = new ExitEvent();
  document.dispatchEvent(event);
  // Twice: an opening that was begun before may make a database anew, and see only then that it is not wanted any more.
  const erased = eraseAll().then(eraseAll);
  windows.forEach(neutralise);
  windows.forEach(silence);
  // WebKit calls off what a page asked for when it ends, also the erasing that waits for something being written.
  const waited = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
  await Promise.race([Promise.all([erased, ...event.waits]), waited]);
}

function go(address: string): void {
  try {
    // Replaces the entry of this page in the history, and takes the whole window along, not only a frame.
    top?.location.replace(address);
  } catch {
    // A sandbox keeps us here: the cover is what can be done.
  }
}

/** The top window where its document is open to us, else our own. */
function reachableTop(): typeof window {
  try {
    return top?.document.defaultView ?? window;
  } catch {
    return window;
  }
}

/**
 * Where an element leads: where it says itself, else where the page's script tag says, else the neutral page. The tag's
 * address counts only with https.
 *
 * @param to what the element says itself
 */
export function exitTarget(element: Element, to: string | null | undefined): string {
  if (to) return to;
  const { exit } = requestSettings(element);
  return exit !== undefined && isExit(exit) ? exitAddress(exit) : NEUTRAL_PAGE;
}

/** Hides everything, also what lies in the browser's top layer, and leaves an empty page. Allowed by a strict CSP. */
function cover(view: typeof window): void {
  // The ids that nothing has only outweigh the page's own rules.
  const strong = ':root:not(#_#_#_)';
  addSheet(view.document, `${strong}{background:#fff!important}${strong}>*{display:none!important}`);
  if (!canAdopt()) view.document.documentElement.style.setProperty('display', 'none', 'important');
}

/** Takes away what a tab, a list of windows or the next page's server would see of this page. */
function neutralise({ document }: Window): void {
  document.title = '…';
  const policy = document.createElement('meta');
  policy.name = 'referrer';
  policy.content = 'no-referrer';
  document.head.append(policy);
}

/**
 * Keeps a page that wants to ask "really leave?" from asking. Chromium calls listeners in the order in which they were
 * added, so that there only a handler can be silenced; the question then stands on the covered page.
 */
function silence(view: Window): void {
  view.onbeforeunload = null;
  view.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
}

/** The address that `to` means; {@link NEUTRAL_PAGE} unless it is one of the web. */
export function exitAddress(to: string): string {
  try {
    const { protocol, href } = new URL(to, document.baseURI);
    if (protocol === 'https:' || protocol === 'http:') return href;
  } catch {
    // Not an address.
  }
  return NEUTRAL_PAGE;
}
