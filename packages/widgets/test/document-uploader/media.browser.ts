// People who chose contrast colours or less motion in their system: every edge can be seen, and nothing moves.

import { executeServerCommand } from '@web/test-runner-commands';
import type { MediaCommand } from '../../../tooling/src/browser-tests/media-plugin.ts';
import { assert, assertEqual } from '../core/assert.ts';
import { showScreen, type OneScreen } from './one-screen.ts';
import { SCREENS } from './screens.ts';

/** Answers whether this engine lets a test choose. */
const choose = (features: MediaCommand): Promise<boolean> =>
  executeServerCommand<boolean, MediaCommand>('lintas-media', features);

async function show(name: string): Promise<OneScreen> {
  const state = SCREENS[name];
  assert(state, name);
  return showScreen(state);
}

/** All rules of style sheets, each with the media that it is for. */
function* rulesOf(
  rules: CSSRuleList,
  media = '',
): Iterable<{ readonly style: CSSStyleDeclaration; readonly text: string; readonly media: string }> {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) yield { style: rule.style, text: rule.cssText, media };
    if (rule instanceof CSSMediaRule) yield* rulesOf(rule.cssRules, `${media} ${rule.conditionText}`);
    else if (rule instanceof CSSGroupingRule && !(rule instanceof CSSStyleRule))
      yield* rulesOf(rule.cssRules, media);
  }
}

afterEach(async () => {
  document.querySelector('one-document-screen')?.remove();
  await choose({});
});

describe('less motion', () => {
  it('is none at all: whatever moves does so only for those who did not choose it', async () => {
    const { shadowRoot } = await show('sending');
    const sheets = shadowRoot?.adoptedStyleSheets ?? [];
    const rules = sheets.flatMap(({ cssRules }) => [...rulesOf(cssRules)]);
    assert(rules.length > 50, 'The rules were not found.');
    const moving = rules.filter(({ style }) => style.transitionProperty !== '' || style.animationName !== '');
    const always = moving.filter(({ media }) => !media.includes('prefers-reduced-motion: no-preference'));
    assertEqual(
      always.map(({ style }) => style.cssText),
      [],
      'what moves always',
    );
    if (await choose({ 'prefers-reduced-motion': 'reduce' })) {
      assert(matchMedia('(prefers-reduced-motion: reduce)').matches, 'It was not chosen.');
      const running = document.getAnimations().length + (shadowRoot?.getAnimations().length ?? 0);
      assertEqual(running, 0, 'running animations');
    }
  });
});

describe('contrast colours', () => {
  /** A system colour as it is computed. */
  function colour(name: string): string {
    const probe = document.createElement('span');
    probe.style.color = name;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }

  it('keep the edges of places and buttons, the progress and the marks', async () => {
    if (!(await choose({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }))) return;
    assert(matchMedia('(forced-colors: active)').matches, 'They were not chosen.');
    const { shadowRoot } = await show('sending');
    const styleOf = (selector: string): CSSStyleDeclaration => {
      const element = shadowRoot?.querySelector(selector);
      assert(element, `${selector} is not there.`);
      return getComputedStyle(element);
    };
    const canvas = colour('Canvas');
    for (const edged of ['.place', '.pick.file', '.need', 'button']) {
      const { borderTopColor, borderTopStyle, borderTopWidth } = styleOf(edged);
      assert(borderTopColor !== canvas, `The edge of ${edged} cannot be seen.`);
      assert(borderTopStyle !== 'none' && borderTopWidth !== '0px', `${edged} has no edge.`);
    }
    assertEqual(styleOf('.place').borderTopColor, colour('CanvasText'));
    const { color, backgroundColor } = styleOf('progress');
    assertEqual([color, backgroundColor], [colour('Highlight'), canvas], 'the progress');
    for (const drawing of ['.drawing .paper', '.drawing .tint']) {
      const { fill, stroke } = styleOf(drawing);
      assertEqual([fill, stroke], [canvas, colour('CanvasText')], drawing);
    }
    for (const line of ['.drawing .line', '.changes svg']) {
      assert(styleOf(line).stroke !== canvas, `${line} cannot be seen.`);
    }
  });
});

describe('a finger', () => {
  it('meets every button and summary with enough room, and keeps what saves apart from what removes', async () => {
    const { shadowRoot } = await show('received and accepted');
    assert(shadowRoot, 'the screen');
    const rules = shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...rulesOf(cssRules)]);
    const coarse = rules.filter(({ media }) => media.trim() === '(pointer: coarse)');
    // No engine lets a test choose a finger: what is for one is put on for all.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(coarse.map(({ text }) => text).join(' '));
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    const small = [...shadowRoot.querySelectorAll('button, summary, .pick')]
      .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44)
      .map((target) => target.textContent?.trim());
    assertEqual(small, [], 'what is too low');
    const [save, remove] = ['copy', 'remove'].map((name) =>
      shadowRoot.querySelector(`[part=${name}-button]`)?.getBoundingClientRect(),
    );
    assert(save && remove && remove.left - save.right >= 24, 'They stand too near.');
  });
});
