// Asks about a file. Fetched when a person has chosen one.

import { isLintasError } from '@lintas/sdk';
import { createDocumentsClient, digestOf } from '@lintas/sdk/documents';
import { failureOf } from '../case/failure.ts';
import type { Connection } from '../core/context.ts';
import { loadDocumentTexts } from '../document-uploader/texts.ts';
import type { CheckState, Confirmation } from './check-state.ts';
import { createVerifier } from './verify-statement.ts';

export { loadDocumentTexts };

/** Digests the file on this device and sends the digest. */
export async function checkFile(
  file: File,
  connection: Connection,
  signal: AbortSignal,
): Promise<CheckState> {
  try {
    const sha256 = await digestOf(file, signal);
    const client = createDocumentsClient({ baseUrl: connection.api, key: connection.key });
    const { attestations } = await client.check(sha256, { signal });
    const verify = createVerifier(connection.api, signal);
    const confirmations = await Promise.all(
      attestations.map(async (attestation): Promise<Confirmation> => ({
        attestation,
        signature: await verify(attestation, sha256),
      })),
    );
    return { kind: 'answered', file, confirmations };
  } catch (error) {
    signal.throwIfAborted();
    if (isLintasError(error) && error.code === 'file-changed')
      return { kind: 'failed', file, failure: { kind: 'file' } };
    const failure = failureOf(error, Date.now());
    return { kind: 'failed', file, failure: failure.kind === 'lookup' ? { kind: 'unavailable' } : failure };
  }
}
