// Persian, as read in Afghanistan and Iran.

import { figures } from '../figures/fa.ts';
import type { MetricsMessages } from './messages.ts';

export const messages: MetricsMessages = {
  ...figures,
  titles: {
    received: 'چند درخواست می‌رسد',
    completed: 'چند درخواست تمام می‌شود',
    pending: 'چند درخواست منتظر است',
    clearance_ratio: 'در برابر هر 100 درخواست رسیده، چند درخواست تمام می‌شود',
    processing_time: 'درخواست‌ها چقدر طول می‌کشد',
    pending_age: 'درخواست‌های منتظر تا حالا چقدر منتظر مانده است',
    within_standard: 'تصمیم در زمان وعده‌شده',
    first_time_right: 'اسنادی که بار اول پذیرفته شد',
    verification_turnaround: 'بررسی یک سند چقدر طول می‌کشد',
    unknown: 'آمار',
  },
  meanings: {
    received: 'درخواست‌هایی که فرستاده شد، و درخواست‌هایی که مهلتشان گذشته بود و دوباره باز شد.',
    completed:
      'درخواست‌هایی که با تصمیم تمام شد، پس گرفته شد، یا مهلتشان گذشت. بررسی دوباره یک تصمیم، دوباره شمرده نمی‌شود.',
    pending: 'درخواست‌هایی که رسیده بود و تا پایان دوره تمام نشده بود.',
    clearance_ratio:
      'وقتی این عدد کمتر از 100 است، درخواست‌ها بیشتر می‌رسد تا تمام شود، و افراد بیشتری منتظر می‌مانند.',
    processing_time:
      'تعداد روزها از روز رسیدن درخواست تا روز تمام شدن آن، برای همه آن‌ها که در این دوره تمام شد. درخواست شما شاید بیشتر یا کمتر طول بکشد.',
    pending_age: 'تعداد روزها از وقت رسیدن، برای درخواست‌هایی که تا پایان دوره تمام نشده بود.',
    within_standard:
      'از درخواست‌هایی که برای تصمیم روز آخر داشت، آن‌ها که تا آن روز درباره‌شان تصمیم گرفته شد.',
    first_time_right: 'از اسنادی که تحویل داده شد، آن‌ها که بدون نسخه دیگر پذیرفته شد.',
    verification_turnaround: 'تعداد روزها از روز رسیدن یک سند تا روزی که کسی اولین بار درباره آن تصمیم گرفت.',
    unknown: '',
  },
  findings: {
    received: ({ value, period }) => `در ${period}، ${value} رسید.`,
    completed: ({ value, period }) => `در ${period}، ${value} تمام شد.`,
    pending: ({ value, period }) => `در پایان ${period}، ${value} منتظر بود.`,
    clearance_ratio: ({ number, period }) =>
      `در ${period}، در برابر هر 100 درخواست رسیده، ${number} درخواست تمام شد.`,
    processing_time: ({ value, high, period }) =>
      `نیمی از درخواست‌هایی که در ${period} تمام شد، ${value} یا کمتر طول کشید${high === undefined ? '' : `. از هر 10 درخواست، 8 درخواست ${high} یا کمتر طول کشید`}.`,
    pending_age: ({ value, high, period }) =>
      `نیمی از درخواست‌هایی که در پایان ${period} منتظر بود، ${value} یا کمتر منتظر مانده بود${high === undefined ? '' : `. از هر 10 درخواست، 8 درخواست ${high} یا کمتر منتظر مانده بود`}.`,
    within_standard: ({ number, period }) =>
      `در ${period}، از هر 100 تصمیم ${number} تصمیم در زمان وعده‌شده گرفته شد.`,
    first_time_right: ({ number, period }) => `در ${period}، از هر 100 سند ${number} سند بار اول پذیرفته شد.`,
    verification_turnaround: ({ value, high, period }) =>
      `در ${period}، درباره نیمی از اسناد در ${value} یا کمتر تصمیم گرفته شد${high === undefined ? '' : `. برای 8 از 10 سند: ${high} یا کمتر`}.`,
    unknown: ({ value, period }) => `${period}: ${value}.`,
  },
  before: ({ value, high, period }) =>
    `در ${period}: ${value}${high === undefined ? '' : `؛ 8 از 10: ${high}`}.`,
  nothing: 'هنوز چیزی در این باره منتشر نشده است.',
  nothingFor: (period) => `برای ${period} چیزی منتشر نشده است.`,
  mostAndLeast: ({ period, most, mostValue, least, leastValue }) =>
    `در ${period}: بیشترین برای ${most}، ${mostValue}؛ کمترین برای ${least}، ${leastValue}.`,
  statistics: {
    count: 'تعداد',
    ratio: 'در برابر هر 100',
    share: 'درصد',
    p50: 'نیمی، حداکثر',
    p80: '8 از 10، حداکثر',
    p90: '9 از 10، حداکثر',
    unknown: 'عدد',
  },
  clocks: {
    calendar: 'همه روزها حساب می‌شود.',
    working: 'فقط روزهای کاری حساب می‌شود، نه آخر هفته‌ها و نه تعطیلات رسمی.',
    waiting_on_you: 'فقط روزهایی حساب می‌شود که اداره منتظر آن شخص بود.',
    unknown: '',
  },
  amounts: {
    cases: (amount) => `${amount} درخواست`,
    documents: (amount) => `${amount} سند`,
    days: (amount) => `${amount} روز`,
    percent: (amount) => `${amount} درصد`,
    unknown: (amount) => amount,
  },
  period: 'دوره',
  choosePeriod: 'دیدن یک دوره دیگر',
  n: 'از حدود',
  about: (n) => `از حدود ${n}.`,
  group: 'گروه',
  comparedBy: {
    kind: 'بر اساس نوع',
    office: 'بر اساس اداره',
    partner: 'بر اساس سازمان همکار',
    unknown: 'مقایسه',
  },
  bars: 'میله تا نیمی از آن‌ها می‌رسد، و خط نازک تا 8 از 10.',
  csvOf: (group) => `CSV: ${group}`,
};
