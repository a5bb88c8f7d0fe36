// Arabic.

import type { DocumentCheckMessages } from './messages.ts';

export const messages: DocumentCheckMessages = {
  title: 'هل تم تأكيد هذه الوثيقة؟',
  intro: 'يرجى اختيار ملف الوثيقة. سيظهر هنا هل أكّد مكتب أو شريك هذا الملف نفسه بالضبط.',
  stays: 'يبقى الملف على جهازك. لا يُرسل إلا رمز قصير مأخوذ منه، ولا يستطيع أحد أن يصنع الملف من الرمز.',
  choose: 'اختيار ملف',
  chooseAnother: 'التحقق من ملف آخر',
  checking: (file) => `جارٍ التحقق من ${file} …`,
  confirmed: 'تم تأكيد هذا الملف',
  confirmedBy: ({ verifier, authority, when }) =>
    `جاء التأكيد من ${verifier}${authority === undefined ? '' : ` لصالح ${authority}`} بتاريخ ${when}.`,
  takenBack: 'سُحب تأكيد هذا الملف',
  takenBackOn: ({ verifier, authority, when, until }) =>
    `جاء التأكيد من ${verifier}${authority === undefined ? '' : ` لصالح ${authority}`} بتاريخ ${when}، ثم سُحب بتاريخ ${until}.`,
  takenBackMeans: 'قد تكون لذلك أسباب كثيرة. يرجى سؤال الجهة نفسها قبل اتخاذ أي قرار.',
  unknown: 'هذا الملف غير معروف هنا',
  unknownMeans:
    'هذا لا يعني شيئًا ضد الوثيقة. المعروف هنا هو الملف نفسه الذي سُلّم، لا غير. الصورة الجديدة ملف آخر، وكذلك النسخة التي حُفظت من جديد.',
  unknownHelp: 'يرجى طلب الملف كما سُلّم تمامًا، أو سؤال المكتب.',
  unsure: 'لم نتمكن من التأكد من هذا الملف',
  unsureMeans: 'هناك سجل عنه، لكن توقيعه لا يتطابق. يرجى سؤال المكتب.',
  file: 'الملف',
  kind: 'نوع الوثيقة',
  portrait: 'صورة شخصية',
  signed: 'تم التحقق من التوقيع على هذا الجهاز.',
  failed: 'لم نتمكن من التحقق من الملف',
  fileGone: 'لم نتمكن من قراءة الملف. يرجى اختياره من جديد.',
  tryAgain: 'المحاولة من جديد',
};
