// Registers <lintas-status-tracker>, and the way out that stands at its top.

import { define } from '../core/define.ts';
import '../quick-exit/define.ts';
import { LintasStatusTracker } from './status-tracker.ts';

define('lintas-status-tracker', LintasStatusTracker);
