// Reporter of `node --test`: a line for each test that failed and why, to be said again at the end of a long run.

import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { root } from '../processes.ts';

export default async function* listFailed(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    // A suite fails only because a test in it did.
    if (type === 'test:fail' && data.details.type !== 'suite')
      yield `${place(data.file)}: ${data.name} (${reasonOf(data.details.error)})\n`;
    // Files that wait for those before them are among these.
    if (type === 'test:interrupted')
      yield `${place(data.tests[0]?.file)}: was not over when all tests had to be, or one beside it was not\n`;
  }
}

function place(file: string | undefined): string {
  return file === undefined ? '' : relative(root, file);
}

/** In one line. The runner's own error only wraps what the test threw. */
function reasonOf(error: Error): string {
  const { message } = error.cause instanceof Error ? error.cause : error;
  return message.replaceAll(/\s+/g, ' ');
}
