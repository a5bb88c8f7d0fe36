// Asks about a file. Fetched when a person has chosen one.

import { isLintasError } from '@lintas/sdk';
import { createDocumentsClient, digestOf } from '@lintas/sdk/documents';
import { failureOf } from '../case/failure.ts';
import { tellTrouble } from '../case/page-trouble.ts';
import type { Connection } from '../core/context.ts';
import { throwIfAborted } from '../core/throw-if-aborted.ts';
import { loadDocumentTexts } from '../document-uploader/texts.ts';
import type { CheckState, Confirmation } from './check-state.ts';
import { createSignatureCheck } from './check-signature.ts';

export { loadDocumentTexts };

/**
 * Digests the file on this device and sends the digest.
 *
 * @param connect says where to
 */
export async function checkFile(
  file: File,
  connect: () => Connection,
  signal: AbortSignal,
): Promise<CheckState> {
  try {
    const { api, key } = connect();
    const client = createDocumentsClient({ baseUrl: api, key });
    const sha256 = await digestOf(file, signal);
    const { attestations } = await client.check(sha256, { signal });
    const checkSignature = createSignatureCheck(api, signal);
    const confirmations = await Promise.all(
      attestations.map(async (attestation): Promise<Confirmation> => ({
        attestation,
        signature: await checkSignature(attestation, sha256),
      })),
    );
    return { kind: 'answered', file, confirmations };
  } catch (error) {
    throwIfAborted(signal);
    if (isLintasError(error) && error.code === 'file-changed')
      return { kind: 'failed', file, failure: { kind: 'file' } };
    const failure = tellTrouble(failureOf(error, Date.now()), error);
    return { kind: 'failed', file, failure: failure.kind === 'lookup' ? { kind: 'unavailable' } : failure };
  }
}
