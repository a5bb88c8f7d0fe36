// A page that is out of sight can still be looked at: phones show a small picture of it among all that is open, browsers
// one over its tab. What a person has on the screen should not be in it. Where the picture is taken before the page hears
// that it goes out of sight, nothing can be done from here.

/** Read by the styles that all elements share. Inherited, so that it also reaches a dialog. */
const PRESENCE = '--_lintas-presence';

/**
 * Makes an element invisible while its page is out of sight. All of it keeps its place, the focus, and what is said to
 * people who listen.
 *
 * @returns takes the cover away for good
 */
export function coverWhileAway({ style }: HTMLElement): () => void {
  const end = new AbortController();
  const { signal } = end;
  const uncover = (): void => void style.removeProperty(PRESENCE);
  const look = (): void => {
    if (document.visibilityState === 'hidden') style.setProperty(PRESENCE, '0');
    else uncover();
  };
  document.addEventListener('visibilitychange', look, { signal });
  // Not every browser within an app says that a page is in sight again; who does something is there.
  for (const sign of ['focus', 'pageshow', 'pointerdown', 'keydown'])
    addEventListener(sign, uncover, { signal });
  return () => {
    end.abort();
    uncover();
  };
}
