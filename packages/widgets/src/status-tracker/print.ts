// A print of the case: what was true then, and when that was. It shows no reference and no PIN, because the opened
// case holds neither, and the decision only where the person has chosen to see it.

import { html, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatInstant } from '../core/dates.ts';
import { addSheet } from '../core/page-sheet.ts';
import type { Reading } from '../core/reading.ts';
import type { OpenState } from '../case/view-state.ts';

/** Marks the element that is printed; the rest of the page is left out. */
const MARK = 'data-lintas-print';

/** Heads a print: as of when it was true. On the screen it is not shown. */
export function printedOn({ checkedAt }: OpenState, { messages, reader }: Reading): TemplateResult {
  const asOf = new Date(checkedAt).toISOString();
  return html`<p class="print-only">
    ${messages.print.printedAt(isolate(formatInstant(asOf, 'minute', reader)))}. ${messages.print.note}
  </p>`;
}

/** Prints the element and leaves the rest of the page out, where the element stands in the page itself. */
export function printAlone(element: HTMLElement): void {
  const page = element.ownerDocument;
  if (element.getRootNode() !== page) return print();
  const isApart = `:not([${MARK}], [${MARK}] *, :has([${MARK}]))`;
  const showAll = addSheet(page, `@media print { body ${isApart} { display: none !important } }`);
  element.toggleAttribute(MARK, true);
  try {
    print();
  } finally {
    showAll();
    element.removeAttribute(MARK);
  }
}
