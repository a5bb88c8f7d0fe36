// Every code that the API can send has a plain, kind, short text in every language.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ACTOR_CLASSES,
  APPLICATION_KINDS,
  CHANGES,
  CHECK_KINDS,
  CHECK_STATES,
  ESTIMATE_BASES,
  NEXT_STEPS,
  OUTCOMES,
  PHASES,
  REASONS,
  STATUSES,
  TASK_KINDS,
  TASK_STATES,
  THINGS_TO_BRING,
} from '@lintas/contract/status';
import { isolate } from '../../src/core/bidi.ts';
import { isChecked } from '@lintas/contract/core';
import { loadCatalogue } from '../../src/core/catalogues.ts';
import { messages as ar } from '../../src/locales/ar.ts';
import { messages as en } from '../../src/locales/en.ts';
import { messages as fa } from '../../src/locales/fa.ts';
import { messages as id } from '../../src/locales/id.ts';
import { textFor, type Messages } from '../../src/locales/messages.ts';
import { messages as pseudo } from '../../src/locales/pseudo.ts';

const catalogues: readonly (readonly [lang: string, messages: Messages])[] = [
  ['en', en],
  ['id', id],
  ['ar', ar],
  ['fa', fa],
  ['ar-XB', pseudo],
];
const languages = catalogues.filter(([lang]) => lang !== 'ar-XB');

const sections = [
  ['kinds', APPLICATION_KINDS],
  ['phases', PHASES],
  ['statuses', STATUSES],
  ['checks', CHECK_KINDS],
  ['checkStates', CHECK_STATES],
  ['tasks', TASK_KINDS],
  ['taskStates', TASK_STATES],
  ['changes', CHANGES],
  ['actors', ACTOR_CLASSES],
  ['reasons', REASONS],
  ['bases', ESTIMATE_BASES],
  ['outcomes', OUTCOMES],
  ['nextSteps', NEXT_STEPS],
  ['bring', THINGS_TO_BRING],
] as const;

const facts = {
  when: '{when}',
  place: '{place}',
  bring: '{bring}',
  range: '{range}',
  reason: '{reason}',
  tasks: 3,
};

const FREE: Readonly<Record<string, RegExp>> = { id: /gratis/, ar: /مجاني/, fa: /رایگان/ };

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Every text of a catalogue; sentences with something put into them. */
function textsOf(value: unknown, path = ''): Text[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (isSentence(value)) {
    const values = path.startsWith('statuses') ? [facts] : [2, 2];
    return [{ path, text: value(...values) }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, path ? `${path}.${key}` : key));
}

function isSentence(value: unknown): value is (...values: readonly unknown[]) => string {
  return typeof value === 'function';
}

for (const [lang, messages] of catalogues) {
  describe(`in ${lang}`, () => {
    for (const [section, codes] of sections) {
      test(`each of the ${codes.length} ${section} has its own text, and a later one a neutral text`, () => {
        const present = Object.keys(messages[section]);
        assert.deepEqual(present.toSorted(), [...new Set([...codes, 'unknown'])].toSorted());
      });
    }

    test('no text is empty, unfinished or has a value missing', () => {
      for (const { path, text } of textsOf(messages)) {
        assert.ok(text.trim().length > 0, path);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object|TODO/, `${path}: ${text}`);
      }
    });

    test('a status sentence says nothing half when nothing more is known', () => {
      for (const status of [...STATUSES, 'unknown'] as const) {
        const text = messages.statuses[status]({});
        assert.doesNotMatch(text, /undefined|\{|\s\.|\s\s(?!~)/, `${status}: ${text}`);
      }
    });
  });
}

