// Readers get their language, or the one that they would choose next, and it runs the right way.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shownLanguage } from '../../src/core/catalogues.ts';
import { directionOf, languageChain } from '../../src/core/language.ts';

describe('a language falls back', () => {
  const chains = [
    ['prs', ['prs', 'fa-AF', 'fa', 'en']],
    ['fa-AF', ['fa-AF', 'fa', 'en']],
    ['rhg', ['rhg', 'en']],
    ['rhg-Rohg', ['rhg-Rohg', 'rhg', 'en']],
    ['id-ID', ['id-ID', 'id', 'en']],
    ['in-ID', ['in-ID', 'in', 'id', 'en']],
    ['en-AU', ['en-AU', 'en']],
    ['zh-hans-cn', ['zh-Hans-CN', 'zh-Hans', 'zh', 'en']],
    ['FA_af', ['fa-AF', 'fa', 'en']],
    ['', ['en']],
    ['<script>', ['en']],
  ] as const;
  for (const [tag, chain] of chains) {
    test(`${tag || 'no language'}: ${chain.join(', ')}`, () => assert.deepEqual(languageChain(tag), chain));
  }

  test('a Rohingya reader is never shown Burmese', () => {
    for (const tag of ['rhg', 'rhg-MM', 'rhg-Rohg', 'rhg-Arab-MM']) {
      assert.ok(!languageChain(tag).some((language) => language.startsWith('my')));
      assert.equal(shownLanguage(tag), 'en');
    }
  });
});

describe('a language runs', () => {
  const rightToLeft =
    'ar ar-SA ar-XB fa fa-AF prs ps ur he yi ckb sd ug dv ks-Arab rhg-Rohg az-Arab pa-Arab'.split(' ');
  const leftToRight =
    'id en my rhg so ta si ti am om fr zh-Hans tr ar-Latn fa-Latn ks-Deva az ku ms bn sw'.split(' ');
  test(`from right to left: ${rightToLeft.join(' ')}`, () => {
    assert.deepEqual(
      rightToLeft.filter((tag) => directionOf(tag) !== 'rtl'),
      [],
    );
  });
  test(`from left to right: ${leftToRight.join(' ')}`, () => {
    assert.deepEqual(
      leftToRight.filter((tag) => directionOf(tag) !== 'ltr'),
      [],
    );
  });
});
