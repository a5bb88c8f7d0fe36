// Persian, as read in Afghanistan and Iran.

import type { DocumentCheckMessages } from './messages.ts';

export const messages: DocumentCheckMessages = {
  title: 'آیا این سند تأیید شده است؟',
  intro:
    'فایل یک سند را انتخاب کنید. می‌بینید که آیا یک اداره یا سازمان همکار دقیقاً همین فایل را تأیید کرده است.',
  stays:
    'فایل در دستگاه شما می‌ماند. فقط یک کد کوتاه فرستاده می‌شود که از فایل ساخته شده است. هیچ‌کس نمی‌تواند از این کد فایل را بسازد.',
  choose: 'انتخاب فایل',
  chooseAnother: 'بررسی یک فایل دیگر',
  checking: (file) => `${file} بررسی می‌شود …`,
  confirmed: 'این فایل تأیید شده است',
  confirmedBy: ({ verifier, authority, when }) =>
    `${verifier} آن را${authority === undefined ? '' : ` برای ${authority}`} در ${when} تأیید کرد.`,
  takenBack: 'تأیید این فایل پس گرفته شده است',
  takenBackOn: ({ verifier, authority, when, until }) =>
    `${verifier} آن را${authority === undefined ? '' : ` برای ${authority}`} در ${when} تأیید کرد و در ${until} تأیید را پس گرفت.`,
  takenBackMeans: 'این می‌تواند دلیل‌های زیادی داشته باشد. لطفاً پیش از هر تصمیمی از آن‌ها بپرسید.',
  unknown: 'این فایل اینجا شناخته‌شده نیست',
  unknownMeans:
    'این دلیلی بر ضد سند نیست. اینجا فقط همان فایلی شناخته می‌شود که تحویل داده شد. یک عکس تازه، یا نسخه‌ای که دوباره ذخیره شده است، فایل دیگری است.',
  unknownHelp: 'فایل را دقیقاً همان‌طور که تحویل داده شد بخواهید، یا از اداره بپرسید.',
  unsure: 'نتوانستیم این فایل را تأیید کنیم',
  unsureMeans: 'درباره آن چیزی ثبت شده است، اما امضای آن جور نیست. لطفاً از اداره بپرسید.',
  file: 'فایل',
  kind: 'نوع سند',
  portrait: 'عکس چهره',
  signed: 'امضا در این دستگاه بررسی شد.',
  failed: 'نتوانستیم فایل را بررسی کنیم',
  fileGone: 'نتوانستیم فایل را بخوانیم. لطفاً آن را دوباره انتخاب کنید.',
  tryAgain: 'تلاش دوباره',
};
