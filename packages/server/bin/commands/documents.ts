// lintas documents

import { openBlobStore } from '../../src/blobs/open.ts';
import { readStoredFiles } from '../../src/documents/stored-files.ts';
import { readCall } from '../call.ts';
import { UsageError, withDatabase, type Command, type Workplace } from '../command.ts';

export const documentsCommand: Command = {
  name: 'documents',
  summary: 'check that every file that was handed in is there',
  help: `Usage: lintas documents verify

Reads every file that a document has, and says of each that is not what was handed in which it is and why, in a line
<document> <original|copy> <why>: CHANGED is a file that somebody changed, or that was sealed with another key; any other
word is what the store says. A copy is what reviewers see. The exit code is 0 when all are whole, and 1 when one is not.`,
  async run([action, ...args]) {
    if (action !== 'verify') throw new UsageError('Say "verify".');
    readCall(args, {});
    return withDatabase(verify);
  },
};

async function verify({ config, database, cryptography }: Workplace): Promise<number> {
  const blobs = await openBlobStore(config.blobs);
  try {
    let whole = 0;
    let faulty = 0;
    for await (const { document, what, fault } of readStoredFiles({ database, blobs, cryptography })) {
      if (fault === undefined) whole += 1;
      else {
        faulty += 1;
        console.log([document, what, fault].join('\t'));
      }
    }
    console.log(`${whole} whole, ${faulty} not`);
    return faulty === 0 ? 0 : 1;
  } finally {
    await blobs.close();
  }
}
