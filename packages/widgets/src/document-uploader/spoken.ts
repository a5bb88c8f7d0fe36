// What is said aloud about the documents, to people who hear the page.

import type { Document, FileLimits } from '@lintas/contract/documents';
import type { Topic } from '../case/announcer.ts';
import { textFor } from '../locales/messages.ts';
import { paperName, type DocumentReading } from './document-reading.ts';
import { stuckText } from './file-entry.ts';
import type { Paper, Place } from './papers.ts';
import type { OutboxNews } from './upload-news.ts';

/** What belongs to a paper or a side of it. */
export interface Placed {
  readonly requirementId?: string | undefined;
  readonly side: string;
}

export interface SpeechEffects {
  /** Has something said. */
  say(topic: Topic, compose: (reading: DocumentReading) => string | undefined): void;
  nameOf(what: Placed, reading: DocumentReading): string;
  limitsOf(requirementId: string | undefined): FileLimits;
}

export interface Speech {
  /** A file has come further, or is stuck. */
  tellNews(news: OutboxNews): void;
  /** The API has moved a document. */
  tellMoved(document: Document): void;
  tellRemoved(document: Document): void;
  /** Only so many of the files fit where they were given. */
  tellSurplus(taken: number, paper: Paper, place: Place): void;
}

export function createSpeech({ say, nameOf, limitsOf }: SpeechEffects): Speech {
  return {
    tellNews(news) {
      const { file } = news;
      say(`file ${file.id}`, (reading) => {
        const name = nameOf(file.target, reading);
        const { spoken } = reading.texts;
        if (news.kind === 'percent') return spoken.percent(name, news.percent);
        if (news.kind !== 'stuck') return spoken[news.kind](name);
        const text = stuckText(file, limitsOf(file.target.requirementId), reading);
        return text && spoken.problem(name, text);
      });
    },
    tellMoved(document) {
      say(`document ${document.id}`, (reading) => {
        const state = textFor(reading.texts.states, document.state);
        return reading.texts.spoken.moved(nameOf(document, reading), `${state}.`);
      });
    },
    tellRemoved(document) {
      say(`document ${document.id}`, (reading) => reading.texts.spoken.removed(nameOf(document, reading)));
    },
    tellSurplus(taken, { requirement }, { key, side }) {
      say(`place ${key}`, (reading) =>
        reading.texts.spoken.problem(
          paperName(requirement, side, reading),
          reading.texts.choose.tooMany(taken),
        ),
      );
    },
  };
}
