// When a decision can be expected: a range with what it rests on, or the honest "we do not know".

import {
  expectationOf,
  isFinal,
  isKnown,
  STATUSES,
  type CaseView,
  type EstimateView,
} from '@lintas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatDay, formatDayRange } from '../core/dates.ts';
import { textFor } from '../locales/messages.ts';
import { newMark } from './marks.ts';
import type { Reading } from '../core/reading.ts';

export function expectation(
  view: CaseView,
  isNew: boolean,
  reading: Reading,
): TemplateResult | typeof nothing {
  const { messages } = reading;
  const over = view.decidedAt !== null || view.status === 'expired';
  if (over || (isKnown(STATUSES, view.status) && isFinal(view.status))) return nothing;
  const expected = expectationOf(view.estimate, localDate(reading.now));
  return html`<section part="expectation">
    <h3>${messages.estimate.title}${newMark(isNew, messages)}</h3>
    <div class="body">
      <p class="range">${answer(expected, reading)}</p>
      ${view.estimate ? basis(view.estimate, 'earliest' in expected, reading) : nothing}
    </div>
  </section>`;
}

type Expected = ReturnType<typeof expectationOf>;

function answer(expected: Expected, { messages, reader }: Reading): string {
  const texts = messages.estimate;
  if (expected.kind === 'unknown') return texts.unknown;
  const { earliest, latest } = expected;
  if (earliest === undefined || latest === undefined) return texts.overdue;
  const range = isolate(formatDayRange(earliest, latest, reader));
  if (expected.kind === 'overdue') return texts.overdueRange(range);
  return texts.range(range);
}

/** What the answer rests on; of an estimate that is not shown, only the place in the queue. */
function basis(estimate: EstimateView, isShown: boolean, { messages, reader }: Reading): TemplateResult {
  const texts = messages.estimate;
  const { basis: kind, percentile, sample, queue, asOf } = estimate;
  return html`
    ${
      isShown
        ? html`<p>
            ${percentile === undefined ? textFor(messages.bases, kind) : texts.percentile(percentile)}
            ${sample === undefined ? nothing : texts.sample(sample)}
          </p>`
        : nothing
    }
    ${queue ? html`<p>${texts.queue(queue.ahead, queue.total)}</p>` : nothing}
    ${
      isShown || queue
        ? html`<p class="soft">
            <time datetime=${asOf}>${texts.asOf(isolate(formatDay(asOf, reader)))}</time>
          </p>`
        : nothing
    }
  `;
}

/** The calendar day on this device, `YYYY-MM-DD`. */
function localDate(now: number): string {
  const date = new Date(now);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
