// What asks the questions of one questionnaire, from fetching it to the receipt. Loaded when a person begins.

import type { QuestionAnswer, Survey, SurveyToken } from '@lintas/contract/surveys';
import { hasCode, type StatusSession } from '@lintas/sdk';
import { createSurveysClient, newReceipt, type SurveysClient } from '@lintas/sdk/surveys';
import { recallDraft, type Draft } from '@lintas/sdk/surveys/drafts';
import { openResponseQueue, type QueueState, type ResponseQueue } from '@lintas/sdk/surveys/queue';
import type { TemplateResult } from 'lit';
import { failureOfNamed } from '../case/failure.ts';
import { takeChoice, tellTrouble } from '../case/page-trouble.ts';
import type { Connection } from '../core/context.ts';
import { Answering } from './answering.ts';
import { stopListening } from './audio.ts';
import { findBeginning } from './beginning.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import { fillingView } from './filling-view.ts';
import { LAYOUTS } from './screens.ts';
import { afterWaiting, outgoing, send } from './sender.ts';
import { isGone, type Actions, type Found, type Stage } from './stage.ts';
import type { SurveyReading } from './survey-reading.ts';

export { fillingStyles } from './filling.styles.ts';

/** What the filling needs from the element that shows it. */
export interface FillingHost {
  layout(): string;
  /** Languages for texts of the questionnaire, the best first. */
  languages(): readonly string[];
  /** The session of the page's opened case. */
  session(): StatusSession | undefined;
  onChange(): void;
  /** The first that there is takes the focus. */
  focus(...selectors: readonly string[]): void;
  /** What a program filled in where people see no field (a honeypot). */
  readTrap(): string;
  /** Whether the page lets the answers be sent. */
  maySubmit(): boolean;
  onSubmitted(outcome: 'sent' | 'waiting'): void;
}

export class Filling {
  stage: Stage = { kind: 'opening' };
  readonly #id: string;
  readonly #host: FillingHost;
  readonly #client: SurveysClient;
  readonly #queue: ResponseQueue;
  readonly #keeper: DraftKeeper;
  readonly #end = new AbortController();
  #answering: Answering | undefined;
  #receipt = newReceipt();
  #token: SurveyToken | undefined;
  #survey: Survey | undefined;
  /** The answers were given to other questions than those that are asked now. */
  #isChanged = false;
  #isClearing = false;
  /** The queue as it was when the answer began to wait. */
  #queueBefore: QueueState;

