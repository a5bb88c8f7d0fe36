// Every text of <lintas-document-check>, as an interface that each language fulfils. What holds for all texts is in
// ../messages.ts. Here above all: nothing that is not known says anything against a paper or a person.

export interface DocumentCheckMessages {
  readonly title: string;
  readonly intro: string;
  /** What leaves the device, and what does not. */
  readonly stays: string;
  readonly choose: string;
  readonly chooseAnother: string;
  readonly checking: (file: string) => string;
  readonly confirmed: string;
  readonly confirmedBy: (facts: ConfirmationFacts) => string;
  readonly takenBack: string;
  readonly takenBackOn: (facts: ConfirmationFacts & { readonly until: string }) => string;
  readonly takenBackMeans: string;
  readonly unknown: string;
  readonly unknownMeans: string;
  readonly unknownHelp: string;
  readonly unsure: string;
  readonly unsureMeans: string;
  readonly file: string;
  readonly kind: string;
  /** What a photo of a person is called for somebody else. */
  readonly portrait: string;
  /** The signature was looked at on this device, and fits. */
  readonly signed: string;
  readonly failed: string;
  readonly fileGone: string;
  readonly tryAgain: string;
}

export interface ConfirmationFacts {
  readonly verifier: string;
  readonly when: string;
  /** For whom a partner confirmed it; not given where the office itself did. */
  readonly authority?: string | undefined;
}
