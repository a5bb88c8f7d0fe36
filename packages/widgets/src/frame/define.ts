// Registers <lintas-frame>, and the way out that stands in it.

import { define } from '../core/define.ts';
import '../quick-exit/define.ts';
import { LintasFrame } from './frame.ts';

define('lintas-frame', LintasFrame);
