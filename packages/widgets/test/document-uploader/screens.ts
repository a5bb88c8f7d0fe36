// Every screen of the opened documents, made from data: also those that take a long time, a bad network or a newer API
// to come about.

import type { Document, DocumentList, DocumentRequirement } from '@lintas/contract/documents';
import type { Upload } from '@lintas/sdk/upload';
import {
  FileChangedError,
  NetworkError,
  ProblemError,
  UnexpectedAnswerError,
  type LintasError,
} from '@lintas/sdk';
import type { ChosenFile, Stage } from '../../src/document-uploader/chosen-file.ts';
import type { OpenedDocuments } from '../../src/document-uploader/opened-documents.ts';
import type { PreparedFile } from '../../src/document-uploader/prepare/prepared-file.ts';
import { refusedReplacement } from './refused-replacement.ts';

const text = (en: string, id: string) => ({
  en: { text: en, reviewed: 'peer' as const },
  id: { text: id, reviewed: 'peer' as const },
});

export function requirement(changes: Partial<DocumentRequirement> = {}): DocumentRequirement {
  return {
    id: 'passport',
    kind: 'stay_limited',
    documentKind: 'passport',
    title: text('The identity page of your passport', 'Halaman identitas paspor Anda'),
    why: text(
      'We need to know who the application is for.',
      'Kami perlu tahu siapa yang mengajukan permohonan.',
    ),
    required: true,
    accept: ['image/jpeg', 'image/png', 'image/heic', 'application/pdf'],
    maxBytes: 15 * 1024 * 1024,
    minPixels: 600,
    sides: 1,
    translation: false,
    certified: false,
    exampleUrl: 'https://example.org/example',
    alternatives: ['unhcr_card', 'birth_certificate'],
    ...changes,
  };
}

const CARD = requirement({
  id: 'card',
  documentKind: 'unhcr_card',
  title: text('UNHCR card, front and back', 'Kartu UNHCR, depan dan belakang'),
  why: text('It shows that you are registered.', 'Kartu ini menunjukkan bahwa Anda sudah terdaftar.'),
  required: false,
  sides: 2,
  conditions: text('If you have one', 'Jika Anda sudah memilikinya'),
  alternatives: [],
});

const LETTER = requirement({
  id: 'letter',
  documentKind: 'sponsor_letter',
  title: text('The signed letter of your sponsor', 'Surat penjamin yang ditandatangani'),
  why: text(
    'Your sponsor says in it that you live with them.',
    'Penjamin menyatakan bahwa Anda tinggal bersama mereka.',
  ),
  accept: ['application/pdf', 'image/jpeg'],
  maxPages: 10,
  translation: true,
  certified: true,
  alternatives: [],
});

export function document(changes: Partial<Document> = {}): Document {
  return {
    id: 'd1',
    requirementId: 'passport',
    kind: 'passport',
    side: 'whole',
    fileName: 'IMG_20261124_0741.jpg',
    mediaType: 'image/jpeg',
    bytes: 2_400_000,
    offset: 2_400_000,
    state: 'received',
    createdAt: '2026-11-24T07:38:00Z',
    receivedAt: '2026-11-24T07:40:00Z',
    verifications: [],
    ...changes,
  };
}

const ignore = (): void => {};

export function upload(changes: Partial<Upload> = {}): Upload {
  return {
    state: 'sending',
    bytes: 5_200_000,
    sent: 2_100_000,
    secondsLeft: 21,
    error: undefined,
    documentId: undefined,
    remembered: false,
    pause: ignore,
    resume: ignore,
    cancel: () => Promise.resolve(),
    ...changes,
  };
}

function preview(): HTMLCanvasElement | undefined {
  // The data is also used where there is no page.
  if (typeof globalThis.document === 'undefined') return undefined;
  const canvas = globalThis.document.createElement('canvas');
  canvas.width = 120;
  canvas.height = 84;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.fillStyle = '#c9bfae';
  context.fillRect(0, 0, 120, 84);
  context.fillStyle = '#f4efe6';
  context.fillRect(14, 10, 92, 64);
  context.fillStyle = '#7a8894';
  context.fillRect(20, 18, 24, 30);
  for (const [x, y, width] of [
    [50, 20, 46],
    [50, 29, 36],
    [50, 38, 42],
    [20, 58, 78],
    [20, 65, 78],
  ] as const) {
    context.fillRect(x, y, width, 3);
  }
  return canvas;
}

function prepared(changes: Partial<PreparedFile> = {}): PreparedFile {
  const file = new Blob(['x']);
  return {
    file,
    mediaType: 'image/jpeg',
    changes: [],
    warnings: [],
    problems: [],
    preview: preview(),
    ...changes,
  };
}

function chosen(stage: Stage, changes: Partial<ChosenFile> = {}): ChosenFile {
  return {
    id: 1,
    file: new File(['x'], 'IMG_20261124_0741.jpg'),
    target: { requirementId: 'passport', kind: 'passport', side: 'whole' },
    stage,
    prepared: prepared(),
    ...changes,
  };
}

const list = (
  data: readonly Document[] = [],
  requirements = [requirement(), CARD, LETTER],
): DocumentList => ({
  data: [...data],
  page: { next: null },
  requirements,
});

type Changes = Partial<OpenedDocuments['store'] & OpenedDocuments['outbox']> &
  Partial<Pick<OpenedDocuments, 'asked' | 'disabled' | 'missing' | 'surplus'>>;

