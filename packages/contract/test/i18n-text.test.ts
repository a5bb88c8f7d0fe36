// Text in several languages: what a reader gets to see, and what a server takes.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { I18nText, I18nTextInput, pickText } from '@lintas/contract';

const wording = (text: string) => ({ text, reviewed: 'peer' }) as const;
const text = {
  en: wording('Hello'),
  id: wording('Halo'),
  'fa-AF': wording('سلام'),
  fa: wording('درود'),
  'zh-Hans': wording('你好'),
};
const picked = (...languages: string[]) => pickText(text, languages)?.lang;

describe('a reader gets', () => {
  test('their own language, or the shorter form of its tag', () => {
    assert.equal(picked('id'), 'id');
    assert.equal(picked('id-ID'), 'id');
    assert.equal(picked('fa-AF'), 'fa-AF');
    assert.equal(picked('fa-IR-u-nu-latn'), 'fa');
  });

  test('the same whichever case the tag is written in', () => {
    assert.equal(picked('ID'), 'id');
    assert.equal(picked('FA-af'), 'fa-AF');
    assert.equal(picked('zh-hans-CN'), 'zh-Hans');
  });

  test('Dari under either of its tags', () => {
    assert.equal(picked('prs'), 'fa-AF');
    assert.equal(picked('prs-AF'), 'fa-AF');
  });

  test('the first of their languages that there is', () => {
    assert.equal(picked('so', 'id', 'fa'), 'id');
  });

  test('English when none of theirs is there, and never Burmese for Rohingya', () => {
    assert.equal(picked('rhg'), 'en');
    assert.equal(picked(), 'en');
    assert.equal(picked('', '-', 'x-y-z'), 'en');
    assert.equal(pickText({ ...text, my: wording('မင်္ဂလာပါ') }, ['rhg-Rohg'])?.lang, 'en');
  });

  test('any language when there is no English, and nothing when there is none', () => {
    assert.deepEqual(pickText({ so: wording('Salaan') }, ['ar']), { ...wording('Salaan'), lang: 'so' });
    assert.equal(pickText({}, ['id']), undefined);
  });

  test('text and never something else, whatever the page says its language is', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      assert.equal(picked(name), 'en');
      assert.equal(pickText({}, [name]), undefined);
    }
    fc.assert(fc.property(fc.array(fc.string()), (languages) => pickText(text, languages) !== undefined));
  });
});

test('text from a newer server is read: unknown languages, review levels and fields do not matter', () => {
  const newer = { xx: { text: 'a', reviewed: 'by_court', audio: 'https://example.org/a.mp3' } };
  assert.deepEqual(I18nText.parse(newer), { xx: { text: 'a', reviewed: 'by_court' } });
  assert.equal(pickText(I18nText.parse(newer), ['xx'])?.reviewed, 'none');
});

describe('a server takes', () => {
  const takes = (value: unknown): boolean => I18nTextInput.safeParse(value).success;

  test('text in any script, with the marks that scripts need', () => {
    assert.ok(takes(text));
    for (const words of [
      'می\u200cخواهم',
      'ක්\u200dෂ',
      'مرحبا\u200f!',
      '😀',
      'Rp500.000,00',
      'a'.repeat(500),
    ]) {
      assert.ok(takes({ en: wording(words) }), words);
    }
  });

  test('no text that is empty, too long, in no language or twice in one', () => {
    for (const words of ['', ' ', '\u00a0\u3000', 'a'.repeat(501)]) assert.ok(!takes({ en: wording(words) }));
    assert.ok(!takes({}));
    assert.ok(!takes({ en: wording('a'), EN: wording('b') }));
    for (const tag of ['', 'e', 'english!', 'en_US', 'en-', '../en'])
      assert.ok(!takes({ [tag]: wording('a') }), tag);
  });

  test('no text that could hide, reorder or break what stands around it', () => {
    const hostile = [
      '\0',
      '\u0007',
      '\u001b[31m',
      '\r\n',
      '\u007f',
      '\u0085',
      '\u2028',
      '\u202e',
      '\u202d',
      '\u2066',
      '\ud800',
    ];
    for (const mark of hostile) assert.ok(!takes({ en: wording(`a${mark}b`) }), JSON.stringify(mark));
  });

  test('no more languages than a text can sensibly have', () => {
    const many = Array.from(
      { length: 41 },
      (_, index) => `a${String.fromCharCode(97 + (index % 26))}-x${index}`,
    );
    assert.ok(!takes(Object.fromEntries(many.map((tag) => [tag, wording('a')]))));
  });

  test('no unknown field, and no unknown level of review', () => {
    assert.ok(!takes({ en: { ...wording('a'), html: '<b>' } }));
    assert.ok(!takes({ en: { text: 'a' } }));
    assert.ok(!takes({ en: { text: 'a', reviewed: 'by_court' } }));
  });
});
