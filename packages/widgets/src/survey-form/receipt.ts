// The receipt of an answer, which is all that is left of it with the person: what it is for, and a way to take it along.

import { html, nothing, type TemplateResult } from 'lit';
import type { Copied } from './stage.ts';
import type { SurveyReading } from './survey-reading.ts';

/** @param tell takes what came of copying it */
export function receiptEntry(
  receipt: string,
  copied: Copied | undefined,
  tell: (copied: Copied) => void,
  { texts: { outcome: texts } }: SurveyReading,
): TemplateResult {
  const copy = async ({ currentTarget }: Event): Promise<void> => {
    const code = currentTarget instanceof Element && currentTarget.parentElement?.querySelector('code');
    try {
      await navigator.clipboard.writeText(receipt);
      tell('copied');
    } catch {
      // Not allowed, or the page is not served securely: then the device's own way of copying is left.
      if (code) getSelection()?.selectAllChildren(code);
      tell('refused');
    }
  };
  return html`<div class="receipt" part="receipt">
    <dl>
      <dt>${texts.receipt}</dt>
      <dd><code dir="ltr">${groupsOf(receipt).map((group) => html`<span>${group}</span><wbr />`)}</code></dd>
    </dl>
    <p class="soft">${texts.receiptMeans}</p>
    <button type="button" part="copy-button" @click=${copy}>${texts.copy}</button>
    <p role="status">
      ${copied === undefined ? nothing : copied === 'copied' ? texts.copied : texts.copyRefused}
    </p>
  </div>`;
}

/** Four by four, as people copy by hand. The gaps are only to be seen: who copies it has the receipt without them. */
function groupsOf(receipt: string): readonly string[] {
  return receipt.match(/.{1,4}/g) ?? [];
}
