// Registers <lintas-document-check>.

import { define } from '../core/define.ts';
import { LintasDocumentCheck } from './document-check.ts';

define('lintas-document-check', LintasDocumentCheck);
