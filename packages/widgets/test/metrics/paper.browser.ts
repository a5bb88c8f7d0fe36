// Published figures on paper, and in the colours of somebody's operating system.

import '../../src/metrics/define.ts';
import '../../src/survey-results/define.ts';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import type { MediaCommand } from '../../../tooling/src/browser-tests/media-plugin.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { askForFigures, showElement } from './figures.ts';

const SKM = '0199a000-0000-7000-8000-000000000001';
const SHOWN = [
  ['lintas-metrics', { view: 'trend' }],
  ['lintas-metrics', { view: 'comparison', by: 'kind' }],
  ['lintas-survey-results', { survey: SKM }],
] as const;

/** Only Chromium's driver can show a page like this. */
const canEmulate = navigator.userAgent.includes('Chrome/');

async function useForcedColors(value: 'active' | 'none'): Promise<void> {
  const command: MediaCommand = { 'forced-colors': value };
  const done = await executeServerCommand<boolean, MediaCommand>('lintas-media', command);
  assert(done, 'The driver cannot show the page like this.');
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

(canEmulate ? describe : describe.skip)('published figures', () => {
  let element: Element | undefined;
  beforeEach(async () => void (await resetNetwork()));
  afterEach(async () => {
    element?.remove();
    await useForcedColors('none');
    await emulateMedia({ media: 'screen' });
  });

  for (const [tag, attributes] of SHOWN) {
    const name = `${tag} ${'view' in attributes ? attributes.view : 'SKM'}`;

    it(`have chart and table on paper, and nothing to press: ${name}`, async () => {
      const shown = await showElement(tag, attributes);
      ({ element } = shown);
      const { root } = shown;
      await askForFigures(root);
      await until(() => root.querySelector('table'));
      await emulateMedia({ media: 'print' });
      const charts = [...root.querySelectorAll('[part=chart]')].filter((each) => !each.closest('details'));
      const tables = [...root.querySelectorAll('table')].filter((each) => !each.closest('details'));
      assert(charts.length > 0 && charts.every(isShown), 'A chart is missing.');
      assert(tables.length > 0 && tables.every(isShown), 'A table is missing.');
      const controls = [...root.querySelectorAll('button, input, select, [part=csv]')].filter(isShown);
      assertEqual(
        controls.map(({ localName }) => localName),
        [],
        'what cannot be pressed on paper',
      );
      assert(!charts.some((chart) => getComputedStyle(chart).overflow === 'hidden'), 'A chart is cut off.');
    });

    it(`are drawn in the colours of the operating system: ${name}`, async () => {
      const shown = await showElement(tag, attributes);
      ({ element } = shown);
      const { root } = shown;
      await askForFigures(root);
      await until(() => root.querySelector('svg'));
      await useForcedColors('active');
      const probe = document.createElement('span');
      probe.style.cssText = 'forced-color-adjust: none; color: CanvasText; background: Canvas';
      document.body.append(probe);
      const { color: ink, backgroundColor: paper } = getComputedStyle(probe);
      probe.remove();
      assert(ink !== paper, 'Ink and paper are the same.');
      const drawn = [
        ...root.querySelectorAll('svg .line, svg .point, svg .filled, svg .unpublished, svg .cross'),
      ];
      const invisible = drawn.filter((part) => {
        const { fill, stroke } = getComputedStyle(part);
        return ![fill, stroke].includes(ink);
      });
      assert(drawn.length > 0, 'Nothing is drawn.');
      assertEqual(
        invisible.map(({ localName, classList }) => `${localName}.${classList.value}`),
        [],
        'what is not drawn with ink',
      );
    });
  }
});
