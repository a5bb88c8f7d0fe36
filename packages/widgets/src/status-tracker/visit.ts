// What only an opened case needs: the SDK's client, and the case's templates and styles. Loaded when a person begins
// to fill in the form, because most visitors of a partner's page never do, and theirs are slow phones too.

import type { CSSResult } from 'lit';
import { caseStyles } from './case.styles.ts';
import { phaseStyles } from './phase-steps.styles.ts';
import { printStyles } from './print.styles.ts';
import { sessionWarningStyles } from '../case/session-warning.styles.ts';

export { createStatusClient } from '@lintas/sdk/status';
export { connectionNews, sessionNews } from '../case/notices.ts';
export { caseNews } from './news.ts';
export { openedCase } from './opened-case.ts';
export { printAlone } from './print.ts';

export const visitStyles: readonly CSSResult[] = [sessionWarningStyles, caseStyles, phaseStyles, printStyles];
