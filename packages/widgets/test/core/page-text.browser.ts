// A page's way of setting its own text does not reach into an element: it would hide words, or part letters that join.

import { find, showCase } from '../status-tracker/tracker.ts';
import { resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { assertEqual } from './assert.ts';

describe('text in an element', () => {
  const around = document.createElement('div');
  const page = new CSSStyleSheet();
  page.replaceSync(`.around {
    letter-spacing: 0.2em; word-spacing: 1em; text-transform: uppercase; text-indent: 3rem; white-space: nowrap;
  }`);
  before(() => {
    around.className = 'around';
    document.body.append(around);
    document.adoptedStyleSheets.push(page);
  });
  beforeEach(async () => void (await resetNetwork()));
  afterEach(() => around.replaceChildren());
  after(() => {
    around.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== page);
  });

  it('is set as the element needs it, whatever stands around it', async () => {
    const shown = await showCase('ar', around);
    const { letterSpacing, wordSpacing, textTransform, textIndent, whiteSpace } = getComputedStyle(
      await find(shown, '[part=headline]'),
    );
    assertEqual(
      { letterSpacing, wordSpacing, textTransform, textIndent, whiteSpace },
      {
        letterSpacing: 'normal',
        wordSpacing: '0px',
        textTransform: 'none',
        textIndent: '0px',
        whiteSpace: 'normal',
      },
    );
    const { left, right } = shown.element.getBoundingClientRect();
    const headline = (await find(shown, '[part=headline]')).getBoundingClientRect();
    assertEqual([headline.left >= left, headline.right <= right], [true, true], 'whether it has room');
  });

  it('is as readable on a page that resets every element, and what is hidden stays hidden', async () => {
    const reset = new CSSStyleSheet();
    reset.replaceSync(
      '* { all: unset; } .around { display: block; color: #eee; font: 8px/1 monospace; text-align: right; }',
    );
    const shown = await showCase('ar', around);
    const sheet = await find(shown, '[part=sheet]');
    const look = (): unknown => {
      const { color, fontFamily, fontSize, lineHeight, textAlign, direction } = getComputedStyle(sheet);
      const isWide = sheet.offsetWidth === around.offsetWidth;
      shown.element.hidden = true;
      const isHidden = sheet.getClientRects().length === 0;
      shown.element.hidden = false;
      return [color, fontFamily, fontSize, lineHeight, textAlign, direction, isWide, isHidden];
    };
    const before = look();
    document.adoptedStyleSheets.push(reset);
    try {
      assertEqual(look(), before);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== reset);
    }
  });
});
