// Every text about documents, as an interface that each language fulfils; loaded only where documents are shown. What
// holds for all texts is in ../messages.ts. Here most of all: say what helps, never whose fault it is, and never that
// a file is fine before the office's own checks say so.

import type {
  AccessAction,
  DocumentKind,
  DocumentReason,
  DocumentSide,
  DocumentState,
  MediaType,
} from '@lintas/contract/documents';
import type { ConsentOutcome } from '../../document-uploader/privacy/consents-store.ts';
import type { FileChange, FileProblem, FileWarning } from '../../document-uploader/prepare/prepared-file.ts';
import type { TextsFor } from '../messages.ts';

/** What a paper asks of a file, ready to be read; a sentence leaves out what is not given. */
export interface LimitFacts {
  /** Largest size of a file. */
  readonly size: string;
  /** Types that are taken. */
  readonly types: string;
  readonly pixels?: string | undefined;
  readonly pages?: string | undefined;
}

export interface DocumentMessages {
  readonly title: string;
  readonly paper: PaperTexts;
  readonly kinds: TextsFor<DocumentKind>;
  readonly sides: TextsFor<DocumentSide>;
  readonly mediaTypes: TextsFor<MediaType>;
  readonly choose: ChooseTexts;
  /** What stands in the way of sending a file, and what to do. */
  readonly problems: TextsFor<FileProblem, (limits: LimitFacts) => string>;
  readonly warnings: TextsFor<FileWarning>;
  readonly changes: TextsFor<FileChange>;
  readonly file: FileTexts;
  readonly sending: SendingTexts;
  readonly spoken: SpokenTexts;
  readonly states: TextsFor<DocumentState>;
  readonly nextSteps: TextsFor<DocumentState>;
  readonly reasons: TextsFor<DocumentReason>;
  readonly document: DocumentTexts;
  readonly copy: CopyTexts;
  readonly device: DeviceTexts;
  readonly privacy: PrivacyTexts;
}

/** The list of papers, and each of them. */
export interface PaperTexts {
  readonly loading: string;
  readonly loadFailed: string;
  readonly tryAgain: string;
  /** How many of the papers that are needed are there. */
  readonly handedIn: (count: number, of: number) => string;
  readonly allHandedIn: string;
  /** Nobody asks for papers. */
  readonly mayAdd: string;
  /** Names what is still needed. */
  readonly missing: (papers: string) => string;
  readonly needed: string;
  readonly optional: string;
  readonly accepted: string;
  readonly types: (types: string) => string;
  readonly size: (size: string) => string;
  readonly pixels: (pixels: string) => string;
  readonly pages: (pages: number) => string;
  readonly bothSides: string;
  readonly translation: string;
  readonly certified: string;
  readonly example: string;
  readonly openExample: string;
  /** Labels the choice between a paper and those that do instead. */
  readonly alternatives: string;
  readonly otherTitle: string;
  readonly otherWhy: string;
  readonly otherKind: string;
}

export interface ChooseTexts {
  readonly file: string;
  readonly photo: string;
  readonly another: string;
  readonly replace: string;
  readonly drop: string;
  /** More files were given than fit. */
  readonly tooMany: (taken: number) => string;
  /** An upload stood still for a day, and what had come of it was erased. */
  readonly givenUp: string;
}

/** A file on this device. */
export interface FileTexts {
  readonly preparing: string;
  readonly sameFile: string;
  readonly handedIn: string;
  readonly sendAnyway: string;
  readonly chooseAnother: string;
  readonly remove: string;
  readonly pages: (count: number) => string;
}

/** A file on its way. */
export interface SendingTexts {
  readonly queued: string;
  readonly sent: (sent: string, total: string) => string;
  readonly left: (time: string) => string;
  readonly arrived: string;
  readonly paused: string;
  readonly offline: string;
  readonly waiting: string;
  /** Something else answers in the API's place, as a public network does before somebody has signed in. */
  readonly signIn: string;
  readonly elsewhere: string;
  readonly failed: string;
  readonly fileChanged: string;
  readonly tooMany: string;
  readonly storageFull: string;
  /** What the file was to replace has been accepted, so that it stays. */
  readonly acceptedMeanwhile: string;
  readonly pause: string;
  readonly resume: string;
  readonly retry: string;
  readonly cancel: string;
}

/** What people hear while a file is on its way; `paper` names what it is for. */
export interface SpokenTexts {
  readonly started: (paper: string) => string;
  readonly percent: (paper: string, percent: number) => string;
  readonly ended: (paper: string) => string;
  readonly problem: (paper: string, problem: string) => string;
  /** A document moved by itself. */
  readonly moved: (paper: string, state: string) => string;
  readonly removed: (paper: string) => string;
}

/** A document that was handed in. */
export interface DocumentTexts {
  readonly since: (when: string) => string;
  readonly remove: string;
  readonly removeAsk: string;
  readonly removeYes: string;
  readonly removeNo: string;
  readonly removeFailed: string;
}

/** The person's own copy of what they handed in, saved on their device after the PIN was given once more. */
export interface CopyTexts {
  readonly save: string;
  readonly title: string;
  /** What kind of file it is, and who can do what with it. */
  readonly explanation: string;
  readonly confirmed: string;
  readonly device: string;
  readonly pinHint: string;
  readonly saveNow: string;
  readonly saving: string;
  readonly cancel: string;
  readonly wrongPin: string;
  /** The PIN was given too long ago. */
  readonly pinAgain: string;
  readonly failed: string;
  readonly saved: string;
  /** Leads back from there. */
  readonly done: string;
}

/** Keeping on this device what is not sent yet. */
export interface DeviceTexts {
  readonly keep: string;
  readonly keepMeans: string;
  readonly goOn: string;
  readonly goOnTitle: string;
  readonly nothingKept: string;
  /** The session has ended in the middle of sending. */
  readonly waiting: string;
}

/**
 * Who looks at the case and the documents. What is said before a consent is given is kept with it by its hash and by the
 * version of the wording: with a change of `meaning`, `refusing`, `endsByItself` or `takingBack`, change the version in
 * privacy/consents-store.ts.
 */
export interface PrivacyTexts {
  readonly reading: string;
  readonly accessesTitle: string;
  readonly accessesWhy: string;
  /** What it can mean that the case was opened, and what helps. */
  readonly accessesNotYou: string;
  readonly accessesHere: (count: number) => string;
  readonly accessesUnreadable: string;
  readonly nothingDone: string;
  readonly older: string;
  /** Who it was is not known by name or kind. */
  readonly somebody: string;
  /** What was done; who did it stands below. */
  readonly actions: TextsFor<AccessAction>;
  readonly consentsTitle: string;
  readonly consentsWhy: string;
  readonly consentsHere: string;
  readonly consentsUnreadable: string;
  readonly nobodyToAsk: string;
  readonly meaning: string;
  readonly refusing: string;
  readonly endsByItself: (days: number) => string;
  readonly takingBack: string;
  readonly mayNot: string;
  readonly mayUntil: (when: string) => string;
  readonly give: string;
  readonly takeBack: string;
  readonly outcomes: Readonly<Record<ConsentOutcome['kind'], string>>;
}
