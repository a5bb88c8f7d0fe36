// English.

import type { SurveyMessages } from './messages.ts';

export const messages: SurveyMessages = {
  opening: 'The questions are on their way …',
  openFailed: 'The questions could not be fetched',
  tryAgain: 'Try again',
  closed: 'This survey has ended. Thank you for wanting to take part.',
  needsCase:
    'Open your application on this page first. The questions then appear here. Nobody can connect your answers with your application.',
  answeredBefore: 'These questions can be answered once for each application, and that has begun already.',
  changed:
    'The questions have changed since you began. Your answers were taken over where they still fit. Please look at each page again.',
  step: (number, of) => `Part ${number} of ${of}`,
  answered: (answered, asked) => `${answered} of ${asked} questions answered`,
  optional: 'you may leave this out',
  decline: 'I prefer not to say',
  clear: 'Take my answer back',
  listen: 'Listen to the question',
  stopListening: 'Stop',
  listenFailed: 'The recording cannot be played now.',
  consent: 'Yes, I agree',
  chooseSeveral: 'You can choose more than one.',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  unknownKind: 'This page cannot show this question yet. You can go on without it.',
  back: 'Back',
  next: 'Continue',
  toReview: 'Look over my answers',
  problemsTitle: 'Something is still missing',
  problems: {
    required: 'Please choose or write an answer.',
    requiredOrDecline: 'Please choose an answer, or “I prefer not to say”.',
    consent: 'Please tick the box if you agree. You need not take part.',
    number: 'Please write a number.',
    date: 'Please check day, month and year.',
    between: (least, most) => `Please give something between ${least} and ${most}.`,
    atLeast: (least) => `Please give ${least} or more.`,
    atMost: (most) => `Please give ${most} or less.`,
    decimals: (digits) =>
      digits === 0 ? 'Please write a whole number.' : `At most ${digits} digits after the point, please.`,
    tooFew: (least) => `Please choose at least ${least}.`,
    tooMany: (most) => `Please choose at most ${most}.`,
    notAlone: 'One of your choices cannot stand together with others.',
    rowMissing: 'Please choose one answer in every row.',
    tooLong: (most) => `Please use at most ${most} characters.`,
    pattern: 'Please write it in the form that is asked for.',
    other: 'Please look at this answer again.',
  },
  review: {
    title: 'Your answers',
    intro: 'Nothing has been sent yet. You can still change everything.',
    change: 'Change',
    notAnswered: 'No answer',
    send: 'Send my answers',
    sending: 'Sending …',
  },
  device: {
    keep: 'Keep my answers on this device',
    keepMeans:
      'Only if this device is yours. They are kept locked for one day, and you can go on later. What is sent is deleted here.',
    onceOnly:
      'These questions can be begun once. If you close this page before you send them, you can go on only if you keep them here.',
    notKept: 'This browser cannot keep them. They are lost when you close the page.',
    clear: 'Delete everything from this device',
  },
  outcome: {
    sentTitle: 'Thank you',
    sent: 'Your answers have arrived. They carry no name.',
    receipt: 'Your receipt',
    receiptMeans:
      'Keep this code if you may want your answers deleted later: copy it or write it down, because it is kept nowhere else. Then give it to the people who ask these questions. Whoever has it can have the answers deleted.',
    copy: 'Copy the receipt',
    copied: 'It is copied.',
    copyRefused:
      'This browser did not let us copy it. The code is marked now: copy it yourself, or write it down.',
    waitingTitle: 'Your answers wait on this device',
    waiting:
      'There is no connection now. They are sent once, as soon as there is one and this page is open. You may close it.',
    unsentTitle: 'Not sent yet',
    unsent:
      'Your answers are still here. You can try again, or keep them on this device until there is a connection.',
    keepAndSend: 'Keep here and send later',
    refusedTitle: 'Your answers could not be taken',
    refused:
      'This is not your fault: the questions may have changed meanwhile. Your answers are still here. You can look them over and send them again, or leave it.',
    lateTitle: 'The answers that waited could not be taken',
    late: 'This is not your fault: the survey was changed or has ended meanwhile. Nothing of them is left on this device.',
    elsewhereTitle: 'Your answers no longer wait here',
    elsewhere: 'They were sent from another window of this browser, or deleted there.',
    clearedTitle: 'Deleted',
    cleared: 'Nothing of your answers is left on this device, and they were not sent.',
  },
};
