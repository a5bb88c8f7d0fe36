// Calls of the documents capability that are still being built. Each line of handlers.ts that names this goes when its
// own handler comes.

import { Refusal } from '../http/problems.ts';

export const pending = {
  for: 'bytes',
  answer: (): Promise<never> => Promise.reject(new Refusal('unavailable')),
} as const;