  constructor(id: string, connection: Connection, host: FillingHost) {
    this.#id = id;
    this.#host = host;
    this.#client = createSurveysClient({ baseUrl: connection.api, key: connection.key });
    this.#queue = openResponseQueue(this.#client, id);
    this.#queueBefore = this.#queue.state;
    this.#keeper = createDraftKeeper(id, () => this.#draft(), host.onChange);
    this.#queue.subscribe(() => {
      const { waiting } = this.#queue.state;
      if (this.stage.kind === 'waiting' && waiting === 0 && !this.#isClearing)
        this.#turn(afterWaiting(this.#queueBefore, this.#queue.state));
      host.onChange();
    });
    // Who could not begin without a network need not ask again.
    const onLine = (): void => void (this.stage.kind === 'failed' && this.open());
    addEventListener('online', onLine, { signal: this.#end.signal });
  }

  /** Fetches the questionnaire and what is needed to answer it. */
  async open(): Promise<void> {
    const { signal } = this.#end;
    const given = this.#answering?.form.response();
    this.#turn({ kind: 'opening' });
    try {
      const { survey, draft, carried } = await findBeginning(this.#id, this.#client, given, signal);
      // A token is good for one version.
      if (this.#survey?.version !== survey.version) this.#token = undefined;
      this.#survey = survey;
      this.#token = draft?.token ?? this.#token;
      if (survey.closesAt !== undefined && Date.parse(survey.closesAt) < Date.now())
        return this.#turn({ kind: 'closed' });
      if (!(await this.#findToken(survey))) return;
      const layout = takeChoice('layout', this.#host.layout(), LAYOUTS);
      const seed = draft?.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
      this.#receipt = draft?.receipt ?? this.#receipt;
      this.#isChanged = carried !== undefined;
      this.#answering = new Answering(survey, {
        layout,
        seed,
        answers: draft?.answers ?? carried,
        page: draft?.page,
      });
      if (draft) await this.#keeper.want(survey);
      this.#turn({ kind: 'answering' });
      this.#land();
    } catch (error) {
      if (!signal.aborted) this.#turn(hasCode(error, 'survey-closed') ? { kind: 'closed' } : failed(error));
    }
  }

  /** What an earlier visit left on this device. Sends what waits. */
  async findKept(): Promise<Found | undefined> {
    if (await recallDraft(this.#id)) return 'draft';
    await this.#queue.sendAll().catch(() => undefined);
    return this.kept;
  }

  /** What has become of the answers that an earlier visit left. */
  get kept(): Exclude<Found, 'draft'> | undefined {
    const { waiting, refused, sent } = this.#queue.state;
    if (waiting > 0) return 'waiting';
    if (refused.length > 0) return 'late';
    return sent > 0 ? 'arrived' : undefined;
  }

  /** Deletes everything from the device. */
  async clearDevice(): Promise<void> {
    this.#isClearing = true;
    await this.#keeper.forget();
    await this.#queue.clearDevice();
    this.#isClearing = false;
  }

  /** A case was opened or closed on the page. */
  hearOfCase(): void {
    if (this.stage.kind === 'needs_case' && this.#host.session()) void this.open();
  }

  template(reading: SurveyReading): TemplateResult {
    return fillingView(
      {
        stage: this.stage,
        survey: this.#survey,
        answering: this.#answering,
        receipt: this.#receipt,
        remember: this.#keeper.isWanted,
        notKept: this.#keeper.isFailing,
        isChanged: this.#isChanged,
        give: this.#give,
      },
      this.#actions,
      reading,
    );
  }

  /** Stops what is being played. */
  hush(): void {
    stopListening();
  }

  /** Ends everything. What the person wanted kept stays on the device. */
  leave(): void {
    this.#keeper.stop();
    this.hush();
    this.#end.abort();
    this.#queue.close();
  }

  readonly #give = (id: string, answer: QuestionAnswer | undefined, typed?: string): void => {
    this.#answering?.answer(id, answer, typed);
    this.#keeper.keepSoon();
    this.#host.onChange();
  };

  readonly #actions: Actions = {
    openAgain: () => void this.open(),
    next: () => {
      const goesOn = this.#answering?.next();
      this.#keeper.keepSoon();
      this.#host.onChange();
      if (goesOn) this.#land();
      else this.#host.focus('#problems');
    },
    back: () => {
      this.#turn({ kind: 'answering' });
      this.#answering?.back();
      this.#land();
    },
    change: (question) => {
      this.#answering?.goTo(question);
      this.#host.onChange();
      this.#focusQuestion(question);
    },
    goToProblem: (question) => this.#focusQuestion(question),
    send: () => void this.#send(this.#keeper.isWanted),
    keepAndSend: () => void this.#send(true),
    setRemember: (remember) => void this.#setRemember(remember),
    clearDevice: () => void this.#clear(),
    tellCopied: (copied) => {
      const { kind } = this.stage;
      if (kind === 'sent' || kind === 'waiting') this.#turn({ kind, copied });
    },
  };

  async #send(mayKeep: boolean): Promise<void> {
    const answering = this.#answering;
    if (!answering || this.stage.kind === 'sending') return;
    if (!answering.checkAll()) {
      this.#turn({ kind: 'answering' });
      return this.#host.focus('#problems');
    }
    if (!this.#host.maySubmit()) return;
    answering.isReviewing = true;
    const parts = { receipt: this.#receipt, token: this.#token, trap: this.#host.readTrap() };
    const sent = outgoing(answering, parts, this.#host.languages());
    this.#turn({ kind: 'sending' });
    this.#queueBefore = this.#queue.state;
    const stage = await send(sent, mayKeep, { client: this.#client, queue: this.#queue });
    if (this.#end.signal.aborted) return;
    if (isGone(stage)) {
      await this.#keeper.forget();
      this.#answering = undefined;
    }
    this.#turn(stage);
    if (stage.kind === 'sent' || stage.kind === 'waiting') this.#host.onSubmitted(stage.kind);
    this.#host.focus('#outcome-title');
  }

  /** `false` when there is none and none to be had; the stage says why. */
  async #findToken(survey: Survey): Promise<boolean> {
    if (survey.access === 'open' || this.#token) return true;
    const session = this.#host.session();
    if (!session) {
      this.#turn({ kind: 'needs_case' });
      return false;
    }
    try {
      const { requestToken } = await import('@lintas/sdk/surveys/token');
      this.#token = await requestToken(session, survey, { signal: this.#end.signal });
      return true;
    } catch (error) {
      if (!hasCode(error, 'token-issued')) throw error;
      this.#turn({ kind: 'answered_before' });
      return false;
    }
  }

  async #setRemember(remember: boolean): Promise<void> {
    const answering = this.#answering;
    if (!answering) return;
    if (remember) {
      const other = await this.#keeper.want(answering.survey);
      this.#receipt = other?.receipt ?? this.#receipt;
      await this.#keeper.keepNow();
    } else await this.#keeper.forget();
    this.#host.onChange();
  }

  #draft(): Omit<Draft, 'survey'> | undefined {
    const answering = this.#answering;
    if (!answering) return undefined;
    const { survey, seed, page, form } = answering;
    const token = this.#token && { token: this.#token };
    return {
      version: survey.version,
      receipt: this.#receipt,
      seed,
      page,
      answers: form.response(),
      ...token,
    };
  }

  async #clear(): Promise<void> {
    await this.clearDevice();
    this.#turn({ kind: 'cleared' });
    this.#host.focus('#outcome-title');
  }

  /** Reading goes on at the head of the screen. */
  #land(): void {
    this.hush();
    const { isReviewing } = this.#answering ?? {};
    if (isReviewing) this.#host.focus('#review-title');
    else this.#host.focus('#changed', '#step', '#survey-title');
  }

  /** The first field of a question, or all of it where it has none. */
  #focusQuestion(question: string): void {
    const id = this.#answering?.idOf(question) ?? '';
    this.#host.focus(`#${id}-question :is(input, textarea, select, button)`);
  }

  #turn(stage: Stage): void {
    this.stage = stage;
    this.#host.onChange();
  }
}

function failed(error: unknown): Stage {
  return { kind: 'failed', failure: tellTrouble(failureOfNamed(error, Date.now()), error) };
}
