// What a page must not keep: browsers hold a page that was left in memory and show it again, as it was, to whoever
// presses "back" on a shared device.

/**
 * Calls `wipe` when the person leaves the page, and again if the page is shown from the browser's memory.
 *
 * @param wipe takes everything personal out of memory and off the screen, at once
 * @returns takes the guard away
 */
export function guardPage(wipe: () => void): () => void {
  const onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) wipe();
  };
  addEventListener('pagehide', wipe);
  addEventListener('pageshow', onShow);
  return () => {
    removeEventListener('pagehide', wipe);
    removeEventListener('pageshow', onShow);
  };
}
