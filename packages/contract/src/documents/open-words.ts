// The words of documents as they are read: every one may be newer than this version.

import { openEnum } from '../core/index.ts';
import type {
  DocumentKind,
  DocumentReason,
  DocumentSide,
  DocumentState,
  MediaType,
  VerificationMethod,
  VerificationResult,
  Verifier,
} from './vocabulary.ts';

export const OpenDocumentKind = openEnum<DocumentKind>();
export const OpenDocumentReason = openEnum<DocumentReason>();
export const OpenDocumentSide = openEnum<DocumentSide>();
export const OpenDocumentState = openEnum<DocumentState>();
export const OpenMediaType = openEnum<MediaType>();
export const OpenVerificationMethod = openEnum<VerificationMethod>();
export const OpenVerificationResult = openEnum<VerificationResult>();
export const OpenVerifier = openEnum<Verifier>();
