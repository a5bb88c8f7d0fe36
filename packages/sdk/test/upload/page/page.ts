// A partner's page in a frame of its own, so that a test can reload it, close it, and have two of it.

import { documentsOf } from '@lintas/sdk/documents';
import { createStatusClient } from '@lintas/sdk/status';
import { createUploadManager, type Upload, type UploadManager } from '@lintas/sdk/upload';
import type { Document } from '@lintas/contract/documents';

export interface Entry {
  readonly url: string;
  readonly key: string;
  readonly reference: string;
  readonly pin: string;
}

/** What the frame lets a test do. */
export interface UploadPage {
  readonly manager: UploadManager;
  add(bytes: ArrayBuffer, name: string): Upload;
  documents(): Promise<readonly Document[]>;
}

declare global {
  interface Window {
    openPage?: (entry: Entry, remember: boolean) => Promise<UploadPage>;
  }
}

window.openPage = async ({ url, key, reference, pin }, remember) => {
  const timing = { firstBackoff: 20, maxBackoff: 200 };
  const session = await createStatusClient({ baseUrl: url, key, timing }).open({ reference, pin });
  const documents = documentsOf(session);
  const manager = createUploadManager({ documents, remember });
  return {
    manager,
    add: (bytes, name) =>
      manager.add(new File([bytes], name, { type: 'application/pdf' }), { kind: 'other', fileName: name }),
    documents: async () => (await documents.list()).data,
  };
};
