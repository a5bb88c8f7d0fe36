// Keeps what is answered on the device while a person goes on, from when they agree until they do not or have sent it.

import type { Survey } from '@lintas/contract/surveys';
import { eraseDraft, keepDraft, keepQuestions, recallDraft, type Draft } from '@lintas/sdk/surveys/drafts';

/** Milliseconds after the last change until it is written. */
const WAIT = 400;

export interface DraftKeeper {
  /** The person wants it. */
  readonly isWanted: boolean;
  /** The browser keeps nothing, though the person wants it. */
  readonly isFailing: boolean;
  /** What another tab keeps of the same form is one with this: it is sent with the same receipt. */
  want(survey: Survey): Promise<Draft | undefined>;
  keepNow(): Promise<void>;
  keepSoon(): void;
  forget(): Promise<void>;
  /** Writes nothing more, not even what was begun. What is kept stays. */
  stop(): void;
}

/**
 * @param read the form as it is now; `undefined` when there is none
 * @param onChange `isFailing` has turned
 */
export function createDraftKeeper(
  id: string,
  read: () => Omit<Draft, 'survey'> | undefined,
  onChange: () => void,
): DraftKeeper {
  const end = new AbortController();
  const { signal } = end;
  let isWanted = false;
  let isFailing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** One after the other: what is being written must not outlive what erases it. */
  let working: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = working.then(work);
    working = done.catch(() => undefined);
    return done;
  };

  const keeper: DraftKeeper = {
    get isWanted() {
      return isWanted;
    },
    get isFailing() {
      return isFailing;
    },
    want(survey) {
      isWanted = true;
      isFailing = false;
      return inTurn(async () => {
        const other = await recallDraft(id);
        await keepQuestions(survey, { signal });
        return other?.version === survey.version ? other : undefined;
      });
    },
    keepNow: () =>
      inTurn(async () => {
        const draft = read();
        if (!draft || !isWanted) return;
        const isKept = await keepDraft({ survey: id, ...draft }, { signal });
        if (isKept !== isFailing || signal.aborted) return;
        isFailing = !isKept;
        onChange();
      }),
    keepSoon() {
      clearTimeout(timer);
      if (isWanted) timer = setTimeout(() => void keeper.keepNow(), WAIT);
    },
    forget() {
      clearTimeout(timer);
      isWanted = false;
      isFailing = false;
      return inTurn(() => eraseDraft(id));
    },
    stop() {
      clearTimeout(timer);
      end.abort();
    },
  };
  return keeper;
}
