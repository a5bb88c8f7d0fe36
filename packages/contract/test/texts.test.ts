// What an event is called: short, kind, whole sentences, in every language of the server.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVENT_CODES, I18nTextInput } from '@lintas/contract';
import { eventText } from '@lintas/contract/status/texts';

const LONGEST = 140;
const UNKIND = /illegal|alien|fake|palsu|ilegal|gelap|غیرقانونی|جعلی|بیگانه|غير قانوني|غير شرعي|مزو[رّ]/i;
const LANGUAGES = ['ar', 'en', 'fa', 'id'];

for (const code of EVENT_CODES) {
  test(`${code} is told in English, Indonesian, Persian and Arabic, short and kind`, () => {
    const told = eventText(code);
    assert.deepEqual(Object.keys(told).toSorted(), LANGUAGES);
    assert.ok(I18nTextInput.safeParse(told).success);
    for (const [language, { text }] of Object.entries(told)) {
      assert.ok(text.length <= LONGEST, language);
      assert.match(text, /^[\p{Lu}\p{Script=Arabic}].*\.$/u);
      assert.doesNotMatch(text, UNKIND);
      assert.doesNotMatch(text, /[{}<>]|undefined/);
    }
  });
}

test('what nobody has checked says so', () => {
  for (const code of EVENT_CODES) {
    const levels = Object.entries(eventText(code)).map(([language, { reviewed }]) => [language, reviewed]);
    assert.deepEqual(Object.fromEntries(levels), { en: 'peer', id: 'peer', fa: 'machine', ar: 'machine' });
  }
});

test('no two events are told in the same words', () => {
  for (const language of LANGUAGES) {
    const texts = EVENT_CODES.map((code) => eventText(code)[language]?.text);
    assert.equal(new Set(texts).size, EVENT_CODES.length);
  }
});

test('no event tells how a case was decided', () => {
  for (const code of EVENT_CODES) {
    for (const { text } of Object.values(eventText(code))) {
      assert.doesNotMatch(
        text,
        /approved|refused|rejected|granted|disetujui|ditolak|رد شد|موافقت|الموافقة|رُفض/i,
      );
    }
  }
});
