// What answers amount to: exactly, and by the regulation's own tables.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SKM_ELEMENTS } from '@lintas/contract/surveys';
import {
  BANDS_2004,
  cesOf,
  csatOf,
  gradeOf,
  ikmOf,
  meanScore,
  npsOf,
  officeIkm,
  rational,
  roundHalfUp,
  sampleTarget,
  type ElementAnswers,
} from '@lintas/contract/surveys/scores';
import fc from 'fast-check';

/** Nine elements in which the given scores were answered so often. */
function elements(...distributions: readonly (readonly (readonly [number, number])[])[]): ElementAnswers[] {
  return SKM_ELEMENTS.map((element, i) => ({
    element,
    distribution: new Map(distributions[i % distributions.length]),
  }));
}

const hundredths = (text: string) =>
  rational(BigInt(text.replace('.', '')), 10 ** (text.split('.')[1] ?? '').length);

describe('an IKM', () => {
  test('of all best and of all worst answers is the end of its range', () => {
    const { index, ikm, grade, bands } = ikmOf(3, elements([[4, 3]]));
    assert.deepEqual([index, ikm, grade, bands], ['4.0000', '100.00', 'A', 'permenpan-rb-14-2017']);
    const worst = ikmOf(1, elements([[1, 1]]));
    assert.deepEqual([worst.index, worst.ikm, worst.grade], ['1.0000', '25.00', 'D']);
  });

  test('is nothing at all for nobody, and as long as an element has no answer', () => {
    const nobody = ikmOf(0, elements([]));
    assert.deepEqual([nobody.n, nobody.index, nobody.ikm, nobody.grade], [0, null, null, null]);
    const withoutFee = SKM_ELEMENTS.map((element) => ({
      element,
      distribution: new Map<number, number>(element === 'fee' ? [] : [[3, 5]]),
    }));
    const partly = ikmOf(5, withoutFee);
    assert.equal(partly.ikm, null);
    assert.deepEqual(partly.elements[3], { element: 'fee', n: 0, nrr: null });
    assert.deepEqual(partly.elements[0], { element: 'requirements', n: 5, nrr: '3.00' });
  });

  test('counts who answered each element, because some skip the fee', () => {
    const answers = elements([
      [4, 8],
      [3, 2],
    ]).map((each) => (each.element === 'fee' ? { element: 'fee', distribution: new Map([[2, 4]]) } : each));
    const { elements: values, index } = ikmOf(10, answers);
    assert.deepEqual(values[3], { element: 'fee', n: 4, nrr: '2.00' });
    assert.equal(index, roundHalfUp(rational(8 * 38 + 20, 90), 4));
  });

  test('on the edge of a band has the grade that the hundredth gives, where binary floats decide by luck', () => {
    assert.equal(roundHalfUp(hundredths('76.605'), 2), '76.61');
    assert.equal(gradeOf(hundredths('76.605')), 'B');
    assert.equal(gradeOf(hundredths('76.6049')), 'C');
    assert.equal(roundHalfUp(hundredths('88.305'), 2), '88.31');
    assert.equal(gradeOf(hundredths('88.305')), 'A');
    assert.equal(gradeOf(hundredths('88.3049999')), 'B');
    assert.equal(gradeOf(hundredths('64.994')), 'D');
    assert.equal(gradeOf(hundredths('64.995')), 'C');
  });

  test('of real answers that make exactly 76.605 and 88.305', () => {
    // 25 x sum / (9 n): with n = 1000 the sum 27577.8 is no whole number, with n = 5000 it is.
    const of = (sum: number, n: number) => {
      const low = Math.floor(sum / (9 * n));
      const more = sum - low * 9 * n;
      const perElement = Array.from({ length: 9 }, (_, i) => Math.floor((more + i) / 9));
      return ikmOf(
        n,
        elements(
          ...perElement.map(
            (up) =>
              [
                [low, n - up],
                [low + 1, up],
              ] as const,
          ),
        ),
      );
    };
    assert.deepEqual([of(137_889, 5000).ikm, of(137_889, 5000).grade], ['76.61', 'B']);
    assert.deepEqual([of(137_888, 5000).ikm, of(137_888, 5000).grade], ['76.60', 'C']);
    assert.deepEqual([of(158_949, 5000).ikm, of(158_949, 5000).grade], ['88.31', 'A']);
    assert.deepEqual([of(158_948, 5000).ikm, of(158_948, 5000).grade], ['88.30', 'B']);
  });

  test('with the weight that an office printed reproduces its sheet, and says so', () => {
    const best = elements([[4, 10]]);
    const ikm = (weight: '0.11' | '0.111' | 'exact') => ikmOf(10, best, { weight });
    assert.deepEqual([ikm('0.11').ikm, ikm('0.111').ikm, ikm('exact').ikm], ['99.00', '99.90', '100.00']);
    assert.deepEqual(
      [ikm('0.11').reproducesPrintedSheet, ikm('exact').reproducesPrintedSheet],
      [true, false],
    );
  });

  test('by the table of 2004 where a sheet still uses it', () => {
    const { grade, bands } = ikmOf(
      2,
      elements([
        [3, 1],
        [4, 1],
      ]),
      { bands: BANDS_2004 },
    );
    assert.deepEqual([grade, bands], ['A', 'kepmenpan-25-2004']);
    assert.deepEqual(
      ['43.75', '43.76', '62.5', '62.51', '81.25', '81.26'].map((each) =>
        gradeOf(hundredths(each), BANDS_2004),
      ),
      ['D', 'C', 'C', 'B', 'B', 'A'],
    );
  });

  test('of one more element weighs each a tenth', () => {
    const ten = [...elements([[4, 1]]), { element: 'parking', distribution: new Map([[1, 1]]) }];
    assert.equal(ikmOf(1, ten).index, '3.7000');
  });

  test('of an office counts each service as often as it has respondents', () => {
    const services = [
      { n: 300, answers: elements([[4, 300]]) },
      { n: 100, answers: elements([[2, 100]]) },
      { n: 0, answers: elements([]) },
    ];
    const { n, ikm, index, without } = officeIkm(services);
    assert.deepEqual([n, index, ikm, without], [400, '3.5000', '87.50', 1]);
    assert.equal(officeIkm([]).ikm, null);
  });

  test('of any answers is that of whole numbers, and its grade grows with it', () => {
    const distribution = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(distribution, { minLength: 9, maxLength: 9 }), (counts) => {
        const n = 200;
        const answers = SKM_ELEMENTS.map((element, i) => {
          const [a = 0, b = 0, c = 0] = counts[i] ?? [];
          return {
            element,
            distribution: new Map([
              [1, a],
              [2, b],
              [3, c],
              [4, n - a - b - c],
            ]),
          };
        });
        const total = answers.reduce(
          (sum, { distribution: each }) => sum + [...each].reduce((s, [v, k]) => s + v * k, 0),
          0,
        );
        const { ikm } = ikmOf(n, answers);
        // Hundredths, half up, in whole numbers: (2 x 2500 x total + 9 n) div (2 x 9 n).
        const expected = Math.floor((5000 * total + 9 * n) / (18 * n));
        assert.equal(ikm, (expected / 100).toFixed(2));
      }),
    );
  });
});

