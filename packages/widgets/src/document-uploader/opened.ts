// What only an opened case needs: the SDK's calls, and the templates and styles of the documents. Loaded when a person
// begins to fill in the form, or has opened the case in another widget.

import type { CSSResult } from 'lit';
import { sessionWarningStyles } from '../case/session-warning.styles.ts';
import { paperworkStyles } from './paperwork.styles.ts';
import { entryStyles } from './entry.styles.ts';
import { paperStyles } from './paper.styles.ts';
import { placeStyles } from './place.styles.ts';
import { privacyStyles } from './privacy/privacy.styles.ts';

export { createStatusClient } from '@lintas/sdk/status';
export { Paperwork } from './paperwork.ts';
export { surround, surroundingsNews } from './surroundings.ts';

export const openedStyles: readonly CSSResult[] = [
  sessionWarningStyles,
  paperworkStyles,
  paperStyles,
  placeStyles,
  entryStyles,
  privacyStyles,
];
