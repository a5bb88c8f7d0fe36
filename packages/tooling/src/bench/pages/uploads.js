// A page that sends files: with the SDK's upload manager, and as plainly as a browser can.

import { documentsOf } from '@lintas/sdk/documents';
import { createStatusClient } from '@lintas/sdk/status';
import { createUploadManager } from '@lintas/sdk/upload';

/** The documents of the cases that files were sent to. */
let opened = [];

const REQUIREMENT = { kind: 'other', requirementId: 'bench', mediaType: 'application/pdf' };

/** Sends files to a case each; answers milliseconds from the first to the last acknowledgement. */
window.sendWithLintas = async (baseUrl, key, cases, files) => {
  const documents = [];
  for (const { reference, pin } of cases) {
    const session = await createStatusClient({ baseUrl, key }).open({ reference, pin });
    documents.push(documentsOf(session));
  }
  opened = documents;
  const managers = documents.map((each) => createUploadManager({ documents: each }));
  const share = Math.ceil(files.length / managers.length);
  const startedAt = performance.now();
  for (const [index, manager] of managers.entries()) {
    await sendAll(manager, files.slice(index * share, (index + 1) * share));
  }
  return performance.now() - startedAt;
};

function sendAll(manager, files) {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    manager.addEventListener('change', ({ upload }) => {
      if (upload.state === 'sending' && upload.sent === 0) window.readFor ??= performance.now() - startedAt;
      if (upload.state === 'failed') reject(upload.error);
      if (manager.uploads.length === files.length && manager.uploads.every(({ state }) => state === 'sent'))
        resolve();
    });
    for (const file of files) manager.add(file, REQUIREMENT);
  });
}

/** Resolves when the API is done with them, so that what is measured next has the machine for itself. */
window.allChecked = async () => {
  for (const documents of opened) {
    while ((await documents.list()).data.some(({ state }) => state === 'scanning'))
      await new Promise((resolve) => setTimeout(resolve, 500));
  }
};

/** The same number at a time. */
window.sendPlainly = async (url, files) => {
  const startedAt = performance.now();
  const left = [...files];
  const work = async () => {
    for (let file = left.shift(); file; file = left.shift()) await put(url, file);
  };
  await Promise.all([work(), work()]);
  return performance.now() - startedAt;
};

function put(url, file) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('PUT', url);
    xhr.onload = resolve;
    xhr.onerror = reject;
    xhr.send(file);
  });
}

/** Files of a size that all differ, which a browser would read from a disk. */
window.makeFiles = (count, bytes) =>
  Array.from({ length: count }, () => {
    const content = new Uint8Array(bytes);
    for (let start = 0; start < bytes; start += 65536) {
      crypto.getRandomValues(content.subarray(start, start + 65536));
    }
    return new Blob([content]);
  });

/** What the person has chosen. */
window.chosenFiles = () => [...document.querySelector('input').files];
