// Tells of uploads what people want to hear: the start, each quarter and the end once, however the network behaves, and
// each failure.

import type { Upload } from '@lintas/sdk/upload';
import { quarterOf, type ChosenFile } from './chosen-file.ts';

/** What is to be said aloud. */
export type OutboxNews =
  | { readonly kind: 'started' | 'ended' | 'stuck'; readonly file: ChosenFile }
  | { readonly kind: 'percent'; readonly file: ChosenFile; readonly percent: number };

/** Makes what is called whenever an upload has moved. */
export function createTeller(onNews: (news: OutboxNews) => void): (file: ChosenFile, upload: Upload) => void {
  /** The last quarter that was told of a file, by its id. */
  const told = new Map<number, number>();
  const tellOnce = (mark: number, news: OutboxNews): void => {
    const last = told.get(news.file.id);
    if (last !== undefined && last >= mark) return;
    told.set(news.file.id, mark);
    onNews(news);
  };
  return (file, upload) => {
    if (upload.state === 'sent') tellOnce(100, { kind: 'ended', file });
    else if (upload.state === 'failed') onNews({ kind: 'stuck', file });
    else if (upload.state === 'sending') {
      const percent = quarterOf(upload);
      tellOnce(percent, percent === 0 ? { kind: 'started', file } : { kind: 'percent', file, percent });
    }
  };
}
