// Registers <lintas-survey-results>.

import { define } from '../core/define.ts';
import { LintasSurveyResults } from './survey-results.ts';

define('lintas-survey-results', LintasSurveyResults);
