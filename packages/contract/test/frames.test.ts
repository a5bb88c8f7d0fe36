// What a page and a frame say to each other: anything may come from the other side, and nothing of it may break this one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameGreeting, FromFrame, ToFrame } from '@lintas/contract/frames';
import fc from 'fast-check';

const look = { lang: 'fa', scheme: 'light dark', tokens: { '--lintas-accent': '#123456' } };
const greeting: FrameGreeting = {
  lintas: 'frame',
  version: 1,
  key: 'pk_live_x',
  exit: 'https://weather.example/',
  elements: [{ tag: 'lintas-status-tracker', attributes: { lang: 'fa' } }],
  look,
};

test('what either side says is understood by the other', () => {
  assert.deepEqual(FrameGreeting.parse(greeting), greeting);
  for (const said of [{ kind: 'look', look }, { kind: 'leave' }] as const)
    assert.deepEqual(ToFrame.parse(said), said);
  for (const said of [
    { kind: 'shown' },
    { kind: 'height', pixels: 800 },
    { kind: 'focus', pixels: 0 },
    { kind: 'leave' },
    { kind: 'left' },
  ] as const)
    assert.deepEqual(FromFrame.parse(said), said);
});

test('a newer side may say more, and is understood as far as this one goes', () => {
  const newer = { ...greeting, of: 'next year', look: { ...look, tokens: { ...look.tokens, '--new': '1' } } };
  const { look: understood } = FrameGreeting.parse(newer);
  assert.equal(understood.lang, 'fa');
  assert.ok(!FromFrame.safeParse({ kind: 'of-next-year' }).success);
  assert.ok(!FrameGreeting.safeParse({ ...greeting, version: 2 }).success);
});

test('whatever else is said is left alone', () => {
  fc.assert(
    fc.property(fc.anything(), (said) => {
      for (const schema of [FrameGreeting, ToFrame, FromFrame]) {
        const parsed = schema.safeParse(said);
        assert.ok(!parsed.success || ('kind' in parsed.data && parsed.data.kind.startsWith('le')));
      }
    }),
    { numRuns: 10_000 },
  );
  for (const pixels of [-1, Number.NaN, Infinity, 1e9, '800'])
    assert.ok(!FromFrame.safeParse({ kind: 'height', pixels }).success, String(pixels));
});

test('no message has room for anything of a person', () => {
  const stuffed = { kind: 'shown', reference: 'KJGS-1V65-JPJ7', pin: '12345678', state: 'refused' };
  assert.deepEqual(FromFrame.parse(stuffed), { kind: 'shown' });
});
