// A server that looks into a file which takes minutes, until it is killed.
//   node look-into-slow-file.ts <folder>

import { Readable } from 'node:stream';
import { createInspector } from '../../../src/node/inspection/inspector.ts';
import { slow } from './tangled-pdfs.ts';

const type = 'application/pdf';
const announced = { mediaType: type, limits: { accept: [type], maxBytes: 100_000_000 } };
console.log('looking');
await createInspector({ seconds: 600, processorSeconds: 600, mebibytes: 1024 }, process.argv[2]).inspect(
  Readable.from([slow()]),
  announced,
  async () => {},
);
