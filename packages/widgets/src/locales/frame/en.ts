// English.

import type { FrameMessages } from './messages.ts';

export const messages: FrameMessages = {
  title: 'Kept apart from this website',
  explanation: (host) =>
    `What opens here comes straight from ${host}. This website cannot see what you type, read or choose in it.`,
  open: 'Open',
  opening: 'Opening …',
  failedTitle: 'It did not open',
  failed:
    'Check your connection and try again. If it still does not open, please tell the people who look after this website.',
  tryAgain: 'Try again',
};
