// Anybody reads how an authority served people: the finding, the chart, the table and the same as CSV.

import '../../src/metrics/define.ts';
import type { Metric } from '@lintas/contract/metrics';
import { sendKeys } from '@web/test-runner-commands';
import { messages as widgets } from '../../src/locales/en.ts';
import { messages as en } from '../../src/locales/metrics/en.ts';
import { messages as id } from '../../src/locales/metrics/id.ts';
import { addMetricsTexts } from '../../src/metrics/texts.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import {
  answerInstead,
  findApi,
  PROBLEM,
  problem,
  resetNetwork,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import { askForFigures, assertFits, cellsOf, press, showElement, watchRequests } from './figures.ts';

addPseudoLanguage();
addMetricsTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(en) }));

async function read(path: string): Promise<Metric> {
  const { url } = await findApi();
  const response = await fetch(`${url}/v1/metrics/${path}`);
  return (await response.json()) as Metric;
}

/** A figure in days, as it stands in the table. */
function figure(value: number | null | undefined): string {
  return value == null ? `× ${en.notPublished}` : en.amounts.days(String(value), value);
}

describe('published figures', () => {
  let element: Element | undefined;
  const show = async (attributes: Readonly<Record<string, string>> = {}, lang?: string) => {
    const shown = await showElement('lintas-metrics', attributes, lang);
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

  it('fetches them when the element comes into view where the page says so', async () => {
    const { url } = await findApi();
    const requests = watchRequests(url);
    const above = Object.assign(document.createElement('div'), { className: 'above' });
    above.style.blockSize = '300vh';
    document.body.append(above);
    const { element, root } = await show({ eager: '' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assertEqual(requests(), [], 'what was asked for out of sight');
    element.scrollIntoView();
    await until(() => root.querySelector('[part=finding]'));
    above.remove();
  });

  it('states the finding, and the table has every figure of the chart and of the API', async () => {
    const { element, root } = await show();
    const finding = await askForFigures(root);
    const { series } = await read('processing_time');
    const lines = series.filter(({ clock }) => clock === 'calendar');
    const started = lines[0]?.points.findIndex(({ suppressed }) => !suppressed) ?? 0;
    const points = lines.map((line) => line.points.slice(started));
    const latest = points[0]?.findLast(({ value }) => value !== null);
    assert(finding.includes(`${latest?.value} days`), finding);
    assertEqual(root.activeElement?.getAttribute('part'), 'finding', 'what has the focus');

    const expected = (points[0] ?? []).map((_, index) => points.map((line) => line[index]?.value)).reverse();
    const table = cellsOf(root).map((cells) => cells.slice(1, 4));
    assertEqual(
      table,
      expected.map((values) =>
        values.map((value) =>
          value == null ? `× ${en.notPublished}` : en.amounts.days(String(value), value),
        ),
      ),
      'the table',
    );
    const drawn = expected.flat().filter((value) => value != null).length;
    assertEqual(root.querySelectorAll('svg.trend .point').length, drawn, 'points of the chart');
    await assertAccessible(element);
    press(root, 'toggle');
    await until(() => root.querySelector('[part=toggle]')?.textContent.includes(en.asChart));
    assert(root.querySelector('figure')?.checkVisibility() === false, 'The chart is still there.');
    assert(root.querySelector('table')?.checkVisibility(), 'There is no table.');
    await assertAccessible(element);
  });

  it('marks what is not published in words, in chart and table, and never as 0 or nothing', async () => {
    const { root, element } = await show();
    await askForFigures(root);
    const { series, threshold } = await read('processing_time');
    // The first months have enough cases for the middle, and not yet for the slowest tenth, whatever day it is.
    const pointsOf = (wanted: string) => series.find(({ statistic }) => statistic === wanted)?.points ?? [];
    const first = pointsOf('p50').findIndex(({ suppressed }) => !suppressed);
    const hidden = pointsOf('p90')[first]?.suppressed;
    assert(hidden, 'The demonstration has nothing that is not published.');
    const cells = cellsOf(root).flat();
    assert(cells.includes(`× ${en.notPublished}`), String(cells));
    assert(!cells.some((cell) => cell === '' || /^0\b/.test(cell)), String(cells));
    assert(root.querySelector('.cross'), 'The chart has no mark.');
    assert(root.textContent.includes(en.notPublishedMeans(String(threshold))), 'The mark is not explained.');
    await assertAccessible(element);
  });

  it('says it where nothing at all is published', async () => {
    const { root, element } = await show({ office: 'Nowhere' });
    assertEqual((await askForFigures(root)).trim(), en.nothing);
    await assertAccessible(element);
  });

  it('is read out period by period, by keys and by pointer', async () => {
    const { root } = await show();
    await askForFigures(root);
    const slider = await until(() => root.querySelector<HTMLInputElement>('[part=period]'));
    slider.focus();
    const before = root.querySelector('[part=readout]')?.textContent;
    await sendKeys({ press: 'Home' });
    await until(() => root.querySelector('[part=readout]')?.textContent !== before);
    const first = slider.getAttribute('aria-valuetext') ?? '';
    assert(/20\d\d, .*days/.test(first), first);
    const chart = await until(() => root.querySelector('svg.trend'));
    const box = chart.getBoundingClientRect();
    const clientX = box.right - 2;
    chart.dispatchEvent(new PointerEvent('pointerdown', { clientX, clientY: box.top + 5, bubbles: true }));
    await until(() => slider.value === slider.max);
  });

  it('shows one figure large, with what it is about', async () => {
    const { root, element } = await show({ view: 'number', measure: 'received' });
    const finding = await askForFigures(root);
    const { series } = await read('received');
    const latest = series[0]?.points.findLast(({ value }) => value !== null);
    assert(finding.includes(String(latest?.value)), finding);
    assert(root.querySelector('[part=number]')?.textContent.includes(String(latest?.value)), 'no number');
    await assertAccessible(element);
  });

  it('puts kinds and offices side by side, each with its own CSV', async () => {
    for (const by of ['kind', 'office']) {
      const { root, element } = await show({ view: 'comparison', by });
      await askForFigures(root);
      const names = cellsOf(root).map(([name]) => name);
      const bars = Array.from(root.querySelectorAll('.compared .name'), ({ textContent }) => textContent);
      assertEqual(bars, names, 'bars and rows');
      assert(names.length > 1, String(names));
      if (by === 'kind') assert(names.includes(widgets.kinds.stay_limited), String(names));
      assertEqual(root.querySelectorAll('[part=csv]').length, names.length, 'links');
      const queries = Array.from(
        root.querySelectorAll<HTMLAnchorElement>('[part=csv]'),
        ({ href }) => new URL(href).search,
      );
      const lines = await Promise.all(
        queries.map(async (query) => (await read(`processing_time${query}`)).series[0]?.points ?? []),
      );
      const last = Math.max(...lines.map((points) => points.findLastIndex(({ value }) => value !== null)));
      assertEqual(
        cellsOf(root).map(([, half]) => half),
        lines.map((points) => figure(points[last]?.value)),
        'the last period that tells of any',
      );
      await assertAccessible(element);
      element.remove();
    }
  });

  it('puts those who reviewed documents side by side, by the names that people know', async () => {
    const { root, element } = await show({ measure: 'first_time_right', view: 'comparison', by: 'partner' });
    const finding = await askForFigures(root);
    const names = cellsOf(root).map(([name]) => name);
    const house = 'Nusantara Welcome House (demonstration)';
    assertEqual(names, ['Directorate General of Immigration (demonstration)', house]);
    assert(finding.includes(house), finding);
    const [, ofHouse] = root.querySelectorAll<HTMLAnchorElement>('[part=csv]');
    const { search } = new URL(ofHouse?.href ?? '');
    assert(search.includes('partner=rumah-singgah'), search);
    const [series] = (await read(`first_time_right${search}`)).series;
    const latest = series?.points.findLast(({ value }) => value !== null)?.value;
    assertEqual(cellsOf(root)[1]?.[1]?.replace(/[^0-9.]/g, ''), String(latest));
    await assertAccessible(element);
  });

  it('links to the same figures as CSV', async () => {
    const { root } = await show({ kind: 'stay_limited', measure: 'completed' });
    await askForFigures(root);
    const link = await until(() => root.querySelector<HTMLAnchorElement>('[part=csv]'));
    const text = await (await fetch(link.href)).text();
    assert(text.startsWith('metric,') && text.includes('stay_limited'), text.slice(0, 200));
    for (const [, value = ''] of cellsOf(root)) {
      const number = /^\d+/.exec(value)?.[0];
      if (number !== undefined) assert(text.includes(`,${number},`), `${number} is not in the CSV.`);
    }
  });

  it('says what happened when the service does not answer, and asks again', async () => {
    const { root, element } = await show();
    await stopNetwork();
    press(root, 'show-button');
    const failure = await until(() => root.querySelector('[part=failure]'));
    assert(failure.textContent.includes(widgets.errors.offline), failure.textContent);
    await assertAccessible(element);
    await startNetwork();
    press(root, 'retry-button');
    await until(() => root.querySelector('[part=finding]'));
  });

  it('tells the people who run the page of their mistakes', async () => {
    for (const attributes of [{ measure: 'happiness' }, { kind: 'x' }, { authority: 'nobody' }]) {
      const { root, element } = await show(attributes);
      press(root, 'show-button');
      const failure = await until(() => root.querySelector('[part=failure]'));
      assert(failure.textContent.includes(widgets.errors.misconfigured), failure.textContent);
      element.remove();
    }
    await answerInstead(503, PROBLEM, problem('unavailable', 503));
    const { root } = await show();
    press(root, 'show-button');
    const failure = await until(() => root.querySelector('[part=failure]'));
    assert(failure.textContent.includes(widgets.errors.unavailable), failure.textContent);
  });

  it('asks again when the page asks for something else', async () => {
    const { root, element } = await show();
    const finding = await askForFigures(root);
    element.measure = 'pending';
    await until(() => {
      const now = root.querySelector('[part=finding]')?.textContent;
      return now !== undefined && now !== finding;
    });
    assertEqual(root.querySelector('h2')?.textContent, en.titles.pending);
  });

  it('speaks Indonesian, and fits on a small phone at twice the size, light and dark, in both directions', async () => {
    for (const [lang, view, scheme, size] of [
      ['id', 'trend', 'light', ''],
      ['id', 'comparison', 'dark', '200%'],
      ['ar', 'trend', 'dark', '200%'],
      ['ar', 'comparison', 'light', ''],
    ] as const) {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.fontSize = size;
      const { root, element } = await show({ view }, lang);
      element.style.inlineSize = '320px';
      const finding = await askForFigures(root);
      if (lang === 'id') {
        const title = id.titles.processing_time;
        const compared = `${title} · ${id.comparedBy.kind}`;
        assertEqual(root.querySelector('h2')?.textContent, view === 'comparison' ? compared : title);
        assert(finding.includes('Pada'), finding);
      }
      await assertAccessible(element);
      assertFits(element, `${lang} ${view} ${size}`);
      press(root, 'toggle');
      await until(() => root.querySelector('table')?.checkVisibility());
      assertFits(element, `${lang} ${view} ${size}, table`);
      element.remove();
    }
  });
});
