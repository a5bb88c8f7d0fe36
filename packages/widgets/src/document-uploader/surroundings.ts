// What stands around the documents: the way out, and where no tracker does it, what is the matter and the way back.

import { html, nothing, type TemplateResult } from 'lit';
import type { CaseViewStore } from '../case/case-view.ts';
import type { Topic } from '../case/announcer.ts';
import { wayOut, wayOutExplained } from '../case/way-out.ts';
import { attended } from '../case/attended.ts';
import { connectionNews, notices, sessionNews } from '../case/notices.ts';
import { sessionWarning } from '../case/session-warning.ts';
import type { Reading } from '../core/reading.ts';
import type { OpenState } from '../case/view-state.ts';
import { refuseFiles } from './drop-target.ts';
import type { Paperwork } from './paperwork.ts';

export interface Surrounded {
  readonly open: OpenState;
  /** No other widget of the page does it. */
  readonly leads: boolean;
  readonly documents: TemplateResult;
  readonly paperwork: Pick<Paperwork, 'tellExtended'>;
}

/** What is new of the notices, to be said. */
export function surroundingsNews(
  before: OpenState,
  next: OpenState,
  reading: Reading,
): readonly { readonly topic: Topic; readonly text: string }[] {
  const session = sessionNews(before, next, reading);
  const connection = connectionNews(before, next, reading);
  return [
    ...(session ? [{ topic: 'session' as const, text: session }] : []),
    ...(connection ? [{ topic: 'connection' as const, text: connection }] : []),
  ];
}

export function surround(
  { open, leads, documents, paperwork }: Surrounded,
  view: CaseViewStore,
  reading: Reading,
): TemplateResult {
  const { messages } = reading;
  const extend = async (): Promise<void> => {
    await view.extend();
    if (view.state.kind === 'open' && view.state.session.phase === 'running') paperwork.tellExtended();
  };
  const content = html`${leads ? html`${wayOutExplained(reading)} ${notices(open, reading)}` : wayOut()}
    ${documents}
    <div class="leave">
      <slot name="help"></slot>
      ${
        leads
          ? html`<div class="row">
              <button type="button" part="close-button" @click=${() => view.close()}>
                ${messages.session.close}
              </button>
            </div>`
          : nothing
      }
      <p class="soft">${messages.form.free}</p>
    </div>`;
  const warning = leads ? sessionWarning(open, { extend: () => void extend() }, reading) : nothing;
  return html`${warning}
    <div @dragover=${refuseFiles} @drop=${refuseFiles}>
      ${attended(content, () => view.noticeActivity())}
    </div>`;
}
