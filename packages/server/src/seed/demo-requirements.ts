// What the demonstration's authority asks for. Invented like the rest of it, but as kind as a real list should be:
// every paper says why, and what does instead.

import {
  APPLICATION_KINDS,
  type ApplicationKind,
  type DocumentRequirementInput,
  type I18nTextInput,
} from '@lintas/contract';
import { inAll, TASKS } from './texts.ts';

const MIB = 1024 * 1024;

type Paper = Omit<DocumentRequirementInput, 'id' | 'kind'>;

const PHOTO: Paper = {
  documentKind: 'photo',
  title: inAll('Foto Anda', 'A photo of you', 'عکس شما', 'صورتك الشخصية'),
  why: inAll(
    'Foto dicetak pada dokumen Anda dan membantu petugas mengenali Anda.',
    'It is printed on your document and helps officers to know you.',
    'روی سند شما چاپ می‌شود و به کارمندان کمک می‌کند شما را بشناسند.',
    'تُطبع على وثيقتك وتساعد الموظفين على التعرف عليك.',
  ),
  required: true,
  accept: ['image/jpeg', 'image/png', 'image/webp', 'image/heic'],
  maxBytes: 10 * MIB,
  minPixels: 480,
  sides: 1,
  translation: false,
  certified: false,
  alternatives: [],
};

const IDENTITY: Paper = {
  documentKind: 'passport',
  title: inAll(
    'Halaman identitas paspor Anda',
    'The identity page of your passport',
    'صفحه مشخصات پاسپورت شما',
    'صفحة البيانات في جواز سفرك',
  ),
  why: inAll(
    'Kami perlu tahu siapa yang mengajukan permohonan.',
    'We need to know who the application is for.',
    'باید بدانیم درخواست برای چه کسی است.',
    'نحتاج إلى معرفة لمن هذا الطلب.',
  ),
  required: true,
  accept: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'],
  maxBytes: 15 * MIB,
  minPixels: 600,
  maxPages: 4,
  sides: 1,
  translation: false,
  certified: false,
  alternatives: ['travel_document', 'unhcr_card', 'national_id', 'birth_certificate', 'affidavit'],
};

const UNHCR_CARD: Paper = {
  ...IDENTITY,
  documentKind: 'unhcr_card',
  title: inAll(
    'Kartu UNHCR, depan dan belakang',
    'UNHCR card, front and back',
    'کارت UNHCR، رو و پشت',
    'بطاقة المفوضية (UNHCR)، الوجه الأمامي والخلفي',
  ),
  why: inAll(
    'Kartu ini menunjukkan bahwa Anda sudah terdaftar. Belum punya? Anda tetap bisa melanjutkan.',
    'It shows that you are registered. If you do not have one yet, you can still go on.',
    'نشان می‌دهد که ثبت شده‌اید. اگر هنوز ندارید، باز هم می‌توانید ادامه بدهید.',
    'تُظهر أنك مسجَّل. إن لم تكن لديك بعد، يمكنك المتابعة مع ذلك.',
  ),
  required: false,
  sides: 2,
  conditions: inAll('Jika Anda sudah memilikinya', 'If you have one', 'اگر دارید', 'إن كانت لديك'),
  alternatives: [],
};

const SPONSOR: Paper = {
  documentKind: 'sponsor_letter',
  title: inAll(
    'Surat penjamin yang ditandatangani',
    'The signed letter of your sponsor',
    'نامه امضاشده ضامن شما',
    'رسالة كفيلك الموقّعة',
  ),
  why: inAll(
    'Penjamin menyatakan bahwa Anda tinggal dan bekerja bersama mereka.',
    'Your sponsor says in it that you live and work with them.',
    'ضامن شما در آن می‌گوید که نزد او زندگی و کار می‌کنید.',
    'يذكر كفيلك فيها أنك تعيش وتعمل عنده.',
  ),
  required: true,
  accept: ['application/pdf', 'image/jpeg', 'image/png'],
  maxBytes: 15 * MIB,
  maxPages: 10,
  sides: 1,
  translation: true,
  certified: false,
  conditions: inAll(
    'Jika Anda punya penjamin',
    'If you have a sponsor',
    'اگر ضامن دارید',
    'إن كان لديك كفيل',
  ),
  alternatives: ['employment', 'school'],
};

const FAMILY: Paper = {
  documentKind: 'birth_certificate',
  title: inAll('Akta kelahiran', 'Birth certificate', 'گواهی تولد', 'شهادة الميلاد'),
  why: inAll(
    'Akta menunjukkan hubungan keluarga Anda.',
    'It shows how your family belongs together.',
    'نشان می‌دهد اعضای خانواده شما چه نسبتی با هم دارند.',
    'تُظهر صلة القرابة بين أفراد عائلتك.',
  ),
  required: true,
  accept: ['application/pdf', 'image/jpeg', 'image/png', 'image/heic'],
  maxBytes: 15 * MIB,
  maxPages: 6,
  sides: 1,
  translation: true,
  certified: true,
  alternatives: ['family_card', 'affidavit', 'court'],
};

const WITH_SPONSOR: readonly ApplicationKind[] = [
  'visa_limited_stay',
  'stay_limited',
  'stay_permanent',
  'status_conversion',
  'work_linked_permit',
];
const WITH_FAMILY: readonly ApplicationKind[] = [
  'affidavit',
  'dual_child_registration',
  'naturalisation',
  'citizenship_choice',
  'family_link',
];
const OF_REFUGEES: readonly ApplicationKind[] = ['refugee_registration', 'rsd', 'resettlement'];

/** Names of the papers within a kind of application. */
export type PaperName = 'identity' | 'photo' | 'unhcr-card' | 'sponsor' | 'family';

/** The id of a requirement: the same paper is another requirement for another kind of application. */
export function requirementId(kind: ApplicationKind, paper: PaperName): string {
  return `${kind}-${paper}`;
}

export const DEMO_REQUIREMENTS: readonly DocumentRequirementInput[] = APPLICATION_KINDS.flatMap((kind) =>
  papersFor(kind).map(([name, paper]) => ({ ...paper, id: requirementId(kind, name), kind })),
);

function papersFor(kind: ApplicationKind): readonly (readonly [PaperName, Paper])[] {
  // Whatever else helps may always be added.
  if (kind === 'complaint' || kind === 'other') return [];
  return [
    ['identity', IDENTITY],
    ['photo', PHOTO],
    ...(OF_REFUGEES.includes(kind) ? ([['unhcr-card', UNHCR_CARD]] as const) : []),
    ...(WITH_SPONSOR.includes(kind) ? ([['sponsor', SPONSOR]] as const) : []),
    ...(WITH_FAMILY.includes(kind) ? ([['family', FAMILY]] as const) : []),
  ];
}

/** The paper that a task of the demonstration asks for. */
export function paperOf(title: I18nTextInput): PaperName | undefined {
  if (title === TASKS.passportCopy) return 'identity';
  if (title === TASKS.photo) return 'photo';
  return title === TASKS.sponsorLetter ? 'sponsor' : undefined;
}
