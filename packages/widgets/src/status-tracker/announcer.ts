// Says what changed to people who hear the page: one polite live region that is always there. News that come in a
// bunch are said once, and nothing that was said stays for somebody to find later.

/** Long enough for a bunch of events to be one, short enough to be news. */
const GATHER_MILLISECONDS = 1000;
/** Screen readers have taken the text over by then. */
const KEEP_MILLISECONDS = 8000;

export interface Announcer {
  /** Has the text said in a moment. A later call takes the place of one that was not said yet. */
  say(compose: () => string | undefined): void;
  /** Says nothing more, and empties the region. */
  silence(): void;
}

/** @param show puts a text into the live region */
export function createAnnouncer(show: (text: string) => void): Announcer {
  let compose: (() => string | undefined) | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  function sayNow(): void {
    gathering = undefined;
    const text = compose?.();
    compose = undefined;
    if (!text) return;
    show(text);
    clearTimeout(keeping);
    keeping = setTimeout(() => show(''), KEEP_MILLISECONDS);
  }

  return {
    say(next) {
      compose = next;
      gathering ??= setTimeout(sayNow, GATHER_MILLISECONDS);
    },
    silence() {
      clearTimeout(gathering);
      clearTimeout(keeping);
      gathering = undefined;
      compose = undefined;
      show('');
    },
  };
}
