// A file on its way: what was found, what was changed, how far it is, and what the person can do.

import { html, nothing, type TemplateResult } from 'lit';
import type { FileLimits } from '@lintas/contract/documents';
import type { Upload } from '@lintas/sdk/upload';
import { isolate } from '../core/bidi.ts';
import { formatBytes } from '../core/bytes.ts';
import { formatDuration } from '../core/dates.ts';
import * as icons from '../case/icons.ts';
import { weighty } from '../case/reading.ts';
import { textFor } from '../locales/messages.ts';
import type { ChosenFile, Doubt } from './chosen-file.ts';
import type { PaperworkActions } from './paperwork-actions.ts';
import { limitFacts, type DocumentReading } from './document-reading.ts';
import { isAtRest, maySucceed, problemOf, standing } from './upload-text.ts';

export interface FileEntry {
  readonly file: ChosenFile;
  readonly limits: FileLimits;
  /** Where the person gives another file in its place. */
  readonly replacing: TemplateResult | typeof nothing;
  /** Nothing can be given or taken back; what is on its way may still be stopped for a while. */
  readonly disabled: boolean;
}

export function fileEntry(
  entry: FileEntry,
  actions: PaperworkActions,
  reading: DocumentReading,
): TemplateResult {
  const { file, limits } = entry;
  const { stage, prepared } = file;
  return html`<div
    class="entry ${stage.kind === 'blocked' || stage.kind === 'doubtful' ? 'asks' : ''}"
    part="file"
    id="file-${file.id}"
    tabindex="-1"
    role="group"
    aria-labelledby="name-${file.id}"
  >
    ${prepared?.preview ? html`<div class="preview" aria-hidden="true">${prepared.preview}</div>` : nothing}
    <div class="facts">
      <p id="name-${file.id}">${about(file, reading)}</p>
      ${stageText(file, limits, reading)} ${changes(file, reading)}
    </div>
    <div class="row">${buttons(entry, actions, reading)}</div>
  </div>`;
}

/** What stands in the way of a file, in one sentence; `undefined` when nothing does. */
export function stuckText(
  file: ChosenFile,
  limits: FileLimits,
  reading: DocumentReading,
): string | undefined {
  const { stage } = file;
  const findings = findingsOf(file, limits);
  if (findings.length > 0) return findings.map((finding) => finding(reading)).join(' ');
  return stage.kind === 'sending' && stage.upload.state === 'failed'
    ? problemOf(stage.upload, reading)
    : undefined;
}

function stageText(file: ChosenFile, limits: FileLimits, reading: DocumentReading): TemplateResult {
  const { texts } = reading;
  const { stage } = file;
  if (stage.kind === 'preparing') {
    return html`<p>${texts.file.preparing}</p>
      <progress aria-labelledby="name-${file.id}"></progress>`;
  }
  if (stage.kind === 'sending') return progress(stage.upload, file.id, reading);
  return html`<ul class="findings" role="list" id="finding-${file.id}">
    ${findingsOf(file, limits).map((finding) => html`<li>${icons.attention}<span>${weighty(finding, reading)}</span></li>`)}
  </ul>`;
}

/** What was found in a file before it is sent, a sentence each. */
function findingsOf({ stage }: ChosenFile, limits: FileLimits): readonly ((reading: Words) => string)[] {
  if (stage.kind === 'blocked')
    return stage.problems.map(
      (problem) => (reading) => textFor(reading.texts.problems, problem)(limitFacts(limits, reading)),
    );
  return stage.kind === 'doubtful' ? stage.doubts.map((doubt) => (reading) => doubtText(doubt, reading)) : [];
}

/** What a sentence is written with. */
type Words = Pick<DocumentReading, 'texts' | 'reader'>;

function doubtText(doubt: Doubt, { texts }: Words): string {
  if (doubt === 'same_file') return texts.file.sameFile;
  return doubt === 'handed_in' ? texts.file.handedIn : textFor(texts.warnings, doubt);
}

function progress(upload: Upload, id: number, reading: DocumentReading): TemplateResult {
  const { texts, reader } = reading;
  const { sent, bytes, secondsLeft, state } = upload;
  const amount = texts.sending.sent(isolate(formatBytes(sent, reader)), isolate(formatBytes(bytes, reader)));
  const left =
    // Once the last byte has left, it is the answer that is waited for.
    secondsLeft === undefined || state !== 'sending' || sent === bytes
      ? undefined
      : texts.sending.left(isolate(formatDuration(secondsLeft * 1000, reader)));
  const said = standing(upload, reading);
  return html`${said === undefined ? nothing : state === 'failed' ? html`<p class="problem" id="finding-${id}">${weighty((each) => problemOf(upload, each), reading)}</p>` : html`<p>${said}</p>`}
  ${
    isAtRest(upload)
      ? nothing
      : html`<progress aria-labelledby="name-${id}" max=${bytes} value=${sent}></progress>
          <p class="soft">
            <bdi>${amount}</bdi>${left === undefined ? nothing : html` · <bdi>${left}</bdi>`}
          </p>`
  }`;
}

function changes({ prepared }: ChosenFile, { texts }: DocumentReading): TemplateResult | typeof nothing {
  if (!prepared || prepared.changes.length === 0) return nothing;
  return html`<ul class="changes soft" role="list">
    ${prepared.changes.map((change) => html`<li>${icons.tick}<span>${textFor(texts.changes, change)}</span></li>`)}
  </ul>`;
}

function buttons(
  { file: { id, stage }, replacing, disabled }: FileEntry,
  actions: PaperworkActions,
  { texts }: DocumentReading,
): TemplateResult {
  const button = (label: string, act: () => void, isOff = disabled, kind = ''): TemplateResult =>
    html`<button type="button" class=${kind} aria-describedby="name-${id}" ?disabled=${isOff} @click=${act}>
      ${label}
    </button>`;
  const dismiss = (label: string): TemplateResult =>
    button(label, () => actions.dismiss(id), disabled, 'link');
  switch (stage.kind) {
    case 'preparing':
      return dismiss(texts.file.remove);
    case 'blocked':
      return html`${replacing} ${dismiss(texts.file.remove)}`;
    case 'doubtful':
      return html`${button(texts.file.sendAnyway, () => actions.send(id))} ${replacing}
      ${dismiss(texts.file.remove)}`;
    case 'sending': {
      const { upload } = stage;
      if (upload.state === 'sent') return html``;
      if (upload.state === 'failed') {
        const retry = (): void => actions.resume(upload);
        return html`${maySucceed(upload) ? button(texts.sending.retry, retry) : nothing} ${replacing}
        ${dismiss(texts.file.remove)}`;
      }
      const paused = upload.state === 'paused';
      return html`${
        paused
          ? button(texts.sending.resume, () => actions.resume(upload), false)
          : button(texts.sending.pause, () => actions.pause(upload), false)
      }
      ${dismiss(texts.sending.cancel)}`;
    }
  }
}

/** Name, size and pages, as they are sent. */
function about({ file, prepared, stage }: ChosenFile, { texts, reader }: DocumentReading): TemplateResult {
  const bytes = stage.kind === 'sending' ? stage.upload.bytes : (prepared?.file.size ?? file?.size ?? 0);
  return html`${file ? html`<bdi class="name">${file.name}</bdi> ` : nothing}<span class="soft"
      ><bdi>${formatBytes(bytes, reader)}</bdi>${
        prepared?.pages === undefined ? nothing : html` · <bdi>${texts.file.pages(prepared.pages)}</bdi>`
      }</span
    >`;
}
