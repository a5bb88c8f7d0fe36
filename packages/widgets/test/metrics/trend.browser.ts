// The course of a figure over time, drawn: it says the same whichever way people read.

import '../../src/metrics/define.ts';
import { messages as en } from '../../src/locales/metrics/en.ts';
import { addMetricsTexts } from '../../src/metrics/texts.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import { askForFigures, showElement } from './figures.ts';

addPseudoLanguage();
addMetricsTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(en) }));

const show = (attributes: Readonly<Record<string, string>>, lang: string) =>
  showElement('lintas-metrics', attributes, lang);

describe('a course that is drawn', () => {
  it('keeps the figures of the axis off the points, on a small phone and in both directions', async () => {
    for (const lang of ['en', 'ar']) {
      const { root, element } = await show({ view: 'trend' }, lang);
      element.style.inlineSize = '320px';
      await askForFigures(root);
      const boxes = (selector: string): readonly DOMRect[] =>
        [...root.querySelectorAll(`.trend ${selector}`)].map((part) => part.getBoundingClientRect());
      await until(() => boxes('.point').length > 0);
      const hidden = boxes('.tick').filter((tick) =>
        boxes('.point').some((point) => point.left < tick.right && tick.left < point.right),
      );
      assertEqual(hidden.length, 0, `figures above or below a point: ${lang}`);
      element.remove();
    }
  });

  it('lets time follow the reading direction', async () => {
    for (const [lang, sign] of [
      ['en', 1],
      ['ar', -1],
    ] as const) {
      const { root, element } = await show({}, lang);
      await askForFigures(root);
      const places = Array.from(
        root.querySelectorAll('svg.trend circle'),
        (each) => each.getBoundingClientRect().x,
      );
      assert(places.length > 3, 'There are no points.');
      assert(
        places.every((place, at) => at === 0 || Math.sign(place - (places[at - 1] ?? 0)) === sign),
        String(places),
      );
      element.remove();
    }
  });
});
