// Arabic.

import type { FrameMessages } from './messages.ts';

export const messages: FrameMessages = {
  title: 'منفصل عن هذا الموقع',
  explanation: (host) =>
    `ما يُفتح هنا يأتي مباشرة من ${host}. لا يستطيع هذا الموقع أن يرى ما تكتبه أو تقرؤه أو تختاره فيه.`,
  open: 'افتح',
  opening: 'جارٍ الفتح …',
  failedTitle: 'لم يُفتح',
  failed: 'تحقق من اتصالك وحاول مرة أخرى. إن لم يُفتح بعد ذلك، فأخبر من فضلك القائمين على هذا الموقع.',
  tryAgain: 'حاول مرة أخرى',
};
