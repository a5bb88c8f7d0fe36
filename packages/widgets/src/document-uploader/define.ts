// Registers <lintas-document-uploader>, and the way out that stands at its top where there is no tracker.

import { define } from '../core/define.ts';
import '../quick-exit/define.ts';
import { LintasDocumentUploader } from './document-uploader.ts';

define('lintas-document-uploader', LintasDocumentUploader);
