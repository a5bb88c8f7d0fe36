// Everything about the documents of one opened case, joined: the list, the files on their way, what the person does,
// and what is said aloud. Loaded when a case is opened.

import {
  DEFAULT_LIMITS,
  isHandedIn,
  mayBeReplaced,
  type Document,
  type FileLimits,
} from '@lintas/contract/documents';
import { documentsOf } from '@lintas/sdk/documents';
import type { StatusSession } from '@lintas/sdk';
import { html, type TemplateResult } from 'lit';
import type { Topic } from '../case/announcer.ts';
import type { OpenState } from '../case/view-state.ts';
import { asksForPapers } from './asked.ts';
import { knownKind, replacedWith, type Target } from './chosen-file.ts';
import { Copies } from './copies.ts';
import type { Instead, PaperworkActions } from './paperwork-actions.ts';
import { paperName, type DocumentReading } from './document-reading.ts';
import { DocumentsStore } from './documents-store.ts';
import { loadSending } from './load-sending.ts';
import { kindOf, openedDocuments } from './opened-documents.ts';
import { Outbox } from './outbox.ts';
import type { UnderWay } from './outbox-effects.ts';
import { missingPapers, papersOf, spread, type Paper, type Place, type Surplus } from './papers.ts';
import { Privacy } from './privacy/privacy.ts';
import { createSpeech, type Placed, type Speech } from './spoken.ts';

export interface PaperworkEffects {
  onChange(): void;
  /** The API has moved a document, or there is a new one. */
  onDocument(document: Document): void;
  /** The person is there. */
  onActivity(): void;
  /** Has something said. */
  say(topic: Topic, compose: (reading: DocumentReading) => string | undefined): void;
  /** Brings the person to a part of the screen, once it is there. */
  focus(selector: string): void;
}

/** What the page and its form say about the field. */
export interface Field {
  readonly required: boolean;
  readonly disabled: boolean;
}

export class Paperwork {
  readonly #store: DocumentsStore;
  readonly #outbox: Outbox;
  readonly #privacy: Privacy;
  readonly #copies: Copies;
  readonly #speech: Speech;
  readonly #effects: PaperworkEffects;
  readonly #kinds = new Map<string, string>();
  /** Names what is missing on the screen: somebody wanted to go on without it. */
  #namesMissing = false;
  #surplus: Surplus | undefined;

