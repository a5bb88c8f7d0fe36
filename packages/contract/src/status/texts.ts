// What each event is called, in the languages of the server. The API sends these texts with the events,
// so that a widget can show an event that was added after it was embedded.

import type { I18nText } from '../core/index.ts';
import { UNCHECKED_EVENT_NAMES } from './unchecked-texts.ts';
import type { EventCode } from './vocabulary.ts';

/** Short name of every event: English, then Indonesian. */
const EVENT_NAMES: Readonly<Record<EventCode, readonly [en: string, id: string]>> = {
  application_drafted: ['Your application was started.', 'Permohonan Anda mulai disusun.'],
  application_submitted: ['Your application was sent.', 'Permohonan Anda sudah dikirim.'],
  payment_requested: ['A payment was asked for.', 'Ada pembayaran yang diminta.'],
  payment_confirmed: ['Your payment has arrived.', 'Pembayaran Anda sudah masuk.'],
  returned_incomplete: [
    'Your application came back to you because something is missing.',
    'Permohonan Anda dikembalikan karena ada yang belum lengkap.',
  ],
  sent_again: ['Your application was sent again.', 'Permohonan Anda sudah dikirim kembali.'],
  accepted_for_processing: ['Your application is complete.', 'Permohonan Anda lengkap.'],
  review_started: ['An officer began to check your application.', 'Petugas mulai memeriksa permohonan Anda.'],
  something_needed: ['We asked you for something.', 'Kami meminta sesuatu dari Anda.'],
  answer_received: ['What you sent has arrived.', 'Kiriman Anda sudah kami terima.'],
  document_received: ['Your document has arrived.', 'Dokumen Anda sudah kami terima.'],
  document_better_copy_needed: [
    'We need a better copy of a document. This is not a refusal.',
    'Kami perlu salinan dokumen yang lebih baik. Ini bukan penolakan.',
  ],
  document_accepted: ['A document was accepted.', 'Satu dokumen sudah diterima dengan baik.'],
  document_not_accepted: [
    'A document was not accepted. You can hand in another one.',
    'Satu dokumen tidak dapat kami terima. Anda bisa menyerahkan yang lain.',
  ],
  document_taken_back: ['You took a document back.', 'Anda menarik kembali satu dokumen.'],
  appointment_made: ['An appointment was made.', 'Janji temu sudah dibuat.'],
  appointment_changed: ['Your appointment was changed.', 'Janji temu Anda diubah.'],
  appointment_attended: ['You came to your appointment.', 'Anda sudah datang ke janji temu.'],
  other_office_asked: ['We asked another office.', 'Kami bertanya kepada kantor lain.'],
  other_office_answered: ['The other office has answered.', 'Kantor lain sudah menjawab.'],
  paused: ['Your application was paused.', 'Permohonan Anda dijeda.'],
  resumed: ['Work on your application goes on.', 'Permohonan Anda dilanjutkan.'],
  checks_finished: ['All checks are finished.', 'Semua pemeriksaan selesai.'],
  sent_back_for_checks: [
    'We went back one step to check again.',
    'Kami kembali satu langkah untuk memeriksa lagi.',
  ],
  decision_made: ['A decision was made.', 'Keputusan sudah dibuat.'],
  document_ready: ['Your document is ready.', 'Dokumen Anda sudah siap.'],
  document_handed_over: ['Your document was handed over.', 'Dokumen Anda sudah diserahkan.'],
  finished: ['Your application is finished.', 'Permohonan Anda selesai.'],
  review_requested: ['A review of the decision was asked for.', 'Peninjauan keputusan sudah diminta.'],
  review_started_again: ['Your case is being looked at again.', 'Kasus Anda sedang ditinjau kembali.'],
  moved_to_other_office: ['Your case moved to another office.', 'Kasus Anda dipindahkan ke kantor lain.'],
  arrived_at_other_office: [
    'Your case arrived at the other office.',
    'Kasus Anda sudah sampai di kantor lain.',
  ],
  deadline_passed: ['A deadline passed.', 'Batas waktu sudah lewat.'],
  reopened: ['Your application was opened again.', 'Permohonan Anda dibuka kembali.'],
  withdrawn: ['Your application was stopped at your request.', 'Permohonan dihentikan atas permintaan Anda.'],
  checks_updated: ['A check has news.', 'Ada kabar tentang pemeriksaan.'],
  tasks_updated: ['Your list of things to do has changed.', 'Daftar hal yang perlu Anda lakukan berubah.'],
  estimate_updated: ['The expected time has changed.', 'Perkiraan waktu berubah.'],
  note_for_partners: ['A note for partners.', 'Catatan untuk mitra.'],
  corrected: ['An earlier entry was put right.', 'Catatan sebelumnya sudah diperbaiki.'],
};

/** The text of an event as the API sends it. */
export function eventText(code: EventCode): I18nText {
  const [en, id] = EVENT_NAMES[code];
  const [fa, ar] = UNCHECKED_EVENT_NAMES[code];
  return {
    en: { text: en, reviewed: 'peer' },
    id: { text: id, reviewed: 'peer' },
    fa: { text: fa, reviewed: 'machine' },
    ar: { text: ar, reviewed: 'machine' },
  };
}
