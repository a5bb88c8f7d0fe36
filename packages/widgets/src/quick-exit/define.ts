// Registers <lintas-quick-exit>.

import { define } from '../core/define.ts';
import { LintasQuickExit } from './quick-exit.ts';

define('lintas-quick-exit', LintasQuickExit);
