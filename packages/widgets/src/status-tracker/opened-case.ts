// The opened case, from top to bottom: the way out, what is the matter, where the case stands, what to do, and
// everything that explains it.

import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatInstant } from '../core/dates.ts';
import { textFor } from '../locales/messages.ts';
import { checks } from './checks.ts';
import { decision, isFavourable, type DecisionActions } from './decision.ts';
import { expectation } from './expectation.ts';
import { standing } from './headline.ts';
import { historyList } from './history.ts';
import { attended } from '../case/attended.ts';
import { notices } from '../case/notices.ts';
import { sessionWarning, type SessionActions } from '../case/session-warning.ts';
import { phaseSteps } from './phase-steps.ts';
import { printedOn } from './print.ts';
import { apiText } from '../case/reading.ts';
import { wayOutExplained } from '../case/way-out.ts';
import type { Reading } from '../core/reading.ts';
import { toDo, type TaskActions } from './to-do.ts';
import type { OpenState } from '../case/view-state.ts';

export interface CaseActions extends DecisionActions, SessionActions, TaskActions {
  /** The person did something: they are there. */
  noticeActivity(): void;
  print(): void;
  close(): void;
}

export function openedCase(open: OpenState, actions: CaseActions, reading: Reading): TemplateResult {
  const { case: view, changed, history } = open;
  const refused = open.decision.kind === 'shown' && !isFavourable(open.decision.decision);
  const content = html`${wayOutExplained(reading)} ${notices(open, reading)} ${standing(open, reading)}
  ${printedOn(open, reading)} ${phaseSteps(view, refused, reading)} ${toDo(view, changed, actions, reading)}
  ${decision(view, open.decision, changed.has('decision'), actions, reading)}
  ${checks(view, changed, reading)} ${expectation(view, changed.has('estimate'), reading)}
  ${historyList(history, changed, reading)} ${details(open, reading)} ${leaving(actions, reading)}`;
  return html`${sessionWarning(open, actions, reading)} ${attended(content, actions.noticeActivity)}`;
}

/** Kind, office and dates: folded away, because the kind alone can put a person at risk. */
function details({ case: view }: OpenState, reading: Reading): TemplateResult {
  const { messages, reader } = reading;
  const texts = messages.status;
  return html`<section class="folded" part="details">
    <details>
      <summary><h3>${texts.details}</h3></summary>
      <div class="body">
        <dl class="facts">
          <dt>${texts.kind}</dt>
          <dd>${textFor(messages.kinds, view.kind)}</dd>
          <dt>${texts.issuer}</dt>
          <dd>${apiText(view.issuer, reading)}</dd>
          ${
            view.office
              ? html`<dt>${texts.office}</dt>
                  <dd><bdi>${view.office}</bdi></dd>`
              : nothing
          }
        </dl>
        <p class="soft">
          <time datetime=${view.filedAt.slice(0, 10)}
            >${texts.filed(isolate(formatInstant(view.filedAt, 'day', reader)))}</time
          >
        </p>
        <p class="soft">
          <time datetime=${view.sourceSyncedAt}
            >${texts.sourceSynced(isolate(formatInstant(view.sourceSyncedAt, 'minute', reader)))}</time
          >
        </p>
      </div>
    </details>
  </section>`;
}

function leaving(actions: CaseActions, { messages }: Reading): TemplateResult {
  return html`<div class="leave">
    <slot name="help"></slot>
    <div class="row">
      <button type="button" part="close-button" @click=${actions.close}>${messages.session.close}</button>
      <button type="button" part="print-button" @click=${actions.print}>${messages.print.button}</button>
    </div>
    <p class="soft">${messages.form.free}</p>
  </div>`;
}
