// What a person is told when something did not work.

import { isolate } from '../core/bidi.ts';
import { formatDuration } from '../core/dates.ts';
import type { Failure } from './failure.ts';
import type { Reading } from './reading.ts';

export function failureText(failure: Failure, { messages, reader, now }: Reading): string {
  const texts = messages.errors;
  switch (failure.kind) {
    case 'lookup':
      return texts.lookupFailed;
    case 'wait':
      return texts.tooManyTries(isolate(formatDuration(Math.max(0, failure.until - now), reader)));
    case 'offline':
      return texts.offline;
    case 'unavailable':
      return texts.unavailable;
    case 'misconfigured':
      return texts.misconfigured;
  }
}
