// Anybody reads what people said of how they were served: the index with its grade, where to begin, and all answers.

import '../../src/survey-results/define.ts';
import type { SurveyResults } from '@lintas/contract/surveys';
import { messages as widgets } from '../../src/locales/en.ts';
import { messages as en } from '../../src/locales/survey-results/en.ts';
import { messages as id } from '../../src/locales/survey-results/id.ts';
import { addResultsTexts } from '../../src/survey-results/texts.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { askForFigures, assertFits, press, showElement, watchRequests } from '../metrics/figures.ts';
import { findApi, resetNetwork, startNetwork, stopNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';

/** Questionnaires of the demonstration: one with SKM, one that is asked after a case. */
const SKM = '0199a000-0000-7000-8000-000000000001';
const POST_CASE = '0199a000-0000-7000-8000-000000000002';

addPseudoLanguage();
addResultsTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(en) }));

async function read(survey: string, query = ''): Promise<SurveyResults> {
  const { url } = await findApi();
  const response = await fetch(`${url}/v1/surveys/${survey}/results${query}`);
  return (await response.json()) as SurveyResults;
}

function openAll(root: ShadowRoot): void {
  root.querySelectorAll('details').forEach((details) => (details.open = true));
}

/** The rows of the table with this caption, cell by cell. */
function tableOf(root: ShadowRoot, caption: string): string[][] {
  const table = Array.from(root.querySelectorAll('table')).find(
    (each) => each.querySelector('caption')?.textContent.trim() === caption,
  );
  return Array.from(table?.querySelectorAll('tbody tr') ?? [], (row) =>
    Array.from(row.children, (cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()),
  );
}

describe('results of a questionnaire', () => {
  let element: Element | undefined;
  const show = async (attributes: Readonly<Record<string, string>> = {}, lang?: string) => {
    const shown = await showElement('lintas-survey-results', { survey: SKM, ...attributes }, lang);
    ({ element } = shown);
    return shown;
  };
  beforeEach(async () => void (await resetNetwork()));
  afterEach(() => {
    element?.remove();
    document.documentElement.style.colorScheme = '';
    document.documentElement.style.fontSize = '';
  });

  it('fetches nothing before a person asks', async () => {
    const { url } = await findApi();
    const requests = watchRequests(url);
    const { element } = await show();
    await new Promise((resolve) => setTimeout(resolve, 200));
    assertEqual(requests(), []);
    await assertAccessible(element);
  });

  it('shows the card of SKM: index, grade in words, regulation, response, nine elements and the three lowest', async () => {
    const { root, element } = await show();
    const finding = await askForFigures(root);
    const { instruments, sample } = await read(SKM);
    const skm = instruments.find(({ instrument }) => instrument === 'skm');
    assert(skm?.ikm && skm.grade, 'The demonstration has no index.');
    const words = { A: 'very good', B: 'good', C: 'less good', D: 'not good' }[skm.grade] ?? '?';
    assert(finding.includes(skm.ikm) && finding.includes(words), finding);
    const card = await until(() => root.querySelector('[part=instrument]'));
    assert(Number(sample?.rate) > 100, 'The demonstration has too few answers.');
    for (const text of [
      skm.ikm,
      en.grade(skm.grade, words),
      String(sample?.target),
      '4,384',
      en.sampleEnough,
    ]) {
      assert(card.textContent.includes(text), `${text} is not on the card.`);
    }
    openAll(root);
    const bands = root.querySelector('[part=bands]')?.textContent ?? '';
    assert(bands.includes(skm.regulation ?? '?') && bands.includes('76.61'), bands);
    assertEqual(
      Array.from(root.querySelectorAll('[part=bands] .tag'), (tag) =>
        tag.parentElement?.textContent.trim().startsWith(skm.grade ?? '?'),
      ),
      [true],
      'the band of this result',
    );
    const rows = tableOf(root, en.byElement);
    assertEqual(
      rows.map(([, mean]) => mean),
      skm.elements.map(({ mean }) => mean),
      'means',
    );
    assertEqual(rows.length, 9);
    const lowest = rows.filter(([name = '']) => name.endsWith(en.weakest)).map(([, mean]) => Number(mean));
    const others = rows.filter(([name = '']) => !name.endsWith(en.weakest)).map(([, mean]) => Number(mean));
    assertEqual(lowest.length, 3);
    assert(Math.max(...lowest) <= Math.min(...others), `${String(lowest)} ${String(others)}`);
    await assertAccessible(element);
  });

  it('says what is being done about the lowest elements, lowest first', async () => {
    const { root } = await show();
    await askForFigures(root);
    const [skm] = (await read(SKM)).instruments;
    const told = Array.from(root.querySelectorAll('[part=follow-up] dd'), ({ textContent }) =>
      textContent.trim(),
    );
    const expected = skm?.weakest.flatMap(
      (name) => skm.elements.find(({ element }) => element === name)?.followUp?.['en']?.text ?? [],
    );
    assertEqual(told, expected ?? [], 'what is being done');
    assertEqual(told.length, 3);
    const marked = root.querySelectorAll('[part=follow-up] dd bdi[lang=en][dir=ltr]');
    assertEqual(marked.length, 3, 'told in which language');
  });

  it('shows a year by service when a person chooses it by keys, and all answers again', async () => {
    const { root, element } = await show();
    await askForFigures(root);
    assert(!root.querySelector('[part=groups]'), 'All answers are not told apart.');
    const { periods } = await read(SKM);
    const year = periods.find((each) => !each.includes('Q')) ?? '?';
    const select = await until(() => root.querySelector('select'));
    assertEqual(
      Array.from(select.options, ({ value }) => value),
      ['', ...periods.toReversed()],
      'periods',
    );
    select.value = year;
    select.dispatchEvent(new Event('change'));
    await until(() => root.querySelector('[part=groups]'));
    assert(root.activeElement === root.querySelector('select'), 'The focus is lost.');
    const grouped = (await read(SKM, `?period=${year}`)).instruments[0]?.grouped;
    const rows = tableOf(root, 'Which service did you receive?');
    assertEqual(
      rows.map(([, ikm]) => ikm),
      grouped?.groups.map(({ ikm }) => ikm ?? `× ${en.notPublished}`) ?? [],
      'services',
    );
    const groups = root.querySelector('[part=groups]')?.textContent ?? '';
    assert(groups.includes(grouped?.together.ikm ?? '?'), groups);
    const link = root.querySelector<HTMLAnchorElement>('[part=csv]')?.href ?? '';
    assert(link.includes(`period=${year}`), link);
    openAll(root);
    await assertAccessible(element);
    element.period = '';
    await until(() => root.querySelector('[part=finding]') && !root.querySelector('[part=groups]'));
  });

  it('has every answer in chart and table, and marks what is not published in words', async () => {
    const { root, element } = await show();
    await askForFigures(root);
    openAll(root);
    const { questions, threshold } = await read(SKM);
    const blocks = Array.from(root.querySelectorAll('.question'));
    assertEqual(blocks.length, questions.length, 'questions');
    questions.forEach(({ counts }, at) => {
      const expected = counts.map(({ count }) =>
        count.value === null ? `× ${en.notPublished}` : String(count.value),
      );
      const words = (selector: string) =>
        Array.from(blocks[at]?.querySelectorAll(selector) ?? [], ({ textContent }) =>
          textContent.replaceAll(/\s+/g, ' ').trim(),
        );
      assertEqual(words('.amount'), expected, 'the chart');
      assertEqual(words('tbody td'), expected, 'the table');
    });
    const hidden = questions.flatMap(({ counts }) => counts).some(({ count }) => count.suppressed);
    assert(hidden, 'The demonstration has nothing that is not published.');
    assert(root.textContent.includes(en.notPublishedMeans(String(threshold))), 'The mark is not explained.');
    await assertAccessible(element);
    press(root, 'toggle');
    await until(() => root.querySelector('.question table')?.checkVisibility());
    assert(root.querySelector('.question figure')?.checkVisibility() === false, 'The chart is still there.');
    await assertAccessible(element);
  });

  it('shows a questionnaire of another kind by its mean', async () => {
    const { root, element } = await show({ survey: POST_CASE });
    const finding = await askForFigures(root);
    const { instruments } = await read(POST_CASE);
    const index = instruments[0]?.index;
    assert(index && finding.includes(index), finding);
    openAll(root);
    await assertAccessible(element);
  });

  it('links to the same figures as CSV', async () => {
    const { root } = await show();
    await askForFigures(root);
    const link = await until(() => root.querySelector<HTMLAnchorElement>('[part=csv]'));
    const text = await (await fetch(link.href)).text();
    const { instruments } = await read(SKM);
    assert(text.startsWith('survey,') && text.includes(instruments[0]?.ikm ?? '?'), text.slice(0, 200));
  });

  it('says what happened when the service does not answer, or the page names nothing, and asks again', async () => {
    const { root, element } = await show();
    await stopNetwork();
    press(root, 'show-button');
    const failure = await until(() => root.querySelector('[part=failure]'));
    assert(failure.textContent.includes(widgets.errors.offline), failure.textContent);
    await assertAccessible(element);
    await startNetwork();
    press(root, 'retry-button');
    await until(() => root.querySelector('[part=finding]'));
    element.survey = '0199a000-0000-7000-8000-00000000ffff';
    await until(() =>
      root.querySelector('[part=failure]')?.textContent.includes(widgets.errors.misconfigured),
    );
  });

  it('speaks Indonesian, and fits on a small phone at twice the size, light and dark, in both directions', async () => {
    for (const [lang, scheme, size] of [
      ['id', 'light', ''],
      ['ar', 'dark', '200%'],
    ] as const) {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.fontSize = size;
      // Of a year there is most to show.
      const year = (await read(SKM)).periods.find((each) => !each.includes('Q')) ?? '';
      const { root, element } = await show(lang === 'ar' ? { period: year } : {}, lang);
      element.style.inlineSize = '320px';
      const finding = await askForFigures(root);
      openAll(root);
      if (lang === 'id') {
        assert(finding.includes(id.grades.B) || finding.includes(id.grades.C), finding);
        assert(root.textContent.includes(id.elements.complaints), 'The element has no name.');
      }
      await assertAccessible(element);
      assertFits(element, `${lang} ${size}`);
      press(root, 'toggle');
      await until(() => root.querySelector('table')?.checkVisibility());
      assertFits(element, `${lang} ${size}, tables`);
      element.remove();
    }
  });
});
