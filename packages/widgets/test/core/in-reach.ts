// Whether a person finds the way out where they are.

import { until } from './assert.ts';

/** Waits until the way out within a widget is on the screen and nothing lies on it. */
export async function findInReach({ shadowRoot }: Element): Promise<true> {
  return until(() => {
    const { left, top, right, bottom } =
      shadowRoot?.querySelector('lintas-quick-exit')?.getBoundingClientRect() ?? new DOMRect();
    const isOnScreen = bottom > top && top >= 0 && bottom <= innerHeight;
    const there = shadowRoot?.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return isOnScreen && there?.localName === 'lintas-quick-exit';
  });
}
