// Says what changed to people who hear the page: one polite live region that is always there. News that come in a
// bunch are said once, and nothing that was said stays for somebody to find later.

/** Long enough for a bunch of events to be one, short enough to be news. */
const GATHER_MILLISECONDS = 1000;
/** Screen readers have taken the text over by then. */
const KEEP_MILLISECONDS = 8000;

/** What a text is about. A later text takes the place of an unsaid one about the same, and of no other. */
export type Topic =
  | 'news'
  | 'connection'
  | 'session'
  | 'form'
  | 'accesses'
  | 'consents'
  | 'copy'
  | `document ${string}`
  | `place ${string}`
  | `file ${string}`;

export interface Announcer {
  /** Has a text said in a moment; it is composed then, so that it is true when it is heard. */
  say(topic: Topic, compose: () => string | undefined): void;
  /** Says nothing more, and empties the region. */
  silence(): void;
}

/** @param show puts a text into the live region */
export function createAnnouncer(show: (text: string) => void): Announcer {
  const unsaid = new Map<Topic, () => string | undefined>();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  function sayNow(): void {
    gathering = undefined;
    const texts = [...unsaid.values()].map((compose) => compose());
    unsaid.clear();
    const text = texts.filter(Boolean).join(' ');
    if (text === '') return;
    show(text);
    clearTimeout(keeping);
    keeping = setTimeout(() => show(''), KEEP_MILLISECONDS);
  }

  return {
    say(topic, compose) {
      unsaid.set(topic, compose);
      gathering ??= setTimeout(sayNow, GATHER_MILLISECONDS);
    },
    silence() {
      clearTimeout(gathering);
      clearTimeout(keeping);
      gathering = undefined;
      unsaid.clear();
      show('');
    },
  };
}
