// Amounts of money, in Latin digits like every number that has to be compared with a paper.

import type { PaymentView } from '@lintas/contract/status';
import type { Reading } from '../core/reading.ts';

export function moneyText({ amount, currency }: PaymentView, { reader }: Reading): string {
  const options = { style: 'currency', currency, numberingSystem: 'latn' } as const;
  try {
    const whole = Number.isInteger(Number(amount)) ? { maximumFractionDigits: 0 } : {};
    return new Intl.NumberFormat(reader.lang, { ...options, ...whole }).format(Number(amount));
  } catch {
    // A currency that this device does not know.
    return `${currency} ${amount}`;
  }
}
