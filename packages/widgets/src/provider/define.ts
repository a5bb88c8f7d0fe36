// Registers <lintas-provider>.

import { define } from '../core/define.ts';
import { LintasProvider } from './provider.ts';

define('lintas-provider', LintasProvider);
