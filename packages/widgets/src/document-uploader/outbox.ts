// The way of a file from the person's device to the API: looked at, made ready, sent, and handed over to the list of
// documents. Without a screen; pages are told of every step.

import { isUnfinished, type Document } from '@lintas/contract/documents';
import type { Upload, UploadEvent, UploadManager } from '@lintas/sdk/upload';
import { targetOf, type ChosenFile, type Doubt, type Target } from './chosen-file.ts';
import type { OutboxEffects, UnderWay } from './outbox-effects.ts';
import { createTeller } from './upload-news.ts';
import { isAtRest, replacingRefusal } from './upload-text.ts';

export class Outbox {
  files: readonly ChosenFile[] = [];
  /** What came of going on with what an earlier page has left. */
  goneOn: 'no' | 'yes' | 'nothing-kept' = 'no';
  /** The person has said that the device is theirs. */
  remember = false;
  /** Small pictures of files that were sent from this page, by the id of their document. */
  readonly previews = new Map<string, HTMLCanvasElement>();
  /** Ids of documents, by the id of the file that each of them was on this page. */
  readonly handedOver = new Map<number, string>();
  readonly #effects: OutboxEffects;
  readonly #left = new AbortController();
  #manager: Promise<UploadManager> | undefined;
  #goingOn: Promise<void> | undefined;
  #nextId = 1;
  /** Files that were chosen on this page, also those that are documents by now. */
  #seen: readonly { readonly file: File }[] = [];
  readonly #tell: ReturnType<typeof createTeller>;
  /** Ids of unfinished documents that a file was chosen for, until it is known whether it is the same file. */
  readonly #unfinished = new Map<Upload, string>();

  constructor(effects: OutboxEffects) {
    this.#effects = effects;
    this.#tell = createTeller((news) => effects.onNews(news));
  }

  /** Takes a file: looks at it, and sends it when nothing speaks against it. */
  async choose(file: File, target: Target): Promise<void> {
    const id = this.#put({ file, target, stage: { kind: 'preparing' } });
    try {
      await this.#prepare(id, file, target);
    } catch {
      // The device no longer gives the file.
      this.#change(id, { stage: { kind: 'blocked', problems: ['not_there'] } });
    }
    const stuck = this.#find(id);
    if (stuck && stuck.stage.kind !== 'sending') this.#effects.onNews({ kind: 'stuck', file: stuck });
  }

  /** Sends a file that was looked at, whatever was doubted about it. */
  async send(id: number): Promise<void> {
    const { sendableName } = await this.#effects.loadSending();
    const manager = await this.#sender();
    const { file, prepared, target, stage } = this.#find(id) ?? {};
    if (!prepared || !target || stage?.kind === 'sending') return;
    const replaced = this.#findDocument(target.replaces);
    const unfinished = replaced && isUnfinished(replaced.state) ? replaced : undefined;
    const { requirementId, kind, side } = target;
    // Announced as the unfinished one was, the same file is the same document: it goes on where it was.
    const replaces = unfinished ? this.#findDocument(unfinished.replaces)?.id : target.replaces;
    const fileName = file && sendableName(file.name, prepared.mediaType);
    const upload = manager.add(prepared.file, {
      kind,
      side,
      mediaType: prepared.mediaType,
      ...(requirementId !== undefined && { requirementId }),
      ...(replaces !== undefined && { replaces }),
      ...(fileName !== undefined && { fileName }),
    });
    if (unfinished) this.#unfinished.set(upload, unfinished.id);
    this.#change(id, { stage: { kind: 'sending', upload } });
    this.#follow(upload);
  }

  /** Takes a file off the list; what has arrived of it is taken back. */
  dismiss(id: number): void {
    const dismissed = this.#find(id);
    if (!dismissed) return;
    const { stage } = dismissed;
    if (stage.kind === 'sending' && stage.upload.state !== 'sent')
      this.#effects.onTakingBack(stage.upload.documentId, stage.upload.cancel());
    this.#seen = this.#seen.filter(({ file }) => file !== dismissed.file);
    this.#setFiles(this.files.filter((file) => file !== dismissed));
  }

  /** Takes off the list whatever is not a document yet. */
  dismissAll(): void {
    for (const { id } of this.files) this.dismiss(id);
  }