function screen({
  asked = true,
  disabled = false,
  missing,
  surplus,
  ...changes
}: Changes = {}): OpenedDocuments {
  return {
    store: { list: list(), unreadable: false, removal: undefined, ...changes },
    outbox: { files: [], goneOn: 'no', remember: false, previews: new Map(), ...changes },
    kinds: new Map(),
    asked,
    disabled,
    missing,
    surplus,
  };
}

const withDocuments = (...data: readonly Document[]): OpenedDocuments => screen({ list: list(data) });
const withFile = (stage: Stage, changes?: Partial<ChosenFile>): OpenedDocuments =>
  screen({ files: [chosen(stage, changes)] });
const withUpload = (changes: Partial<Upload>): OpenedDocuments =>
  withFile({ kind: 'sending', upload: upload(changes) });

/** Sending has failed, and no further try is made by itself. */
const failed = (error: LintasError): OpenedDocuments => withUpload({ state: 'failed', error });

/** What only a newer API sends. */
export const UNKNOWN: OpenedDocuments = screen({
  list: list(
    [
      document({
        requirementId: 'moon',
        kind: 'moon_pass',
        state: 'orbiting',
        reason: 'stars',
        mediaType: 'x/holo',
      }),
    ],
    [requirement({ documentKind: 'moon_pass', accept: ['x/holo'], alternatives: ['star_pass'] })],
  ),
});

export const SCREENS: Readonly<Record<string, OpenedDocuments>> = {
  'nothing yet': screen(),
  reading: screen({ list: undefined }),
  'not readable': screen({ list: undefined, unreadable: true }),
  'looking at a file': withFile({ kind: 'preparing' }, { prepared: undefined }),
  'a file that cannot be sent': withFile({ kind: 'blocked', problems: ['too_small', 'encrypted'] }),
  'a file that is doubtful': withFile({ kind: 'doubtful', doubts: ['same_file', 'blurred', 'glare'] }),
  sending: withFile(
    { kind: 'sending', upload: upload() },
    { prepared: prepared({ changes: ['location_removed', 'scaled_down'] }) },
  ),
  'sent to the last byte': withUpload({ sent: 5_200_000, secondsLeft: 0 }),
  'waiting its turn': withUpload({ state: 'queued', sent: 0 }),
  'about to be sent': withUpload({ state: 'reading', sent: 0 }),
  paused: withUpload({ state: 'paused' }),
  offline: withUpload({ state: 'waiting', error: new NetworkError() }),
  'on a network that wants a login': withUpload({
    state: 'waiting',
    error: new UnexpectedAnswerError('A page came.', { status: 200 }),
  }),
  'on a gateway that is broken': withUpload({
    state: 'waiting',
    error: new UnexpectedAnswerError('A page came.', { status: 502 }),
  }),
  'waiting for a service that is busy': withUpload({
    state: 'waiting',
    error: new ProblemError('rate-limited', 'busy', { status: 429 }),
  }),
  'waiting for a session': withUpload({ state: 'needs-session' }),
  'in another tab': withUpload({ state: 'elsewhere' }),
  'no room for it': failed(new ProblemError('storage-full', 'full')),
  'too many of them': failed(new ProblemError('too-many-documents', 'too many')),
  'a file that has changed': failed(new FileChangedError()),
  'a file that was not taken': failed(
    new ProblemError('file-not-taken', 'not taken', {
      problem: {
        type: 'urn:lintas:problem:file-not-taken',
        title: 'not taken',
        status: 409,
        reason: 'encrypted',
      },
    }),
  ),
  'a file for a paper that was accepted meanwhile': failed(refusedReplacement('document_in_use')),
  'an upload that was given up': failed(new ProblemError('upload-gone', 'gone')),
  'sending failed': failed(new ProblemError('forbidden', 'no')),
  arrived: withUpload({ state: 'sent', sent: 5_200_000 }),
  checking: withDocuments(document({ state: 'scanning' })),
  'received and accepted': screen({
    list: list([
      document(),
      document({ id: 'd2', requirementId: 'card', kind: 'unhcr_card', side: 'front', state: 'accepted' }),
      document({
        id: 'd3',
        requirementId: 'letter',
        mediaType: 'application/pdf',
        pages: 3,
        fileName: 'surat.pdf',
      }),
      document({ id: 'd4', requirementId: undefined, kind: 'other', state: 'scanning' }),
    ]),
    previews: new Map(
      Object.entries({ d1: preview() }).flatMap(([id, canvas]) => (canvas ? [[id, canvas]] : [])),
    ),
  }),
  'a better copy is needed': withDocuments(document({ state: 'needs_better_copy', reason: 'blurred' })),
  'not accepted': withDocuments(document({ state: 'rejected', reason: 'could_not_confirm' })),
  'asked before it is removed': screen({ list: list([document()]), removal: { id: 'd1', failed: true } }),
  'more files than fit': screen({ surplus: { place: '0-whole', taken: 1 } }),
  'nothing asked for': screen({ asked: false }),
  'announced and not begun': withDocuments(document({ state: 'queued', offset: 0 })),
  'never finished': withDocuments(document({ state: 'expired', offset: 900_000 })),
  'something unfinished': withDocuments(document({ state: 'uploading', offset: 900_000 })),
  'nothing was kept': screen({ list: list([document({ state: 'uploading' })]), goneOn: 'nothing-kept' }),
  'something is missing': screen({
    missing: 'We still need: The identity page of your passport.',
    remember: true,
  }),
  disabled: screen({ list: list([document()]), disabled: true }),
  'values of a newer API': UNKNOWN,
};
