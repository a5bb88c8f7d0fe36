// Registers <lintas-metrics>.

import { define } from '../core/define.ts';
import { LintasMetrics } from './metrics.ts';

define('lintas-metrics', LintasMetrics);
