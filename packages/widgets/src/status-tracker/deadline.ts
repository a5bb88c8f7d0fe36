// Until when something can or has to be done: with a clock, so that nobody overlooks it, and in both calendars.

import type { Deadline } from '@lintas/contract/core';
import { html, type TemplateResult } from 'lit';
import * as icons from '../case/icons.ts';
import { ownCalendar, weighty } from '../case/reading.ts';
import type { Reading } from '../core/reading.ts';

/** @param write the sentence that names it */
export function deadline(
  due: Deadline,
  write: (reading: Reading) => string,
  reading: Reading,
): TemplateResult {
  return html`<p class="deadline" part="deadline">
    ${icons.clock}<span
      ><time datetime=${due.at}>${weighty(write, reading)}</time> ${ownCalendar(due, reading)}</span
    >
  </p>`;
}
