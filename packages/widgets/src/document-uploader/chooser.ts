// How a person gives a file: the device's own dialogue, and the camera where there is one in the hand. Real file
// inputs, so that every keyboard, screen reader and switch that works with one works here.

import type { FileLimits } from '@lintas/contract/documents';
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentReading } from './document-reading.ts';

export interface Chooser {
  /** Unique in the element. */
  readonly key: string;
  readonly label: string;
  /** Ids of what says which paper it is for. */
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly limits: FileLimits;
  /** Which camera: the one that looks at the person is for photos of them. */
  readonly camera: 'user' | 'environment';
  readonly disabled: boolean;
  readonly several: boolean;
  take(files: readonly File[]): void;
}

export function chooser(of: Chooser, { texts }: DocumentReading): TemplateResult {
  const pictures = of.limits.accept.filter((type) => type.startsWith('image/'));
  return html`<div class="row choosers">
    ${picker(of, 'file', of.label, of.limits.accept, nothing)}
    ${pictures.length > 0 ? picker(of, 'photo', texts.choose.photo, pictures, of.camera) : nothing}
  </div>`;
}

function picker(
  { key, labelledBy, describedBy, invalid, disabled, several, take }: Chooser,
  way: 'file' | 'photo',
  label: string,
  accept: readonly string[],
  capture: string | typeof nothing,
): TemplateResult {
  const id = `${way}-${key}`;
  const onChange = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const files = [...(currentTarget.files ?? [])];
    // A later dialogue that is cancelled must not take anything away, and the same file can be chosen again.
    currentTarget.value = '';
    if (files.length > 0) take(files);
  };
  return html`<label class="pick ${way}" part="choose-button">
    <input
      type="file"
      class="visually-hidden"
      id=${id}
      accept=${accept.join(',')}
      capture=${capture}
      aria-labelledby="${id}-label ${labelledBy}"
      aria-describedby=${describedBy ?? nothing}
      aria-invalid=${invalid ? 'true' : nothing}
      ?disabled=${disabled}
      ?multiple=${several && way === 'file'}
      @change=${onChange}
    />
    <span id="${id}-label">${label}</span>
  </label>`;
}
