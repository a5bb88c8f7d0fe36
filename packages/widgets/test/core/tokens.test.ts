// Text can be read, in the light and in the dark.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FRAME_TOKENS } from '@lintas/contract/frames';
import { tokens } from '../../src/core/tokens.ts';

/** Default of each colour in the light, and in the dark. */
const colours = new Map(
  Array.from(
    tokens.cssText.matchAll(/--_lintas-([\w-]+):[^;]*light-dark\((#\w{6}), (#\w{6})\)/g),
    ([, name = '', light = '', dark = '']) => [name, [light, dark]] as const,
  ),
);

/** Colours that stand on each other, and the contrast that they need (WCAG 2.2: 1.4.6 AAA, 1.4.3 AA, 1.4.11). */
const pairs = [
  ['ink', 'paper', 7],
  ['ink', 'surface', 7],
  ['ink', 'accent-soft', 7],
  ['ink-soft', 'paper', 7],
  ['ink-soft', 'surface', 7],
  ['accent', 'paper', 7],
  ['accent', 'surface', 7],
  ['accent', 'accent-soft', 4.5],
  ['on-accent', 'accent', 7],
  ['notice', 'notice-soft', 7],
  ['ink', 'notice-soft', 7],
  ['error', 'error-soft', 7],
  ['error', 'paper', 7],
  ['error', 'surface', 7],
  ['control', 'paper', 3],
  ['control', 'surface', 3],
  ['focus', 'paper', 3],
  ['focus', 'surface', 3],
  ['focus', 'accent-soft', 3],
] as const;

/** Contrast ratio of two colours `#rrggbb`, as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('contrast', () => {
  for (const [text, ground, least] of pairs) {
    for (const [index, scheme] of ['in the light', 'in the dark'].entries()) {
      test(`of ${text} on ${ground} ${scheme} is at least ${least}`, () => {
        const ratio = contrast(colours.get(text)?.[index] ?? '', colours.get(ground)?.[index] ?? '');
        assert.ok(ratio >= least, ratio.toFixed(2));
      });
    }
  }

  test('is the same for browsers that do not know light-dark()', () => {
    for (const [name, [light]] of colours) {
      assert.ok(tokens.cssText.includes(`--_lintas-${name}: var(--lintas-${name}, ${light})`), name);
    }
  });
});

test('a frame takes every property that a page may set', () => {
  const named = new Set(
    Array.from(tokens.cssText.matchAll(/var\(\s*(--lintas-[\w-]+)/g), ([, name]) => name),
  );
  assert.deepEqual([...named].toSorted(), Object.keys(FRAME_TOKENS).toSorted());
});