describe('other scores name their variant', () => {
  const spread = (from: number, counts: readonly number[]) =>
    new Map(counts.map((count, i) => [from + i, count] as const));

  test('NPS counts 0 to 6 against 9 and 10, on 0 to 10', () => {
    assert.deepEqual(npsOf(spread(0, [1, 0, 0, 0, 0, 0, 1, 3, 3, 1, 3])), {
      variant: 'nps_0_10',
      n: 12,
      value: '16.7',
    });
    assert.equal(npsOf(new Map([[0, 5]])).value, '-100.0');
    assert.equal(npsOf(new Map([[7, 5]])).value, '0.0');
    assert.equal(npsOf(new Map()).value, null);
    assert.equal(
      npsOf(
        new Map([
          [0, 1],
          [8, 7],
        ]),
      ).value,
      '-12.5',
    );
  });

  test('CSAT is the top two of five, CES is five to seven of seven, and their means are called means', () => {
    assert.deepEqual(csatOf(spread(1, [1, 1, 1, 2, 3])), {
      variant: 'csat_top_two_of_five',
      n: 8,
      value: '62.5',
    });
    assert.deepEqual(meanScore(spread(1, [1, 1, 1, 2, 3]), 'csat_mean'), {
      variant: 'csat_mean',
      n: 8,
      value: '3.63',
    });
    assert.deepEqual(cesOf(spread(1, [1, 0, 0, 1, 1, 0, 0])), {
      variant: 'ces_five_to_seven_of_seven',
      n: 3,
      value: '33.3',
    });
    assert.deepEqual(meanScore(new Map(), 'ces_mean'), { variant: 'ces_mean', n: 0, value: null });
  });
});

test('the sample that is needed is the one of Krejcie and Morgan, in all rows of their table', () => {
  const rows = KREJCIE_MORGAN.trim().split(/\s+/).map(Number);
  assert.equal(rows.length, 180);
  for (let i = 0; i < rows.length; i += 2) {
    assert.equal(sampleTarget(rows[i] ?? 0), rows[i + 1], `population ${rows[i]}`);
  }
});

/** Population and sample, row after row. */
const KREJCIE_MORGAN = `
  10 10  15 14  20 19  25 24  30 28  35 32  40 36  45 40  50 44  55 48
  60 52  65 56  70 59  75 63  80 66  85 70  90 73  95 76  100 80  110 86
  120 92  130 97  140 103  150 108  160 113  170 118  180 123  190 127  200 132  210 136
  220 140  230 144  240 148  250 152  260 155  270 159  280 162  290 165  300 169  320 175
  340 181  360 186  380 191  400 196  420 201  440 205  460 210  480 214  500 217  550 226
  600 234  650 242  700 248  750 254  800 260  850 265  900 269  950 274  1000 278  1100 285
  1200 291  1300 297  1400 302  1500 306  1600 310  1700 313  1800 317  1900 320  2000 322  2200 327
  2400 331  2600 335  2800 338  3000 341  3500 346  4000 351  4500 354  5000 357  6000 361  7000 364
  8000 367  9000 368  10000 370  15000 375  20000 377  30000 379  40000 380  50000 381  75000 382  1000000 384
`;
