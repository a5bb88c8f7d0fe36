// What is checked, side by side: none of the checks waits for the one above it.

import type { CaseView, CheckView } from '@lintas/contract/status';
import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatDay } from '../core/dates.ts';
import { textFor } from '../locales/messages.ts';
import type { CasePart } from '../case/case-changes.ts';
import * as icons from '../case/icons.ts';
import { newMark } from './marks.ts';
import { moneyText } from './money.ts';
import type { Reading } from '../core/reading.ts';

/** A shape for each state, so that colour is not needed to tell them apart. */
const PICTURES: Readonly<Record<string, TemplateResult>> = {
  waiting_on_you: icons.attention,
  in_progress: icons.halfRing,
  waiting_on_other: icons.halfRing,
  completed: icons.tickRing,
  exempt: icons.dash,
  failed: icons.attention,
};

export function checks(
  view: CaseView,
  changed: ReadonlySet<CasePart>,
  reading: Reading,
): TemplateResult | typeof nothing {
  const { messages, reader } = reading;
  const { payment } = view;
  if (view.checks.length === 0 && !payment?.paidAt) return nothing;
  return html`<section part="checks">
    <h3>${messages.check.title}</h3>
    <div class="body">
      ${
        view.checks.length > 0
          ? html`<ul class="checks" role="list">
              ${view.checks.map((check) => checkEntry(check, changed.has(`check:${check.kind}`), reading))}
            </ul>`
          : nothing
      }
      ${
        payment?.paidAt
          ? html`<p>
              ${messages.payment.paid(
                isolate(moneyText(payment, reading)),
                isolate(formatDay(payment.paidAt.slice(0, 10), reader)),
              )}
              ${newMark(changed.has('payment'), messages)}
            </p>`
          : nothing
      }
    </div>
  </section>`;
}

function checkEntry(check: CheckView, isNew: boolean, { messages, reader }: Reading): TemplateResult {
  return html`<li class=${check.state}>
    ${PICTURES[check.state] ?? icons.ring}
    <span class="name">${textFor(messages.checks, check.kind)}${newMark(isNew, messages)}</span>
    <span class="state">
      ${textFor(messages.checkStates, check.state)}
      <time class="soft" datetime=${check.since}
        ><bdi>${formatDay(check.since.slice(0, 10), reader)}</bdi></time
      >
    </span>
  </li>`;
}
