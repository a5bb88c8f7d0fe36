// @lintas/widgets: the classes of the elements. Importing them changes nothing on the page; each element's
// `define` entry registers it, and `@lintas/widgets/all` registers all of them.

export { LintasDocumentChangeEvent } from './document-uploader/document-uploader.events.ts';
export { LintasDocumentCheck } from './document-check/document-check.ts';
export { LintasDocumentUploader } from './document-uploader/document-uploader.ts';
export { LintasFrame } from './frame/frame.ts';
export { LintasMetrics } from './metrics/metrics.ts';
export { LintasProvider } from './provider/provider.ts';
export { LintasQuickExit } from './quick-exit/quick-exit.ts';
export {
  LintasCaseChangeEvent,
  LintasCaseClosedEvent,
  LintasCaseOpenedEvent,
  LintasCaseOpenEvent,
} from './case/case.events.ts';
export { LintasStatusTracker } from './status-tracker/status-tracker.ts';
export { LintasSurveyResults } from './survey-results/survey-results.ts';
export { registerQuestion, type QuestionEntry, type QuestionRenderer } from './survey-form/registry.ts';
export { LintasSurveyForm } from './survey-form/survey-form.ts';
export { LintasSurveySubmitEvent, LintasSurveySubmittedEvent } from './survey-form/survey-form.events.ts';
