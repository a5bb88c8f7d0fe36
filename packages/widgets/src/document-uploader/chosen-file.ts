// A file that a person has chosen, until it is one of the documents of their case.

import { isKnown } from '@lintas/contract/core';
import {
  DOCUMENT_KINDS,
  DOCUMENT_SIDES,
  type Document,
  type DocumentKind,
  type DocumentSide,
} from '@lintas/contract/documents';
import type { Upload } from '@lintas/sdk/upload';
import type { FileProblem, FileWarning, PreparedFile } from './prepare/prepared-file.ts';

/** Where in the list of papers a file belongs. */
export interface Target {
  readonly requirementId?: string | undefined;
  readonly kind: DocumentKind;
  readonly side: DocumentSide;
  /** Id of the document that it takes the place of. */
  readonly replaces?: string | undefined;
}

/** What the person may know better. */
export type Doubt = FileWarning | 'same_file' | 'handed_in';

export type Stage =
  | { readonly kind: 'preparing' }
  /** It cannot be sent. */
  | { readonly kind: 'blocked'; readonly problems: readonly FileProblem[] }
  /** It can be sent, when the person says so. */
  | { readonly kind: 'doubtful'; readonly doubts: readonly Doubt[] }
  | { readonly kind: 'sending'; readonly upload: Upload };

export interface ChosenFile {
  /** Of this page only. */
  readonly id: number;
  /** Missing where an earlier page had chosen it. */
  readonly file?: File | undefined;
  readonly target: Target;
  readonly stage: Stage;
  readonly prepared?: PreparedFile | undefined;
}

/** Whether it goes on only when the person does something about it. */
export function isStuck({ stage }: Pick<ChosenFile, 'stage'>): boolean {
  if (stage.kind === 'sending') return stage.upload.state === 'failed';
  return stage.kind !== 'preparing';
}

/** Id of the document that another file takes the place of when it takes the place of this one. */
export function replacedWith({ target, stage }: ChosenFile): string | undefined {
  return stage.kind === 'sending' && stage.upload.state === 'sent'
    ? stage.upload.documentId
    : target.replaces;
}

/** The quarter of a file whose end was reached, of those that are told: 0, 25, 50 or 75. */
export function quarterOf({ sent, bytes }: Pick<Upload, 'sent' | 'bytes'>): number {
  const percent = bytes === 0 ? 0 : (sent / bytes) * 100;
  return Math.min(75, Math.max(0, Math.floor(percent / 25) * 25));
}

/** What a document of the API stands for. */
export function targetOf(document: Document | undefined): Target {
  const { requirementId, kind = 'other', side = 'whole' } = document ?? {};
  return { requirementId, kind: knownKind(kind), side: isKnown(DOCUMENT_SIDES, side) ? side : 'whole' };
}

/** The kind as it can be sent: what only a newer API knows is sent as another paper. */
export function knownKind(kind: string): DocumentKind {
  return isKnown(DOCUMENT_KINDS, kind) ? kind : 'other';
}
