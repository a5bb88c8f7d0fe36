// One screen of the tracker, whatever would have brought it about.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { ended } from '../../src/case/ended.ts';
import { entryForm, type EntryActions } from '../../src/case/entry-form.ts';
import type { ViewState } from '../../src/case/view-state.ts';
import { Localize } from '../../src/core/localize.ts';
import '../../src/status-tracker/define.ts';
import { openedCase, type CaseActions } from '../../src/status-tracker/opened-case.ts';
import { LintasStatusTracker } from '../../src/status-tracker/status-tracker.ts';
import { visitStyles } from '../../src/status-tracker/visit.ts';

const ignore = (): void => {};
const caseActions: CaseActions = {
  noticeActivity: ignore,
  readDecision: ignore,
  hideDecision: ignore,
  extend: ignore,
  print: ignore,
  close: ignore,
  showPaper: ignore,
};
const entryActions: EntryActions = {
  submit: ignore,
  checkReference: ignore,
  checkPin: ignore,
  recheck: ignore,
  useSuggestion: ignore,
  keepReference: ignore,
  togglePin: ignore,
  focusField: ignore,
  enter: ignore,
  press: ignore,
};

/** Shows one screen with the templates and the styles of the tracker. */
export class OneScreen extends LitElement {
  static override readonly styles = [...LintasStatusTracker.styles, ...visitStyles];
  shown: ViewState = { kind: 'closed' };
  readonly #localize = new Localize(this);

  override render(): TemplateResult | typeof nothing {
    const { messages, reader, languages, lang, dir } = this.#localize;
    if (!messages) return nothing;
    const reading = { messages, reader, languages, now: Date.parse('2026-11-24T07:41:00Z') };
    const { shown } = this;
    return html`<div class="root" lang=${lang} dir=${dir}>
      ${
        shown.kind === 'open'
          ? openedCase(shown, caseActions, reading)
          : shown.kind === 'ended'
            ? ended(shown.why, ignore, reading)
            : entryForm(
                {
                  foreign: false,
                  typed: '',
                  listed: false,
                  pinShown: false,
                  opening: shown.kind === 'opening',
                  failure: shown.kind === 'failed' ? shown.failure : undefined,
                },
                entryActions,
                reading,
              )
      }
    </div>`;
  }
}
customElements.define('one-screen', OneScreen);
