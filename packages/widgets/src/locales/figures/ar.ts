// Arabic.

import type { FiguresMessages } from './messages.ts';

export const figures: FiguresMessages = {
  public: 'يمكن للجميع قراءة هذه الأرقام. لا يُرسل شيء عنك.',
  show: 'إظهار الأرقام',
  loading: 'جارٍ جلب الأرقام …',
  failed: 'لا يمكن عرض الأرقام',
  tryAgain: 'المحاولة من جديد',
  asTable: 'العرض في جدول',
  asChart: 'العرض في رسم بياني',
  csv: 'تنزيل كل الأرقام (CSV)',
  notPublished: 'غير منشور',
  notPublishedMeans: (threshold) =>
    `العلامة × تعني «غير منشور». وهي لا تعني 0. لا يُنشر الرقم إذا كان عن أقل من ${threshold}، أو إذا كان يكشف رقمًا آخر. وذلك لكي لا يمكن التعرف على أحد.`,
  asOf: (day) => `تاريخ هذه الأرقام: ${day}. الأعداد مقرّبة إلى مضاعفات 5.`,
  meaning: 'ماذا يعني هذا',
};
