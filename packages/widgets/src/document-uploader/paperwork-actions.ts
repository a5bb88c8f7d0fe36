// What a person can do with the documents on the screen.

import type { Document } from '@lintas/contract/documents';
import type { Upload } from '@lintas/sdk/upload';
import type { Paper, Place } from './papers.ts';

/** What leaves its place to a file. */
export interface Instead {
  /** Id of a document. */
  readonly document?: string | undefined;
  /** A file that is not one yet. */
  readonly file?: number | undefined;
}

export interface PaperworkActions {
  /** Gives files for a place, beside what is there or instead of it. */
  choose(files: readonly File[], paper: Paper, place: Place, instead: Instead): void;
  /** Says what kind of paper is sent where several do. */
  setKind(paper: Paper, kind: string): void;
  send(id: number): void;
  dismiss(id: number): void;
  pause(upload: Upload): void;
  resume(upload: Upload): void;
  /** Offers the person a copy of what they handed in. */
  askCopy(document: Document): void;
  askRemoval(document: Document): void;
  keep(): void;
  remove(): void;
  setRemember(remember: boolean): void;
  goOn(): void;
  readAgain(): void;
  /** The person turns to the documents: what sending needs can be fetched. */
  prepare(): void;
}
