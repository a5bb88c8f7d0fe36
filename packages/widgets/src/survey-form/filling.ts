// What asks the questions of one questionnaire, from fetching it to the receipt. Loaded when a person begins.

import type { QuestionAnswer, Survey, SurveyToken } from '@lintas/contract/surveys';
import { hasCode, type StatusSession } from '@lintas/sdk';
import { createSurveysClient, newReceipt, type SurveysClient } from '@lintas/sdk/surveys';
import { forgetDraft, keepDraft, recallDraft } from '@lintas/sdk/surveys/drafts';
import { openResponseQueue, type ResponseQueue } from '@lintas/sdk/surveys/queue';
import type { TemplateResult } from 'lit';
import { failureOf } from '../case/failure.ts';
import type { Connection } from '../core/context.ts';
import { Answering } from './answering.ts';
import { stopListening } from './audio.ts';
import { fillingView } from './filling-view.ts';
import type { Layout } from './screens.ts';
import { outgoing, send } from './sender.ts';
import type { Actions, Stage } from './stage.ts';
import type { SurveyReading } from './survey-reading.ts';

export { fillingStyles } from './filling.styles.ts';

/** What the filling needs from the element that shows it. */
export interface FillingHost {
  layout(): Layout;
  /** Languages for texts of the questionnaire, the best first. */
  languages(): readonly string[];
  /** The session of the page's opened case. */
  session(): StatusSession | undefined;
  onChange(): void;
  /** The first that there is takes the focus. */
  focus(...selectors: readonly string[]): void;
  /** What a program filled in where people see no field. */
  readTrap(): string;
  /** Whether the page lets the answers be sent. */
  maySubmit(): boolean;
  onSubmitted(outcome: 'sent' | 'waiting'): void;
}

/** Milliseconds after the last change until a draft is written. */
const DRAFT_WAIT = 400;

export class Filling {
  stage: Stage = { kind: 'opening' };
  /** The person wants their answers kept on this device. */
  remember = false;
  readonly #id: string;
  readonly #host: FillingHost;
  readonly #client: SurveysClient;
  readonly queue: ResponseQueue;
  readonly #end = new AbortController();
  #answering: Answering | undefined;
  #receipt = newReceipt();
  #token: SurveyToken | undefined;
  #survey: Survey | undefined;
  #notKept = false;
  #draftTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(id: string, connection: Connection, host: FillingHost) {
    this.#id = id;
    this.#host = host;
    this.#client = createSurveysClient({ baseUrl: connection.api, key: connection.key });
    this.queue = openResponseQueue(this.#client);
    this.queue.subscribe(() => {
      if (this.stage.kind === 'waiting' && this.queue.state.waiting === 0) this.#turn({ kind: 'sent' });
      host.onChange();
    });
  }

  /** Fetches the questionnaire and what is needed to answer it. */
  async open(): Promise<void> {
    const { signal } = this.#end;
    this.#turn({ kind: 'opening' });
    try {
      const draft = await recallDraft(this.#id);
      const survey = await this.#fetch(draft?.version);
      this.#survey = survey;
      if (draft?.token) this.#token = draft.token;
      if (survey.closesAt !== undefined && Date.parse(survey.closesAt) < Date.now())
        return this.#turn({ kind: 'closed' });
      if (!(await this.#findToken(survey))) return;
      const goesOn = draft?.version === survey.version ? draft : undefined;
      const layout = this.#host.layout();
      const seed = goesOn?.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
      this.#receipt = goesOn?.receipt ?? this.#receipt;
      this.remember = goesOn !== undefined;
      this.#answering = new Answering(survey, { layout, seed, answers: goesOn?.answers, page: goesOn?.page });
      this.#turn({ kind: 'answering' });
      this.#land();
    } catch (error) {
      if (!signal.aborted) this.#turn(hasCode(error, 'survey-closed') ? { kind: 'closed' } : failed(error));
    }
  }

  /** The version that somebody began with, unless it is gone. */
  async #fetch(version: number | undefined): Promise<Survey> {
    const { signal } = this.#end;
    try {
      return await this.#client.get(this.#id, { version, signal });
    } catch (error) {
      if (version === undefined || !hasCode(error, 'not-found')) throw error;
      return this.#client.get(this.#id, { signal });
    }
  }

  /** What an earlier visit left on this device: a form that was begun, or an answer that still has not arrived. */
  async findKept(): Promise<'draft' | 'waiting' | 'arrived' | undefined> {
    if (await recallDraft(this.#id)) return 'draft';
    await this.queue.sendAll().catch(() => undefined);
    const { waiting, sent } = this.queue.state;
    return waiting > 0 ? 'waiting' : sent > 0 ? 'arrived' : undefined;
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
        remember: this.remember,
        notKept: this.#notKept,
        give: this.#give,
      },
      this.#actions,
      reading,
    );
  }

  /** Ends everything. What the person wanted kept stays on the device. */
  leave(): void {
    clearTimeout(this.#draftTimer);
    stopListening();
    this.#end.abort();
    this.queue.close();
  }

  readonly #give = (id: string, answer: QuestionAnswer | undefined, typed?: string): void => {
    this.#answering?.answer(id, answer, typed);
    this.#keepSoon();
    this.#host.onChange();
  };

  readonly #actions: Actions = {
    openAgain: () => void this.open(),
    next: () => {
      const goesOn = this.#answering?.next();
      this.#keepSoon();
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
    send: () => void this.#send(this.remember),
    keepAndSend: () => void this.#send(true),
    setRemember: (remember) => void this.#setRemember(remember),
    clearDevice: () => void this.#clearDevice(),
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
    const stage = await send(sent, mayKeep, { client: this.#client, queue: this.queue });
    if (this.#end.signal.aborted) return;
    if (stage.kind === 'sent' || stage.kind === 'waiting') {
      clearTimeout(this.#draftTimer);
      await forgetDraft(this.#id);
      this.#answering = undefined;
      this.#turn(stage);
      this.#host.onSubmitted(stage.kind);
    } else this.#turn(stage);
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
    this.remember = remember;
    this.#notKept = false;
    if (remember) await this.#keep();
    else {
      clearTimeout(this.#draftTimer);
      await forgetDraft(this.#id);
    }
    this.#host.onChange();
  }

  #keepSoon(): void {
    clearTimeout(this.#draftTimer);
    if (this.remember) this.#draftTimer = setTimeout(() => void this.#keep(), DRAFT_WAIT);
  }

  async #keep(): Promise<void> {
    const answering = this.#answering;
    if (!answering) return;
    const { survey, seed, page, form } = answering;
    const isKept = await keepDraft({
      survey: survey.id,
      version: survey.version,
      receipt: this.#receipt,
      seed,
      page,
      answers: form.response(),
      ...(this.#token && { token: this.#token }),
    });
    if (isKept === !this.#notKept) return;
    this.#notKept = !isKept;
    this.#host.onChange();
  }

  async #clearDevice(): Promise<void> {
    await this.queue.clearDevice();
    this.remember = false;
    this.#host.onChange();
  }

  /** Reading goes on at the head of the screen. */
  #land(): void {
    const { isReviewing } = this.#answering ?? {};
    if (isReviewing) this.#host.focus('#review-title');
    else this.#host.focus('#step', '#survey-title');
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
  const failure = failureOf(error, Date.now());
  return { kind: 'failed', failure: failure.kind === 'lookup' ? { kind: 'unavailable' } : failure };
}
