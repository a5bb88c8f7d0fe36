// Text of one direction inside text of another. In templates `<bdi>` does this; sentences of a catalogue are plain
// strings and need characters for it.

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** Wraps a value that is put into a sentence, so that neither disturbs the order of the other. */
export function isolate(text: string): string {
  return FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE;
}
