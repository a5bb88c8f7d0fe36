// Which partners a person lets look at their documents, without a screen: read when it is asked for, given and taken
// back at once. No DOM.

import { CONSENT_DAYS, type Consent, type ConsentList, type Reviewer } from '@lintas/contract/documents';
import type { CaseDocuments, ConsentToGive } from '@lintas/sdk/documents';

/** Names the wording that is shown before a consent is given: change it with the texts, in every language. */
export const CONSENT_TEXT_VERSION = 'uploader-1';

/** What stood on the screen, and in which language (BCP 47), when a person let somebody look. */
export type ConsentShown = Pick<ConsentToGive, 'language' | 'sentences'>;

const DAY_MS = 24 * 60 * 60_000;

export interface ConsentsEffects {
  readonly documents: Pick<CaseDocuments, 'consents' | 'giveConsent' | 'withdrawConsent'>;
  onChange(): void;
}

/** What came of what the person did last. */
export interface ConsentOutcome {
  /** Id of the partner. */
  readonly partner: string;
  readonly kind: 'given' | 'takenBack' | 'giveFailed' | 'takeBackFailed';
}

export class ConsentsStore {
  /** Missing until it was read. */
  list: ConsentList | undefined;
  /** The last reading failed. */
  unreadable = false;
  outcome: ConsentOutcome | undefined;
  readonly #effects: ConsentsEffects;
  readonly #left = new AbortController();
  #reading = 0;
  #isBusy = false;

  constructor(effects: ConsentsEffects) {
    this.#effects = effects;
  }

  /** Reads the list. Never throws: `unreadable` tells. */
  async read(): Promise<void> {
    const reading = ++this.#reading;
    const list = await this.#effects.documents
      .consents({ signal: this.#left.signal })
      .catch((): undefined => undefined);
    // An answer that was overtaken on its way must not turn the screen back.
    if (reading !== this.#reading) return;
    this.list = list ?? this.list;
    this.unreadable = list === undefined;
    this.#effects.onChange();
  }

  /**
   * Lets a partner look at the documents. Resolves to what came of it, or to nothing when something else is under way.
   *
   * @param now milliseconds of Unix time
   */
  give(partner: string, shown: ConsentShown, now: number): Promise<ConsentOutcome | undefined> {
    const expiresAt = new Date(now + CONSENT_DAYS * DAY_MS).toISOString();
    return this.#do(partner, 'given', 'giveFailed', async (signal) => {
      await this.#effects.documents.giveConsent(
        { partner, purpose: 'document_review', textVersion: CONSENT_TEXT_VERSION, expiresAt, ...shown },
        { signal },
      );
    });
  }

  /** Takes back whatever a partner was allowed. Resolves as {@link give} does. */
  takeBack(partner: string, now: number): Promise<ConsentOutcome | undefined> {
    return this.#do(partner, 'takenBack', 'takeBackFailed', async (signal) => {
      for (const { id } of liveConsents(this.list, partner, now)) {
        await this.#effects.documents.withdrawConsent(id, { signal });
      }
    });
  }

  /** The case is closed: nothing more is read, and nothing is kept. */
  leave(): void {
    this.#left.abort();
    this.#reading++;
    this.list = undefined;
    this.outcome = undefined;
  }

  async #do(
    partner: string,
    done: ConsentOutcome['kind'],
    failed: ConsentOutcome['kind'],
    act: (signal: AbortSignal) => Promise<void>,
  ): Promise<ConsentOutcome | undefined> {
    if (this.#isBusy) return undefined;
    this.#isBusy = true;
    const { signal } = this.#left;
    const kind = await act(signal).then(
      () => done,
      () => failed,
    );
    this.#isBusy = false;
    if (signal.aborted) return undefined;
    this.outcome = { partner, kind };
    // Also after a failure: its answer may have been lost on its way.
    await this.read();
    return signal.aborted ? undefined : this.outcome;
  }
}

/** The consents of a partner that hold now. */
export function liveConsents(
  list: ConsentList | undefined,
  partner: string,
  now: number,
): readonly Consent[] {
  return (list?.data ?? []).filter(
    ({ partner: { id }, withdrawnAt, expiresAt }) =>
      id === partner && withdrawnAt === undefined && Date.parse(expiresAt) > now,
  );
}

/** Who can be asked, and who is still allowed though they cannot be asked any more. */
export function partnersOf({ data, partners }: ConsentList, now: number): readonly Reviewer[] {
  const former = data
    .map(({ partner }) => partner)
    .filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)
    .filter(({ id }) => partners.every((partner) => partner.id !== id));
  return [
    ...partners,
    ...former.filter(({ id }) => liveConsents({ data, page: { next: null }, partners }, id, now).length > 0),
  ];
}