  /** @param underWay what an earlier session of the same case has left in the middle of its way */
  constructor(session: StatusSession, effects: PaperworkEffects, underWay?: UnderWay) {
    this.#effects = effects;
    const documents = documentsOf(session);
    this.#speech = createSpeech({
      say: (topic, compose) => effects.say(topic, compose),
      nameOf: (what, reading) => this.#nameOf(what, reading),
      limitsOf: (requirementId) => this.#limitsOf(requirementId),
    });
    this.#store = new DocumentsStore({
      documents,
      onChange: () => this.#onList(),
      onMoved: (document) => this.#tellMoved(document),
    });
    this.#outbox = new Outbox({
      loadSending,
      openManager: async (remember) => (await loadSending()).createUploadManager({ documents, remember }),
      withdraw: (id) => documents.withdraw(id),
      limitsOf: ({ requirementId }) => this.#limitsOf(requirementId),
      documents: () => this.#store.list?.data ?? [],
      onChange: () => effects.onChange(),
      onNews: (news) => this.#speech.tellNews(news),
      onActivity: () => effects.onActivity(),
      onTakingBack: (id, done) => void this.#store.leaveOut(id, done),
      onListMoved: () => void this.#store.read(),
    });
    this.#privacy = new Privacy(documents, effects);
    this.#copies = new Copies(documents, effects);
    if (underWay) {
      this.#outbox.takeOver(underWay);
      void underWay.manager.then((manager) => manager.use(documents));
    }
    void this.#store.read();
  }

  /** Ids of the documents that are handed in. */
  get handedIn(): readonly string[] {
    return (this.#store.list?.data ?? []).filter(({ state }) => isHandedIn(state)).map(({ id }) => id);
  }

  /** What is still needed, in words; `undefined` when nothing is. */
  missing(reading: DocumentReading): string | undefined {
    const { texts } = reading;
    if (!this.#store.list) return texts.paper.loading;
    const missing = missingPapers(this.#store.list, []);
    if (missing.length === 0) return undefined;
    const names = missing.map(({ requirement }) => paperName(requirement, 'whole', reading));
    return texts.paper.missing(new Intl.ListFormat([reading.reader.lang, 'en']).format(names));
  }

  /** Where the person gives the first of what is still needed. */
  firstMissing(): string | undefined {
    const [paper] = this.#store.list ? missingPapers(this.#store.list, this.#outbox.files) : [];
    return paper && `[id^="file-${paper.key}-"]`;
  }

  /** Where a paper is given; `undefined` while the papers are on their way. */
  placeOf(requirementId: string): string | undefined {
    const paper = this.#paperOf(requirementId);
    return paper && `#paper-${paper.key}`;
  }

  /** Which entry has taken the place of another: a document that of its file. */
  successorOf(entry: string): string | undefined {
    const document = this.#outbox.handedOver.get(Number(entry.replace('file-', '')));
    return document && `document-${document}`;
  }

  /** Shows what is missing. */
  nameMissing(): void {
    this.#namesMissing = true;
    this.#effects.onChange();
  }

  template(view: OpenState['case'], { required, disabled }: Field, reading: DocumentReading): TemplateResult {
    const opened = {
      store: this.#store,
      outbox: this.#outbox,
      kinds: this.#kinds,
      copy: this.#copies.shown(reading),
      disabled,
      asked: required || asksForPapers(view),
      surplus: this.#surplus,
      missing: this.#namesMissing ? this.missing(reading) : undefined,
    };
    const nameOf = (id: string | undefined): string | undefined => {
      const document = this.#store.find(id);
      return document && this.#nameOf(document, reading);
    };
    return html`${openedDocuments(opened, this.#actions, reading)}${this.#privacy.template(nameOf, reading)}`;
  }

  /** The person has more time: says so, and leads away from the button that is gone. */
  tellExtended(): void {
    this.#effects.say('session', ({ messages }) => messages.session.extended);
    this.#effects.focus('h2');
  }

  /** Something about documents has happened in the case. */
  readAgain(): void {
    void this.#store.read();
  }

  /** Takes off the screen whatever was not sent yet. */
  reset(): void {
    this.#namesMissing = false;
    this.#surplus = undefined;
    this.#outbox.dismissAll();
  }

  /** The case is closed. What is kept on the device stays. */
  leave(): void {
    this.#store.leave();
    this.#outbox.leave();
    this.#privacy.leave();
    this.#copies.leave();
  }

  /** The session has ended by itself: answers what is under way, which can go on in another session of the same case. */
  suspend(): UnderWay | undefined {
    const underWay = this.#outbox.suspend();
    this.leave();
    return underWay;
  }

  readonly #actions: PaperworkActions = {
    choose: (files, paper, place, instead) => {
      const taken = spread(files, paper, place, this.#makeRoom(place, instead));
      for (const { file, place: at, replaces } of taken) {
        const kind = knownKind(kindOf(paper, this.#kinds));
        const target: Target = { requirementId: paper.requirement?.id, kind, side: at.side, replaces };
        const { files: before } = this.#outbox;
        void this.#outbox.choose(file, target);
        const added = this.#outbox.files.find((chosen) => !before.includes(chosen));
        if (added) this.#effects.focus(`#file-${added.id}`);
      }
      this.#leaveOut(files.length - taken.length, taken.length, paper, place);
    },
    setKind: (paper, kind) => {
      this.#kinds.set(paper.key, kind);
      this.#effects.onChange();
    },
    send: (id) => {
      void this.#outbox.send(id);
      this.#effects.focus(`#file-${id}`);
    },
    dismiss: (id) => {
      this.#surplus = undefined;
      const file = this.#outbox.files.find((chosen) => chosen.id === id);
      this.#outbox.dismiss(id);
      if (file) this.#focusPlace(file.target);
    },
    pause: (upload) => upload.pause(),
    resume: (upload) => upload.resume(),
    askCopy: (document) => void this.#copies.ask(document),
    askRemoval: ({ id }) => {
      this.#copies.leave();
      this.#store.askRemoval(id);
      this.#effects.focus('#removal');
    },
    keep: () => {
      const id = this.#store.removal?.id;
      this.#store.askRemoval(undefined);
      this.#effects.focus(`#document-${id}`);
    },
    remove: () => void this.#remove(),
    setRemember: (remember) => void this.#outbox.setRemember(remember).catch(() => undefined),
    goOn: () => void this.#outbox.goOn().catch(() => this.readAgain()),
    readAgain: () => this.readAgain(),
    prepare: () => void loadSending(),
  };

  /**
   * Lets a new file take the place of what is there and not handed in yet: where several fit, of the one that it is given
   * instead of. Answers the id of the document that it replaces.
   */
  #makeRoom({ files, several }: Place, { document, file: given }: Instead): string | undefined {
    const leaving = files.filter(({ id }) => !several || id === given);
    // What the first of them would have replaced, unless that was decided about meanwhile.
    const inherited = leaving[0] && replacedWith(leaving[0]);
    const known = this.#store.find(inherited);
    leaving.forEach(({ id }) => this.#outbox.dismiss(id));
    return document ?? (known && !mayBeReplaced(known.state) ? undefined : inherited);
  }

  /** Tells of files that do not fit where they were given. */
  #leaveOut(count: number, taken: number, paper: Paper, place: Place): void {
    this.#surplus = count > 0 ? { place: place.key, taken } : undefined;
    this.#effects.onChange();
    if (count > 0) this.#speech.tellSurplus(taken, paper, place);
  }

  async #remove(): Promise<void> {
    const document = this.#store.find(this.#store.removal?.id);
    if (!document) return;
    if (!(await this.#store.remove())) return this.#effects.focus('#removal');
    this.#speech.tellRemoved(document);
    this.#effects.onDocument({ ...document, state: 'withdrawn' });
    this.#focusPlace(document);
  }

  #onList(): void {
    this.#outbox.handOver();
    this.#effects.onChange();
  }

  #tellMoved(document: Document): void {
    this.#effects.onDocument(document);
    this.#speech.tellMoved(document);
  }

  #nameOf(what: Placed, reading: DocumentReading): string {
    return paperName(this.#requirement(what.requirementId), what.side, reading);
  }

  #limitsOf(requirementId: string | undefined): FileLimits {
    return this.#requirement(requirementId) ?? DEFAULT_LIMITS;
  }

  /** The paper whose place something has; what no paper asks for is in the last. */
  #paperOf(requirementId: string | undefined): Paper | undefined {
    const papers = this.#store.list ? papersOf(this.#store.list, this.#outbox.files) : [];
    return papers.find(({ requirement }) => requirement?.id === requirementId) ?? papers.at(-1);
  }

  #requirement(id: string | undefined) {
    return this.#store.list?.requirements.find((requirement) => requirement.id === id);
  }

  /** After something has gone from a place, the person can give another file there. */
  #focusPlace(of: Placed): void {
    const paper = this.#paperOf(of.requirementId);
    const place = paper?.places.find(({ side }) => side === of.side) ?? paper?.places[0];
    if (place) this.#effects.focus(`#file-${place.key}`);
  }
}
