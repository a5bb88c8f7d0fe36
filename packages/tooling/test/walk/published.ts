// What anybody reads on the partner's page of figures, held against what the owner of the answers knows.

import assert from 'node:assert/strict';
import { SKM_ELEMENTS, type Answers, type SurveyResults } from '@lintas/contract/surveys';
import type { Window } from './hands.ts';
import { click, inElement, until, wordsOf } from './steps.ts';

/** What one person answered, as the owner has it. */
export interface OwnedAnswer {
  readonly day: string;
  readonly answers: Answers;
}

/** The grade begins here (Permenpan RB 14/2017). */
const BANDS = [
  [88.31, 'A', 'sangat baik'],
  [76.61, 'B', 'baik'],
  [65, 'C', 'kurang baik'],
  [25, 'D', 'tidak baik'],
] as const;

/** How long the office takes stands on the page, by its number. */
export async function readFigures(page: Window): Promise<void> {
  await click(page, inElement('lintas-metrics', '[part=show-button]'));
  await until(page, inElement('lintas-metrics', '[part=finding]'));
  const finding = await page.look<string>(wordsOf(inElement('lintas-metrics', '[part=finding]')));
  assert.match(finding, /^Separuh permohonan yang selesai pada .+ memakan waktu paling lama \d+ hari/);
}

/** Index, grade and every count are what the answers say, and nothing is told of fewer people than may be. */
export async function readResults(
  page: Window,
  published: SurveyResults,
  all: readonly OwnedAnswer[],
): Promise<void> {
  await click(page, inResults('[part=show-button]'));
  await until(page, inResults('[part=finding]'));
  const { from, asOf, threshold } = published;
  assert.ok(from !== null && asOf !== null, 'Nothing is published.');
  const counted = all.filter(({ day }) => from <= day && day <= asOf).map(({ answers }) => answers);

  const ikm = ikmOf(counted);
  const [, grade, words] = BANDS.find(([least]) => ikm >= least) ?? BANDS[3];
  const finding = await page.look<string>(wordsOf(inResults('[part=finding]')));
  const written = ikm.toFixed(2).replace('.', ',');
  assert.equal(finding, `Masyarakat menilai pelayanan “${words}”: ${written} dari 100, mutu ${grade}.`);

  await click(page, inResults('[part=answers] > summary'));
  const shown = await page.look<string[][]>(AMOUNTS);
  const truths = published.questions.map(({ question, counts }) =>
    counts.map(
      ({ value }) =>
        counted.filter((answers) => (JSON.stringify(answers[question]) ?? '').replaceAll('"', '') === value)
          .length,
    ),
  );
  assert.deepEqual(
    shown.map(({ length }) => length),
    truths.map(({ length }) => length),
  );
  const pairs = truths.flatMap((row, at) => row.map((truth, i) => [truth, shown[at]?.[i] ?? ''] as const));
  for (const [truth, amount] of pairs) {
    const isHidden = amount === '× tidak diumumkan';
    assert.ok(isHidden || truth >= threshold, `${amount} is told of ${truth} people`);
    assert.ok(
      isHidden || (Number(amount) % 5 === 0 && Math.abs(Number(amount) - truth) < 5),
      `${amount}: ${truth}`,
    );
  }
  const hidden = pairs.filter(([, amount]) => amount.startsWith('×')).length;
  assert.ok(hidden > 0 && hidden < pairs.length, `${hidden} of ${pairs.length} are not published`);
}

/** Mean of the elements' means, times 25, rounded half up to two digits. */
function ikmOf(all: readonly Answers[]): number {
  const means = SKM_ELEMENTS.map((element) => {
    const scores = all.map((answers) => answers[element]).filter((score) => typeof score === 'number');
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });
  const index = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  // No result of the demonstration is so near to a half that the last bit of a float decides.
  return Math.round(index * 2500) / 100;
}

function inResults(selector: string): string {
  return inElement('lintas-survey-results', selector);
}

/** By question, what the chart says beside each bar. */
const AMOUNTS = `[...document.querySelector('lintas-survey-results').shadowRoot.querySelectorAll('.question')]
  .map((question) => [...question.querySelectorAll('.amount')]
    .map((amount) => amount.textContent.replaceAll(/\\s+/g, ' ').trim()))`;
