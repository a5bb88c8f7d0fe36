// What is shown of an opened case. Whatever a person does in it says that they are there.

import { html, type TemplateResult } from 'lit';

/** @param noticeActivity called often */
export function attended(content: TemplateResult, noticeActivity: () => void): TemplateResult {
  // A page that has to ask before it scrolls is slow on old phones.
  const wheel = { handleEvent: noticeActivity, passive: true };
  // A finger that scrolls is put down first.
  return html`<div
    class="case"
    @click=${noticeActivity}
    @keydown=${noticeActivity}
    @pointerdown=${noticeActivity}
    @wheel=${wheel}
  >
    ${content}
  </div>`;
}
