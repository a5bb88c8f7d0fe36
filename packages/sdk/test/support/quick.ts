// Short waits, so that tests of trouble do not take as long as trouble does.

import type { Timing } from '@lintas/sdk';

export const QUICK: Partial<Timing> = {
  oneTry: 20_000,
  wholeCall: 60_000,
  firstBackoff: 5,
  maxBackoff: 20,
};
