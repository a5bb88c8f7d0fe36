// Persian, as read in Afghanistan and Iran.

import type { FiguresMessages } from './messages.ts';

export const figures: FiguresMessages = {
  public: 'همه می‌توانند این آمار را بخوانند. هیچ چیزی درباره شما فرستاده نمی‌شود.',
  show: 'نشان دادن آمار',
  loading: 'در حال دریافت آمار …',
  failed: 'نتوانستیم آمار را نشان بدهیم',
  tryAgain: 'تلاش دوباره',
  asTable: 'نشان دادن به شکل جدول',
  asChart: 'نشان دادن به شکل نمودار',
  csv: 'دانلود همه آمار (CSV)',
  notPublished: 'منتشر نشده',
  notPublishedMeans: (threshold) =>
    `× یعنی «منتشر نشده». این به معنای 0 نیست. اگر عددی درباره کمتر از ${threshold} باشد، یا عدد دیگری را آشکار کند، نوشته نمی‌شود. پس هیچ‌کس شناخته نمی‌شود.`,
  asOf: (day) => `وضعیت در ${day}. تعدادها به مضرب‌های 5 گرد شده است.`,
  meaning: 'این چه معنا دارد',
};
