// What a page can hear of a survey form. None of these carries an answer, and none bubbles: a page listens on the
// element itself.

/** Somebody wants to send their answers; nothing was sent yet. `preventDefault()` stops it. */
export class LintasSurveySubmitEvent extends Event {
  /** Id of the questionnaire. */
  readonly survey: string;

  constructor(survey: string) {
    super('lintas-survey-submit', { cancelable: true });
    this.survey = survey;
  }
}

/** The answers have arrived, or wait on the device for the network. */
export class LintasSurveySubmittedEvent extends Event {
  /** Id of the questionnaire. */
  readonly survey: string;
  readonly outcome: 'sent' | 'waiting';

  constructor(survey: string, outcome: 'sent' | 'waiting') {
    super('lintas-survey-submitted');
    this.survey = survey;
    this.outcome = outcome;
  }
}

declare global {
  interface HTMLElementEventMap {
    'lintas-survey-submit': LintasSurveySubmitEvent;
    'lintas-survey-submitted': LintasSurveySubmittedEvent;
  }
}
