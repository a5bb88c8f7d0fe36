// Short waits between tries, so that tests of trouble do not take as long as trouble does; but time enough for one
// try on a machine that is busy.

import type { Timing } from '@lintas/sdk';

export const QUICK: Partial<Timing> = {
  oneTry: 60_000,
  wholeCall: 120_000,
  firstBackoff: 5,
  maxBackoff: 20,
};
