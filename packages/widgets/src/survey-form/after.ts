// When a page wants to ask: where the case that is open on it has come to what the attribute `after` says.

import type { ViewState } from '../case/view-state.ts';
import { tellPage } from '../core/console.ts';
import type { Messages } from '../locales/messages.ts';

/** Whether an open case is where one of the words says. */
export function hasComeTo(after: string, shown: ViewState): boolean {
  if (shown.kind !== 'open') return false;
  const { status, phase } = shown.case;
  return wordsOf(after).some((each) => each === status || each === phase);
}

/**
 * Tells the page of a word that no case is known to come to: with a typing mistake the form never appears. Once for the
 * same words, and as soon as there are texts.
 */
export function checkWordsOnce(): (after: string, messages: Messages | undefined) => void {
  let checked = '';
  return (after, messages) => {
    if (!messages || after === checked) return;
    checked = after;
    checkWords(after, messages);
  };
}

function checkWords(after: string, { statuses, phases }: Messages): void {
  // Those that have a text are all that there are; the contract's own lists would weigh on every page.
  const known = new Set([...Object.keys(statuses), ...Object.keys(phases)]);
  known.delete('unknown');
  if (wordsOf(after).every((word) => known.has(word))) return;
  // Not the word: it could be of a person.
  tellPage(`after takes ${[...known].join(', ')}.`);
}

function wordsOf(after: string): readonly string[] {
  return after.split(/\s+/).filter((word) => word !== '');
}
