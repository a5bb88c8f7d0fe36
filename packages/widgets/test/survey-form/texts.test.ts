// Every text of a questionnaire is there in every language: short, finished, kind, and without pressure.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { messages as ar } from '../../src/locales/survey/ar.ts';
import { messages as en } from '../../src/locales/survey/en.ts';
import { messages as fa } from '../../src/locales/survey/fa.ts';
import { messages as id } from '../../src/locales/survey/id.ts';

/** Every text of a catalogue; sentences with something put into them. */
function textsOf(value: unknown, path = ''): (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(Reflect.apply(value, undefined, [2, 3]))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, path ? `${path}.${key}` : key));
}

for (const [lang, messages] of [
  ['en', en],
  ['id', id],
  ['ar', ar],
  ['fa', fa],
] as const) {
  describe(`the texts of a questionnaire in ${lang}`, () => {
    test('are all there, finished, and in sentences of at most 20 words', () => {
      for (const [path, text] of textsOf(messages)) {
        assert.ok(text.trim().length > 0, path);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object|TODO/, `${path}: ${text}`);
        for (const sentence of text.split(/[.?!:؟؛](?:\s|$)/)) {
          assert.ok(sentence.trim().split(/\s+/).length <= 20, `${path}: ${sentence}`);
        }
      }
    });

    test('blame nobody and push nobody', () => {
      for (const [path, text] of textsOf(messages)) {
        assert.doesNotMatch(
          text,
          /invalid|must|error|illegal|fake|wajib diisi|harus|salah!/i,
          `${path}: ${text}`,
        );
      }
    });
  });
}

describe('all languages', () => {
  test('say the same things', () => {
    const paths = (messages: unknown) => textsOf(messages).map(([path]) => path);
    for (const messages of [id, ar, fa]) assert.deepEqual(paths(messages), paths(en));
  });
});