  /** Whether the device is the person's own, so that what is not sent yet can be kept on it. */
  async setRemember(remember: boolean): Promise<void> {
    this.remember = remember;
    this.#effects.onChange();
    (await this.#sender()).remember = remember;
  }

  /** Goes on with what an earlier page has left unfinished. Rejects when the API cannot be asked. */
  goOn(): Promise<void> {
    // However often somebody taps.
    this.#goingOn ??= this.#goOn().finally(() => (this.#goingOn = undefined));
    return this.#goingOn;
  }

  async #goOn(): Promise<void> {
    const manager = await this.#sender();
    const resumed = await manager.resumeRemembered();
    this.goneOn = resumed.length > 0 ? 'yes' : 'nothing-kept';
    // They have agreed before.
    if (resumed.length > 0) await this.setRemember(true);
    for (const upload of resumed) {
      const target = targetOf(this.#findDocument(upload.documentId));
      this.#put({ target, stage: { kind: 'sending', upload } });
      this.#follow(upload);
    }
    this.#effects.onChange();
  }

  /** The list of documents was read: files that are in it as documents are no files any more. */
  handOver(): void {
    const isThere = ({ stage }: ChosenFile): boolean => {
      if (stage.kind !== 'sending' || stage.upload.state !== 'sent') return false;
      const document = this.#findDocument(stage.upload.documentId);
      return document !== undefined && !isUnfinished(document.state);
    };
    for (const file of this.files.filter(isThere)) {
      const { stage, prepared } = file;
      const id = stage.kind === 'sending' ? stage.upload.documentId : undefined;
      if (id === undefined) continue;
      this.handedOver.set(file.id, id);
      if (prepared?.preview) this.previews.set(id, prepared.preview);
    }
    this.files = this.files.filter((file) => !isThere(file));
  }

  /** The case is closed. What is kept on the device stays. */
  leave(): void {
    this.#left.abort();
    this.files = [];
    this.#seen = [];
    this.previews.clear();
    void this.#manager?.then((manager) => manager.close()).catch(() => undefined);
    this.#manager = undefined;
  }

  /** The session has ended: answers what is under way and can go on with another one; the rest is let go. */
  suspend(): UnderWay | undefined {
    const uploads = this.files.flatMap(({ stage, target }) =>
      stage.kind === 'sending' && !isAtRest(stage.upload)
        ? [{ upload: stage.upload, target, unfinished: this.#unfinished.get(stage.upload) }]
        : [],
    );
    const manager = uploads.length > 0 ? this.#manager : undefined;
    if (manager) this.#manager = undefined;
    this.leave();
    return manager && { manager, uploads };
  }

  /** Goes on with what was under way in an earlier session of the same case. */
  takeOver({ manager, uploads }: UnderWay): void {
    this.#manager = manager.then((opened) => this.#listen(opened));
    void manager.then(({ remember }) => (this.remember = remember));
    for (const { upload, target, unfinished } of uploads) {
      if (unfinished !== undefined) this.#unfinished.set(upload, unfinished);
      this.#put({ target, stage: { kind: 'sending', upload } });
      this.#follow(upload);
    }
  }

  async #prepare(id: number, file: File, target: Target): Promise<void> {
    const { findHandedIn, findSameFile, prepareFile } = await this.#effects.loadSending();
    const { signal } = this.#left;
    const same = await findSameFile(file, this.#seen, signal).catch(() => undefined);
    const prepared = await prepareFile(file, this.#effects.limitsOf(target), signal);
    const handedIn = await findHandedIn(prepared.file, this.#effects.documents(), signal).catch(
      () => undefined,
    );
    if (!this.#find(id)) return;
    this.#seen = [...this.#seen, { file }];
    const { problems, warnings } = prepared;
    const known: readonly Doubt[] = same ? ['same_file'] : handedIn ? ['handed_in'] : [];
    const doubts = [...known, ...warnings];
    if (problems.length > 0) this.#change(id, { prepared, stage: { kind: 'blocked', problems } });
    else if (doubts.length > 0) this.#change(id, { prepared, stage: { kind: 'doubtful', doubts } });
    else {
      this.#change(id, { prepared });
      await this.send(id);
    }
  }

  #sender(): Promise<UploadManager> {
    this.#manager ??= this.#openManager().catch((error: unknown) => {
      this.#manager = undefined;
      throw error;
    });
    return this.#manager;
  }

  async #openManager(): Promise<UploadManager> {
    return this.#listen(await this.#effects.openManager(this.remember));
  }

  #listen(manager: UploadManager): UploadManager {
    const { signal } = this.#left;
    manager.addEventListener('change', ({ upload }) => this.#follow(upload), { signal });
    const onProgress = ({ upload }: UploadEvent): void => {
      this.#effects.onActivity();
      this.#follow(upload);
    };
    manager.addEventListener('progress', onProgress, { signal });
    return manager;
  }

  /** An upload has moved. */
  #follow(upload: Upload): void {
    const file = this.files.find(({ stage }) => stage.kind === 'sending' && stage.upload === upload);
    if (!file) return;
    this.#withdrawUnfinished(upload);
    const refusal = upload.state === 'failed' ? replacingRefusal(upload) : undefined;
    if (refusal === 'unknown_document' && file.prepared && file.target.replaces !== undefined)
      return this.#sendWithoutReplacing(file, upload);
    this.#effects.onChange();
    this.#tell(file, upload);
    if (upload.state === 'sent' || refusal === 'document_in_use') this.#effects.onListMoved();
  }

  /** What the file was to replace is gone, so that there is nothing to replace any more. */
  #sendWithoutReplacing({ id, target }: ChosenFile, refused: Upload): void {
    const unfinished = this.#unfinished.get(refused);
    if (unfinished !== undefined) void this.#effects.withdraw(unfinished).catch(() => undefined);
    this.#unfinished.delete(refused);
    this.#change(id, { target: { ...target, replaces: undefined }, stage: { kind: 'preparing' } });
    void this.send(id);
  }

  /** What nobody goes on with is in nobody's way. */
  #withdrawUnfinished(upload: Upload): void {
    const unfinished = this.#unfinished.get(upload);
    if (unfinished === undefined || upload.documentId === undefined) return;
    this.#unfinished.delete(upload);
    if (upload.documentId !== unfinished) void this.#effects.withdraw(unfinished).catch(() => undefined);
  }

  #put(file: Omit<ChosenFile, 'id'>): number {
    const id = this.#nextId++;
    this.#setFiles([...this.files, { ...file, id }]);
    return id;
  }

  #find(id: number): ChosenFile | undefined {
    return this.files.find((file) => file.id === id);
  }

  #findDocument(id: string | undefined): Document | undefined {
    return this.#effects.documents().find((document) => document.id === id);
  }

  #change(id: number, changes: Partial<Omit<ChosenFile, 'id'>>): void {
    this.#setFiles(this.files.map((file) => (file.id === id ? { ...file, ...changes } : file)));
  }

  #setFiles(files: readonly ChosenFile[]): void {
    this.files = files;
    this.#effects.onChange();
  }
}
