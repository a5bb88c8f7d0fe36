// Every text of a questionnaire that is being answered, as an interface that each language fulfils. What holds for all
// texts is in ../messages.ts. Nobody has to answer: no text pushes, and what could not be sent is said plainly.

export interface SurveyMessages {
  /** While the questionnaire is fetched. */
  readonly opening: string;
  readonly openFailed: string;
  readonly tryAgain: string;
  readonly closed: string;
  /** Answering needs an opened case, which the person opens elsewhere on the page. */
  readonly needsCase: string;
  /** The case had its one chance, on this device or on another. */
  readonly answeredBefore: string;
  /** The questions are others than those that the person began with; their answers were taken over where they fit. */
  readonly changed: string;
  readonly step: (number: number, of: number) => string;
  readonly answered: (answered: number, asked: number) => string;
  readonly optional: string;
  readonly decline: string;
  readonly clear: string;
  readonly listen: string;
  readonly stopListening: string;
  readonly listenFailed: string;
  readonly consent: string;
  readonly chooseSeveral: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly unknownKind: string;
  readonly back: string;
  readonly next: string;
  readonly toReview: string;
  readonly problemsTitle: string;
  readonly problems: ProblemTexts;
  readonly review: ReviewTexts;
  readonly device: DeviceTexts;
  readonly outcome: OutcomeTexts;
}

/** One sentence for each thing that can be the matter with an answer. */
export interface ProblemTexts {
  readonly required: string;
  readonly requiredOrDecline: string;
  readonly consent: string;
  readonly number: string;
  readonly date: string;
  readonly between: (least: string, most: string) => string;
  readonly atLeast: (least: string) => string;
  readonly atMost: (most: string) => string;
  readonly decimals: (digits: number) => string;
  readonly tooFew: (least: number) => string;
  readonly tooMany: (most: number) => string;
  readonly notAlone: string;
  readonly rowMissing: string;
  readonly tooLong: (most: number) => string;
  readonly pattern: string;
  readonly other: string;
}

export interface ReviewTexts {
  readonly title: string;
  readonly intro: string;
  readonly change: string;
  readonly notAnswered: string;
  readonly send: string;
  readonly sending: string;
}

export interface DeviceTexts {
  readonly keep: string;
  readonly keepMeans: string;
  /** Beside it where a form can be begun only once. */
  readonly onceOnly: string;
  readonly notKept: string;
  readonly clear: string;
}

export interface OutcomeTexts {
  readonly sentTitle: string;
  readonly sent: string;
  readonly receipt: string;
  /** What it is good for, and for whom. Nothing that the API does not do. */
  readonly receiptMeans: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyRefused: string;
  readonly waitingTitle: string;
  readonly waiting: string;
  readonly unsentTitle: string;
  readonly unsent: string;
  readonly keepAndSend: string;
  readonly refusedTitle: string;
  readonly refused: string;
  /** Refused after the answers had waited. They are gone. */
  readonly lateTitle: string;
  readonly late: string;
  /** Another tab has sent or deleted what waited here. */
  readonly elsewhereTitle: string;
  readonly elsewhere: string;
  readonly clearedTitle: string;
  readonly cleared: string;
}
