// Which language an element is shown in, and how that language runs. Pure but for looking at `lang` attributes.

/** What to try after a language. A person of a persecuted group is never shown their state's language instead. */
const FALLBACKS: Readonly<Record<string, string>> = {
  prs: 'fa-AF',
  'fa-AF': 'fa',
  // Rohingya: English, and never Burmese.
  rhg: 'en',
  // The tag of Indonesian before 1989, which some systems still send.
  in: 'id',
};

/**
 * A tag and everything that may stand in for it, the best first, English last: `fa-AF`, `fa`, `en`.
 *
 * @param tag BCP 47
 */
export function languageChain(tag: string): readonly string[] {
  const chain: string[] = [];
  for (let next: string | undefined = canonical(tag); next && !chain.includes(next);) {
    chain.push(next);
    const parent: string = next.slice(0, Math.max(0, next.lastIndexOf('-')));
    next = FALLBACKS[next] ?? parent;
  }
  return chain.includes('en') ? chain : [...chain, 'en'];
}

/** `FA-af` becomes `fa-AF`; what is not a language tag becomes English. Keeps `prs`, which `Intl` would rename. */
function canonical(tag: string): string {
  const [language = '', ...subtags] = tag.trim().split(/[-_]/);
  if (!/^[a-z]{2,8}$/i.test(language)) return 'en';
  const written = subtags.map((subtag) => {
    if (subtag.length === 2) return subtag.toUpperCase();
    return subtag.length === 4 ? subtag.charAt(0).toUpperCase() + subtag.slice(1).toLowerCase() : subtag;
  });
  return [language.toLowerCase(), ...written].join('-');
}

export type Direction = 'ltr' | 'rtl';

/** Written right to left unless the tag names another script. Our own list: browsers do not agree on one. */
const RTL_LANGUAGES = 'ar arc azb ckb dv fa glk he ks lrc mzn nqo pnb prs ps sd syr ug ur yi'.split(' ');
const RTL_SCRIPTS = ['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

const directions = new Map<string, Direction>();

/** The direction of a language: by its script where the tag names one (`rhg-Rohg`), else by the language. */
export function directionOf(tag: string): Direction {
  // Asked for every text of a questionnaire, which has few languages and thousands of texts.
  const direction = directions.get(tag) ?? findDirection(tag);
  directions.set(tag, direction);
  return direction;
}

function findDirection(tag: string): Direction {
  const [language = '', ...subtags] = canonical(tag).split('-');
  const script = subtags.find((subtag) => /^[A-Z][a-z]{3}$/.test(subtag));
  const rtl = script ? RTL_SCRIPTS.includes(script) : RTL_LANGUAGES.includes(language);
  return rtl ? 'rtl' : 'ltr';
}

/** The `lang` of the element or of its nearest ancestor that has one, also outside of shadow roots. */
export function nearestLanguage(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    const lang = at.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
  }
  return undefined;
}

/** The element whose shadow root holds this one. */
export function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
