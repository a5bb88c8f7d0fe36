// Registers every element.

import './document-check/define.ts';
import './document-uploader/define.ts';
import './frame/define.ts';
import './metrics/define.ts';
import './provider/define.ts';
import './quick-exit/define.ts';
import './status-tracker/define.ts';
import './survey-results/define.ts';
import './survey-form/define.ts';
