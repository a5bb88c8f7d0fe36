// What each event is called in Persian and Arabic: written by a machine, and not yet checked by anybody who knows the
// languages. They are sent as that, and stand beside a checked text wherever people read them.

import type { EventCode } from './vocabulary.ts';

/** Short name of every event: Persian, as read in Afghanistan and Iran, then Arabic. */
export const UNCHECKED_EVENT_NAMES: Readonly<Record<EventCode, readonly [fa: string, ar: string]>> = {
  application_drafted: ['درخواست شما شروع شد.', 'بدأ إعداد طلبك.'],
  application_submitted: ['درخواست شما فرستاده شد.', 'أُرسل طلبك.'],
  payment_requested: ['از شما یک پرداخت خواسته شد.', 'طُلب دفع مبلغ.'],
  payment_confirmed: ['پرداخت شما رسید.', 'وصلت دفعتك.'],
  returned_incomplete: ['درخواست شما به شما برگشت، چون چیزی کم است.', 'عاد إليك طلبك لأن هناك شيئًا ناقصًا.'],
  sent_again: ['درخواست شما دوباره فرستاده شد.', 'أُرسل طلبك من جديد.'],
  accepted_for_processing: ['درخواست شما کامل است.', 'طلبك مكتمل.'],
  review_started: ['یک کارمند بررسی درخواست شما را شروع کرد.', 'بدأ موظف دراسة طلبك.'],
  something_needed: ['چیزی از شما خواستیم.', 'طلبنا منك شيئًا.'],
  answer_received: ['آنچه فرستادید، رسید.', 'وصل ما أرسلته.'],
  document_received: ['سند شما رسید.', 'وصلت وثيقتك.'],
  document_better_copy_needed: [
    'نسخه بهتری از یک سند لازم داریم. این جواب منفی نیست.',
    'نحتاج إلى نسخة أفضل من إحدى الوثائق. هذا ليس رفضًا.',
  ],
  document_accepted: ['یک سند پذیرفته شد.', 'قُبلت إحدى الوثائق.'],
  document_not_accepted: [
    'یک سند پذیرفته نشد. می‌توانید یک سند دیگر تحویل بدهید.',
    'لم تُقبل إحدى الوثائق. يمكنك تسليم وثيقة أخرى.',
  ],
  document_taken_back: ['شما یک سند را پس گرفتید.', 'سُحبت إحدى الوثائق بناءً على رغبتك.'],
  appointment_made: ['یک وقت ملاقات تعیین شد.', 'حُدّد موعد.'],
  appointment_changed: ['وقت ملاقات شما تغییر کرد.', 'تغيّر موعدك.'],
  appointment_attended: ['شما به ملاقات خود آمدید.', 'حضرت إلى موعدك.'],
  other_office_asked: ['از یک اداره دیگر پرسیدیم.', 'سألنا مكتبًا آخر.'],
  other_office_answered: ['اداره دیگر جواب داد.', 'ردّ المكتب الآخر.'],
  paused: ['کار درخواست شما فعلاً متوقف شد.', 'توقف طلبك مؤقتًا.'],
  resumed: ['کار درخواست شما ادامه دارد.', 'يستمر العمل على طلبك.'],
  checks_finished: ['همه بررسی‌ها تمام شد.', 'اكتملت كل خطوات التحقق.'],
  sent_back_for_checks: [
    'یک مرحله به عقب برگشتیم تا دوباره بررسی کنیم.',
    'عدنا خطوة إلى الوراء للتحقق من جديد.',
  ],
  decision_made: ['تصمیم گرفته شد.', 'صدر قرار.'],
  document_ready: ['سند شما آماده است.', 'وثيقتك جاهزة.'],
  document_handed_over: ['سند شما تحویل داده شد.', 'تم تسليم وثيقتك.'],
  finished: ['کار درخواست شما تمام شد.', 'تم إنجاز طلبك.'],
  review_requested: ['خواسته شد که تصمیم دوباره بررسی شود.', 'طُلبت مراجعة القرار.'],
  review_started_again: ['پرونده شما دوباره بررسی می‌شود.', 'يجري النظر في طلبك من جديد.'],
  moved_to_other_office: ['پرونده شما به یک اداره دیگر فرستاده شد.', 'انتقل طلبك إلى مكتب آخر.'],
  arrived_at_other_office: ['پرونده شما به اداره دیگر رسید.', 'وصل طلبك إلى المكتب الآخر.'],
  deadline_passed: ['یک مهلت گذشت.', 'انتهت إحدى المهل.'],
  reopened: ['درخواست شما دوباره باز شد.', 'أُعيد فتح طلبك.'],
  withdrawn: ['درخواست شما به خواست خودتان متوقف شد.', 'توقف طلبك بناءً على رغبتك.'],
  checks_updated: ['خبری درباره یک بررسی هست.', 'هناك خبر عن إحدى خطوات التحقق.'],
  tasks_updated: ['فهرست کارهای شما تغییر کرد.', 'تغيّرت قائمة الأشياء المطلوبة منك.'],
  estimate_updated: ['زمان احتمالی تغییر کرد.', 'تغيّرت المدة المتوقعة.'],
  note_for_partners: ['یادداشتی برای سازمان‌های همکار.', 'ملاحظة للمنظمات الشريكة.'],
  corrected: ['یک مورد قبلی اصلاح شد.', 'تم تصحيح ما سُجّل من قبل.'],
};
