// What the outbox needs of its surroundings, and what of it outlives a session.

import type { Document, FileLimits } from '@lintas/contract/documents';
import type { Upload, UploadManager } from '@lintas/sdk/upload';
import type { Target } from './chosen-file.ts';
import type { Sending } from './load-sending.ts';
import type { OutboxNews } from './upload-news.ts';

/** What was under way when a session ended, without names and pictures. */
export interface UnderWay {
  readonly manager: Promise<UploadManager>;
  readonly uploads: readonly {
    readonly upload: Upload;
    readonly target: Target;
    /** Id of the unfinished document that a file was chosen for. */
    readonly unfinished: string | undefined;
  }[];
}

export interface OutboxEffects {
  /** Code that only who sends something needs. */
  loadSending(): Promise<Pick<Sending, 'findHandedIn' | 'findSameFile' | 'prepareFile' | 'sendableName'>>;
  openManager(remember: boolean): Promise<UploadManager>;
  /** Takes back what has arrived of a document. */
  withdraw(id: string): Promise<void>;
  limitsOf(target: Target): FileLimits;
  /** The documents of the case, as far as they were read. */
  documents(): readonly Document[];
  onChange(): void;
  onNews(news: OutboxNews): void;
  /** Bytes are leaving: the person is there. */
  onActivity(): void;
  /**
   * A file is being taken back.
   *
   * @param id of its document, where that is known already
   */
  onTakingBack(id: string | undefined, done: Promise<void>): void;
  /** The list of documents is another than the one that was read. */
  onListMoved(): void;
}
