// What a person is told of an upload beside its progress.

import type { Upload } from '@lintas/sdk/upload';
import { textFor } from '../locales/messages.ts';
import type { DocumentReading } from './document-reading.ts';

/** Whether there is no progress to show. */
export function isAtRest({ state }: Upload): boolean {
  return state === 'sent' || state === 'failed' || state === 'cancelled';
}

/** Where it stands, unless the progress says that already. */
export function standing(upload: Upload, reading: DocumentReading): string | undefined {
  const { sending } = reading.texts;
  switch (upload.state) {
    case 'queued':
    case 'reading':
      return sending.queued;
    case 'elsewhere':
      return sending.elsewhere;
    case 'waiting':
    case 'needs-session':
      return waitingText(upload, reading);
    case 'paused':
      return sending.paused;
    case 'sent':
      return sending.arrived;
    case 'failed':
      return problemOf(upload, reading);
    default:
      return undefined;
  }
}

/** Whether the same file can be sent with another try. */
export function maySucceed(upload: Upload): boolean {
  const isHopeless = ['file-changed', 'file-not-taken', 'upload-gone'].includes(upload.error?.code ?? '');
  return !isHopeless && replacingRefusal(upload) === undefined;
}

/**
 * Why a file must not take the place of the document that it was to replace: that one was accepted (`document_in_use`),
 * or is gone. `undefined` where it may, or something else is wrong.
 */
export function replacingRefusal({ error }: Upload): 'document_in_use' | 'unknown_document' | undefined {
  const codes = error?.problem?.errors?.map(({ code }) => code) ?? [];
  return REFUSALS.find((refusal) => codes.includes(refusal));
}

const REFUSALS = ['document_in_use', 'unknown_document'] as const;

/** Why it failed, and what helps. */
export function problemOf(upload: Upload, { texts }: Pick<DocumentReading, 'texts'>): string {
  if (replacingRefusal(upload) === 'document_in_use') return texts.sending.acceptedMeanwhile;
  const { error } = upload;
  switch (error?.code) {
    case 'file-changed':
      return texts.sending.fileChanged;
    case 'too-many-documents':
      return texts.sending.tooMany;
    case 'storage-full':
      return texts.sending.storageFull;
    case 'file-not-taken':
      return `${texts.sending.failed} ${textFor(texts.reasons, error.problem?.reason ?? 'unknown')}`;
    case 'upload-gone':
      return `${texts.sending.failed} ${texts.nextSteps.uploading}`;
    default:
      return texts.sending.failed;
  }
}

function waitingText({ error }: Upload, { texts: { sending } }: DocumentReading): string {
  if (error?.code === 'network' || error?.code === 'timeout') return sending.offline;
  return error?.code === 'unexpected-answer' && wantsLogin(error.status) ? sending.signIn : sending.waiting;
}

/** A public network answers in the API's place with its own page, or as RFC 6585, section 6 says; a broken gateway fails. */
function wantsLogin(status = 200): boolean {
  return status < 400 || status === 511;
}
