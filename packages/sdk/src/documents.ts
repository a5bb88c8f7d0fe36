// Documents, for a page: which are needed, and whether somebody confirmed a file; and, once a person has opened their
// case, the documents that they handed in, who may see them, and who did. Bytes are sent by `@lintas/sdk/upload`.

import type {
  Access,
  Authenticity,
  Consent,
  ConsentList,
  CreateDocument,
  Document,
  DocumentList,
  DocumentRequirement,
  GiveConsent,
  RequirementsQuery,
} from '@lintas/contract/documents';
import {
  checkAuthenticity,
  consentTextOf,
  createDocument,
  downloadDocument,
  getDocument,
  giveConsent,
  listAccesses,
  listConsents,
  listDocuments,
  listRequirements,
  stepUp,
  withdrawConsent,
  withdrawDocument,
} from '@lintas/contract/documents';
import { callForBytes } from './bytes.ts';
import { carryConnection, connectionOf } from './case-connection.ts';
import { digestOf, fingerprintOf } from './digest.ts';
import { connect, type ClientOptions } from './options.ts';
import { eachEntry } from './pagination.ts';
import type { Abortable, StatusSession } from './status.ts';
import { call, callForNothing, type CallOptions } from './transport.ts';

export { digestOf, fingerprintOf };

/** What anybody may ask. */
export interface DocumentsClient {
  /** Reads which documents a kind of application needs. */
  requirements(query: RequirementsQuery, options?: Abortable): Promise<DocumentRequirement[]>;
  /**
   * Asks who confirmed a file, and when. The file is digested on this device and stays there; only its SHA-256 (64
   * lower-case hex digits, which may be given instead of the file) is sent. No answer about it says anything against it.
   *
   * @throws FileChangedError when the file cannot be read
   */
  check(file: Blob | string, options?: Abortable): Promise<Authenticity>;
}

/** A consent as a page gives it. */
export type ConsentToGive = Omit<GiveConsent, 'textHash'> & {
  /** What the person was shown before they agreed, word for word and in that order. Only its SHA-256 is sent. */
  readonly sentences: readonly string[];
};

/** The documents of a case that a person has opened. */
export interface CaseDocuments {
  /** Reads all documents, and what the kind of application needs. */
  list(options?: Abortable): Promise<DocumentList>;
  /** Reads one document. */
  get(id: string, options?: Abortable): Promise<Document>;
  /**
   * Announces a document before its bytes. An upload manager does that by itself.
   *
   * @throws ProblemError `file-not-taken` with `problem.reason`, or `too-many-documents`.
   */
  create(document: CreateDocument, options?: Abortable): Promise<Document>;
  /** Takes a document back: its bytes are erased. @throws ProblemError `document-in-use` once it was accepted. */
  withdraw(id: string, options?: Abortable): Promise<void>;
  /** Downloads a document. @throws ProblemError `step-up-required` when the code has to be given before. */
  download(id: string, options?: Abortable): Promise<Blob>;
  /** Gives the code once more, to download for five minutes. @throws ProblemError `lookup-failed` for a wrong one. */
  stepUp(pin: string, options?: Abortable): Promise<void>;
  /** Reads which partners may review the documents, and who could be asked. */
  consents(options?: Abortable): Promise<ConsentList>;
  /** Lets a partner review the documents. */
  giveConsent(consent: ConsentToGive, options?: Abortable): Promise<Consent>;
  /** Takes a consent back. */
  withdrawConsent(id: string, options?: Abortable): Promise<void>;
  /** Goes through who opened and read the case, and who did what with its documents, newest first. */
  accesses(options?: Abortable): AsyncIterable<Access>;
}

/** A client that knows only documents, for pages that need no other. */
export function createDocumentsClient(options: ClientOptions): DocumentsClient {
  const connection = connect(options);
  return {
    async requirements(query, { signal } = {}) {
      return (await call(connection, listRequirements, { query }, { signals: [signal] })).data;
    },
    async check(file, { signal } = {}) {
      const sha256 = typeof file === 'string' ? file : await digestOf(file, signal);
      return call(connection, checkAuthenticity, { body: { sha256 } }, { signals: [signal] });
    },
  };
}

/** The documents of an opened case. They end with its session. */
export function documentsOf(session: StatusSession): CaseDocuments {
  const connection = connectionOf(session);
  const within = ({ signal }: Abortable = {}): CallOptions => ({ signals: [connection.end, signal] });
  const documents: CaseDocuments = {
    list: (options) => call(connection, listDocuments, {}, within(options)),
    get: (id, options) => call(connection, getDocument, { params: { id } }, within(options)),
    create: (body, options) => call(connection, createDocument, { body }, within(options)),
    withdraw: (id, options) =>
      callForNothing(connection, withdrawDocument, { params: { id } }, within(options)),
    download: (id, options) =>
      callForBytes(connection, downloadDocument, { params: { id } }, within(options)),
    stepUp: (pin, options) =>
      callForNothing(connection, stepUp, { body: { secret: { kind: 'pin', value: pin } } }, within(options)),
    consents: (options) => call(connection, listConsents, {}, within(options)),
    async giveConsent({ sentences, ...consent }, options) {
      const textHash = await digestOf(new Blob([consentTextOf(sentences)]), options?.signal);
      return call(connection, giveConsent, { body: { ...consent, textHash } }, within(options));
    },
    withdrawConsent: (id, options) =>
      callForNothing(connection, withdrawConsent, { params: { id } }, within(options)),
    accesses: (options) =>
      eachEntry((cursor) => call(connection, listAccesses, { query: { cursor } }, within(options))),
  };
  return carryConnection(documents, connection);
}
