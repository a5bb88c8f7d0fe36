// English.

import type { DocumentCheckMessages } from './messages.ts';

export const messages: DocumentCheckMessages = {
  title: 'Was this document confirmed?',
  intro:
    'Choose the file of a document. You will see whether an office or a partner confirmed exactly this file.',
  stays:
    'The file stays on your device. Only a short code that is made from it is sent, and nobody can make the file from the code.',
  choose: 'Choose a file',
  chooseAnother: 'Check another file',
  checking: (file) => `Checking ${file} …`,
  confirmed: 'This file was confirmed',
  confirmedBy: ({ verifier, authority, when }) =>
    `${verifier} confirmed it${authority === undefined ? '' : ` for ${authority}`} on ${when}.`,
  takenBack: 'The confirmation of this file was taken back',
  takenBackOn: ({ verifier, authority, when, until }) =>
    `${verifier} confirmed it${authority === undefined ? '' : ` for ${authority}`} on ${when} and took that back on ${until}.`,
  takenBackMeans: 'There can be many reasons. Please ask them before you decide anything.',
  unknown: 'This file is not known here',
  unknownMeans:
    'That says nothing against the document. Only the very file that was handed in is known: a new photo or a copy that was saved again is another file.',
  unknownHelp: 'Ask for the file exactly as it was handed in, or ask the office.',
  unsure: 'We could not confirm this file',
  unsureMeans: 'There is an entry for it, but its signature does not fit. Please ask the office.',
  file: 'File',
  kind: 'Kind of document',
  portrait: 'Portrait photo',
  signed: 'The signature was checked on this device.',
  failed: 'The file could not be checked',
  fileGone: 'We could not read the file. Please choose it again.',
  tryAgain: 'Try again',
};
