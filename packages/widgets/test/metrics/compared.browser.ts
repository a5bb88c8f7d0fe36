// Figures side by side can be read without guessing what a bar means.

import '../../src/metrics/define.ts';
import { messages as en } from '../../src/locales/metrics/en.ts';
import { assertEqual } from '../core/assert.ts';
import { resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { askForFigures, cellsOf, showElement } from './figures.ts';

describe('figures side by side', () => {
  it('names what the bar and the thin line reach, on one scale for all', async () => {
    await resetNetwork();
    const { root, element } = await showElement('lintas-metrics', { view: 'comparison' });
    await askForFigures(root);
    assertEqual(
      root.querySelector('h2')?.textContent,
      `${en.titles.processing_time} · ${en.comparedBy.kind}`,
    );
    const written = Array.from(root.querySelectorAll('.compared .amount'), ({ textContent }) =>
      textContent?.replaceAll(/\s+/g, ' ').trim(),
    );
    const expected = cellsOf(root).map(
      ([, half, high]) => `${en.statistics.p50} ${half} ${en.statistics.p80} ${high}`,
    );
    assertEqual(written, expected);
    const widths = Array.from(root.querySelectorAll('.compared svg'), (bar) =>
      Math.round(bar.getBoundingClientRect().width),
    );
    assertEqual(new Set(widths).size, 1, String(widths));
    element.remove();
  });
});
