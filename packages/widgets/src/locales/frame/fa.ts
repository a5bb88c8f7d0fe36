// Persian, as read in Afghanistan and Iran.

import type { FrameMessages } from './messages.ts';

export const messages: FrameMessages = {
  title: 'جدا از این سایت',
  explanation: (host) =>
    `آنچه این‌جا باز می‌شود مستقیم از ${host} می‌آید. این سایت نمی‌تواند ببیند که شما در آن چه می‌نویسید، می‌خوانید یا انتخاب می‌کنید.`,
  open: 'باز کردن',
  opening: 'در حال باز شدن …',
  failedTitle: 'باز نشد',
  failed:
    'اتصال خود را بررسی کنید و دوباره امتحان کنید. اگر باز هم باز نشد، لطفاً به کسانی که این سایت را می‌گردانند خبر بدهید.',
  tryAgain: 'دوباره امتحان کنید',
};
