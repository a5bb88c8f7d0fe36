// Registers every element.

import './provider/define.ts';
import './quick-exit/define.ts';
import './status-tracker/define.ts';
