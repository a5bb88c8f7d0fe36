// Registers <lintas-survey-form>, and the way out that stands at the top of its dialog.

import { define } from '../core/define.ts';
import '../quick-exit/define.ts';
import { LintasSurveyForm } from './survey-form.ts';

define('lintas-survey-form', LintasSurveyForm);
