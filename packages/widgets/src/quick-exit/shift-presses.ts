// Counts presses of the Shift key by itself: three within five seconds are the keyboard's way out. Not Escape, which
// stops pages from loading and closes dialogs. After GOV.UK's "Exit this page". No DOM but the events.

const PRESSES = 3;
const WINDOW_MILLISECONDS = 5000;

/** What to tell a person who began to press Shift. */
export type ShiftProgress =
  { readonly kind: 'pressed'; readonly left: number } | { readonly kind: 'expired' };

/** Of several that watch a page only the first counts: a person is told, and taken away, once. */
const watchers = new Set<object>();

/**
 * Watches for three presses of Shift. Shift that makes a capital letter does not count, and any other key starts the
 * count anew: typing is never taken for leaving.
 *
 * @returns stops watching
 */
export function watchShift(
  target: Document,
  onProgress: (progress: ShiftProgress) => void,
  onThree: () => void,
): () => void {
  const self = {};
  watchers.add(self);
  let presses = 0;
  /** The key before was released while Shift was held: releasing Shift then ends a capital letter. */
  let modified = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function reset(): void {
    clearTimeout(timer);
    presses = 0;
  }

  function expire(): void {
    reset();
    onProgress({ kind: 'expired' });
  }

  function onKeyUp({ key, shiftKey }: KeyboardEvent): void {
    const [first] = watchers;
    if (first !== self) return;
    if (key === 'Shift' && !modified) {
      presses += 1;
      clearTimeout(timer);
      if (presses === PRESSES) {
        reset();
        onThree();
      } else {
        timer = setTimeout(expire, WINDOW_MILLISECONDS);
        onProgress({ kind: 'pressed', left: PRESSES - presses });
      }
    } else if (presses > 0) {
      expire();
    }
    modified = shiftKey;
  }

  target.addEventListener('keyup', onKeyUp);
  return () => {
    reset();
    watchers.delete(self);
    target.removeEventListener('keyup', onKeyUp);
  };
}
