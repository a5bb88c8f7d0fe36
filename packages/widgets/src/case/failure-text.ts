// What a person is told when something did not work.

import { isolate } from '../core/bidi.ts';
import { formatDuration } from '../core/dates.ts';
import { isWaiting, type Failure } from './failure.ts';
import type { Reading } from '../core/reading.ts';

export function failureText(failure: Failure, { messages, reader, now }: Reading): string {
  const texts = messages.errors;
  switch (failure.kind) {
    case 'lookup':
      return texts.lookupFailed;
    case 'wait':
      return isWaiting(failure, now)
        ? texts.tooManyTries(isolate(formatDuration(failure.until - now, reader)))
        : texts.waitOver;
    case 'offline':
      return texts.offline;
    case 'unavailable':
      return texts.unavailable;
    case 'misconfigured':
      return texts.misconfigured;
  }
}