for (const [lang, messages] of languages) {
  describe(`the words in ${lang}`, () => {
    test('a status sentence has at most 140 characters in at most three short sentences', () => {
      for (const status of [...STATUSES, 'unknown'] as const) {
        const text = messages.statuses[status](facts);
        assert.ok(text.length <= 140, `${status}: ${text.length} ${text}`);
        assert.ok(text.split(/[.?!؟](?:\s|$)/).filter(Boolean).length <= 3, `${status}: ${text}`);
      }
    });

    test('a sentence has at most 20 words', () => {
      for (const { path, text } of textsOf(messages)) {
        for (const sentence of text.split(/[.?!:؟؛](?:\s|$)/)) {
          assert.ok(sentence.trim().split(/\s+/).length <= 20, `${path}: ${sentence}`);
        }
      }
    });

    test('nobody is blamed, threatened or called a thing', () => {
      const banned = [
        /\b(illegal|alien|fake|fraud\w*|forged?|invalid|error|failed|failure|reject\w*|violat\w*|suspicious)\b/i,
        /\b(ilegal|gelap|palsu|pemalsuan|penipuan|melanggar|pelanggar\w*|curiga|mencurigakan|salah|gagal|ditolak|haram)\b/i,
        /غير قانوني|غير شرعي|مزوّ?ر|مزيف|احتيال|مخالف|مشبوه|خطأ|فشل|مرفوض|يجب عليك/,
        /غیرقانونی|جعلی|تقلب|قلابی|متخلف|مجرم|مشکوک|خطا|شکست|رد شد/,
      ];
      for (const { path, text } of textsOf(messages)) {
        for (const word of banned) assert.doesNotMatch(text, word, `${path}: ${text}`);
      }
    });

    test('a deadline, a review and free help keep their facts', () => {
      for (const status of ['payment_due', 'action_required', 'appointment_set', 'completed'] as const) {
        assert.match(messages.statuses[status](facts), /\{when\}/, status);
      }
      assert.match(messages.decision.review('{until}'), /\{until\}/);
      assert.match(messages.form.free, FREE[lang] ?? /free/);
    });
  });
}

describe('English counts', () => {
  test('one thing, two things', () => {
    assert.match(en.statuses.returned({ tasks: 1 }), /^1 thing is missing\./);
    assert.match(en.statuses.returned({ tasks: 2 }), /^2 things are missing\./);
  });
});

describe('a code that only a newer server knows', () => {
  test('has a neutral text, even when it is the name of something that every object has', () => {
    for (const code of ['moved_to_the_moon', 'toString', 'constructor', '__proto__', '']) {
      assert.equal(textFor(en.checks, code), en.checks.unknown);
    }
    assert.equal(textFor(en.checks, 'medical'), 'Health check');
  });
});

describe('Arabic counts', () => {
  test('in all its forms: nothing, one, two, few, many', () => {
    const said = [1, 2, 3, 11, 100].map((tasks) => ar.statuses.returned({ tasks }));
    assert.equal(new Set(said.map((text) => text.replaceAll(/\d+/g, ''))).size >= 3, true, said.join('\n'));
  });
});

describe('a catalogue that nobody has checked', () => {
  test('says so', () => {
    for (const { language } of [ar, fa]) assert.equal(language.reviewed, 'machine');
  });

  test('has English beside it, and one that somebody has checked has not', async () => {
    for (const [lang, { language }] of languages) {
      const { checked } = await loadCatalogue(lang);
      assert.equal(checked?.lang, isChecked(language.reviewed) ? undefined : 'en', lang);
    }
  });

  test('has Latin digits, as references, PINs and dates have', () => {
    for (const messages of [ar, fa])
      for (const { path, text } of textsOf(messages))
        assert.doesNotMatch(text, /[٠-٩۰-۹]/, `${path}: ${text}`);
  });
});

describe('the pseudo-language', () => {
  test('is at least 40 % longer than English', () => {
    const longer = textsOf(pseudo).filter(({ path }) => !path.startsWith('language.reviewed'));
    const english = new Map(textsOf(en).map(({ path, text }) => [path, text]));
    for (const { path, text } of longer) {
      assert.ok(text.length >= (english.get(path)?.length ?? 0) * 1.4, path);
    }
  });

  test('leaves isolated values as they are', () => {
    assert.match(pseudo.form.didYouMean(isolate('7K3M-9QWX')), /\u20687K3M-9QWX\u2069/);
  });

  test('says that nobody has checked it', () => assert.equal(pseudo.language.reviewed, 'none'));
});
