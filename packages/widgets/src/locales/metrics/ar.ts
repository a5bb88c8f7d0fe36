// Arabic.

import { figures } from '../figures/ar.ts';
import { pluralIn } from '../plural.ts';
import type { MetricsMessages } from './messages.ts';

const plural = pluralIn('ar');

export const messages: MetricsMessages = {
  ...figures,
  titles: {
    received: 'كم طلبًا يصل',
    completed: 'كم طلبًا ينتهي',
    pending: 'كم طلبًا ينتظر',
    clearance_ratio: 'الطلبات التي تنتهي مقابل كل 100 طلب يصل',
    processing_time: 'كم من الوقت تستغرق الطلبات',
    pending_age: 'كم مضى على الطلبات التي تنتظر',
    within_standard: 'قرارات صدرت خلال المدة الموعودة',
    first_time_right: 'وثائق قُبلت من أول مرة',
    verification_turnaround: 'كم من الوقت يستغرق التحقق من وثيقة',
    unknown: 'أرقام',
  },
  meanings: {
    received: 'الطلبات التي أُرسلت، والطلبات التي انتهت مهلتها ثم فُتحت من جديد.',
    completed: 'الطلبات التي انتهت بقرار، أو سُحبت، أو انتهت مهلتها. مراجعة القرار لا تُحسب مرة أخرى.',
    pending: 'الطلبات التي كانت قد وصلت ولم تنته عند نهاية الفترة.',
    clearance_ratio: 'إذا كان العدد أقل من 100، فالطلبات التي تصل أكثر من التي تنتهي، ويزداد عدد المنتظرين.',
    processing_time:
      'عدد الأيام من يوم وصول الطلب إلى يوم انتهائه، لكل ما انتهى في الفترة. قد يستغرق طلبك وقتًا أطول أو أقصر.',
    pending_age: 'عدد الأيام منذ الوصول، للطلبات التي لم تنته عند نهاية الفترة.',
    within_standard: 'من الطلبات التي حُدّد لها يوم أخير للقرار، الطلبات التي صدر قرارها حتى ذلك اليوم.',
    first_time_right: 'من الوثائق التي سُلّمت، الوثائق التي قُبلت دون نسخة أخرى.',
    verification_turnaround: 'عدد الأيام من يوم وصول الوثيقة إلى اليوم الذي قرر فيه شخص بشأنها أول مرة.',
    unknown: '',
  },
  // A value stands after a colon: there «يومان» is right as it is.
  findings: {
    received: ({ value, period }) => `ما وصل في ${period}: ${value}.`,
    completed: ({ value, period }) => `ما انتهى في ${period}: ${value}.`,
    pending: ({ value, period }) => `ما كان ينتظر في نهاية ${period}: ${value}.`,
    clearance_ratio: ({ number, period }) =>
      `عدد الطلبات التي انتهت في ${period} مقابل كل 100 طلب وصل: ${number}.`,
    processing_time: ({ value, high, period }) =>
      `مدة نصف الطلبات التي انتهت في ${period}: ${value} أو أقل${high === undefined ? '' : `؛ ومدة 8 من كل 10: ${high} أو أقل`}.`,
    pending_age: ({ value, high, period }) =>
      `مدة انتظار نصف الطلبات التي كانت تنتظر في نهاية ${period}: ${value} أو أقل${high === undefined ? '' : `؛ ومدة انتظار 8 من كل 10: ${high} أو أقل`}.`,
    within_standard: ({ number, period }) =>
      `من كل 100 قرار في ${period}، عدد ما صدر خلال المدة الموعودة: ${number}.`,
    first_time_right: ({ number, period }) =>
      `من كل 100 وثيقة، عدد ما قُبل من أول مرة في ${period}: ${number}.`,
    verification_turnaround: ({ value, high, period }) =>
      `مدة القرار بشأن نصف الوثائق في ${period}: ${value} أو أقل${high === undefined ? '' : `؛ وبشأن 8 من كل 10: ${high} أو أقل`}.`,
    unknown: ({ value, period }) => `${period}: ${value}.`,
  },
  before: ({ value, high, period }) =>
    `في ${period}: ${value}${high === undefined ? '' : `؛ 8 من كل 10: ${high}`}.`,
  nothing: 'لم يُنشر شيء عن هذا بعد.',
  nothingFor: (period) => `لم يُنشر شيء عن ${period}.`,
  mostAndLeast: ({ period, most, mostValue, least, leastValue }) =>
    `في ${period}: الأكثر ${most}، ${mostValue}؛ والأقل ${least}، ${leastValue}.`,
  statistics: {
    count: 'العدد',
    ratio: 'مقابل كل 100',
    share: 'في المئة',
    p50: 'النصف خلال',
    p80: '8 من كل 10 خلال',
    p90: '9 من كل 10 خلال',
    unknown: 'رقم',
  },
  clocks: {
    calendar: 'تُحسب كل الأيام.',
    working: 'تُحسب أيام العمل فقط، دون عطلة نهاية الأسبوع والعطل الرسمية.',
    waiting_on_you: 'تُحسب فقط الأيام التي كان المكتب ينتظر فيها صاحب الطلب.',
    unknown: '',
  },
  amounts: {
    cases: (amount, count) =>
      plural(count, {
        one: 'طلب واحد',
        two: 'طلبان',
        few: `${amount} طلبات`,
        many: `${amount} طلبًا`,
        other: `${amount} طلب`,
      }),
    documents: (amount, count) =>
      plural(count, {
        one: 'وثيقة واحدة',
        two: 'وثيقتان',
        few: `${amount} وثائق`,
        other: `${amount} وثيقة`,
      }),
    days: (amount, count) =>
      plural(count, {
        one: 'يوم واحد',
        two: 'يومان',
        few: `${amount} أيام`,
        many: `${amount} يومًا`,
        other: `${amount} يوم`,
      }),
    percent: (amount) => `${amount}%`,
    unknown: (amount) => amount,
  },
  period: 'الفترة',
  choosePeriod: 'النظر في فترة أخرى',
  n: 'من مجموع يقارب',
  about: (n) => `من مجموع يقارب ${n}.`,
  group: 'المجموعة',
  comparedBy: { kind: 'حسب النوع', office: 'حسب المكتب', partner: 'حسب الشريك', unknown: 'مقارنة' },
  bars: 'يصل الشريط إلى النصف، ويصل الخط الرفيع إلى 8 من كل 10.',
  csvOf: (group) => `CSV: ${group}`,
};
