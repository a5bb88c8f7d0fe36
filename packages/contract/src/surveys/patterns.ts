// Whether a text fits a pattern. A pattern is a list of parts instead of a regular expression, because a hostile or
// careless one can keep a regular expression busy for years; this looks at every character once for each part.

import type { PatternPart } from './schemas.ts';
import type { PatternClass } from './vocabulary.ts';

const CLASSES: Readonly<Record<PatternClass, RegExp>> = {
  digits: /^[0-9]$/,
  letters: /^[\p{L}\p{M}]$/u,
  capitals: /^\p{Lu}$/u,
  letters_or_digits: /^[\p{L}\p{M}0-9]$/u,
  any: /^./su,
};

/** Whether the whole text fits. A part of a class that this version does not know takes any character. */
export function fitsPattern(text: string, pattern: readonly PatternPart[]): boolean {
  const characters = [...text];
  // reachable[i]: the parts so far can end before character i.
  let reachable = characters.map(() => false);
  reachable.unshift(true);
  for (const part of pattern) {
    reachable =
      part.text === undefined
        ? afterRun(characters, reachable, part)
        : afterText(characters, reachable, [...part.text]);
  }
  return reachable[characters.length] === true;
}

function afterText(characters: readonly string[], from: readonly boolean[], text: readonly string[]) {
  return from.map((_, end) => {
    const start = end - text.length;
    return from[start] === true && text.every((character, i) => characters[start + i] === character);
  });
}

/** An end is reachable when a start lies `min` to `max` characters before it, within the same run of the class. */
function afterRun(characters: readonly string[], from: readonly boolean[], part: PatternPart) {
  const { min = 0, max = Number.POSITIVE_INFINITY } = part;
  const fits = classOf(part.of);
  // starts[i]: how many of the first i places are starts.
  const starts = [0];
  for (const start of from) starts.push((starts.at(-1) ?? 0) + (start ? 1 : 0));
  let runBegins = 0;
  return from.map((_, end) => {
    const last = characters[end - 1];
    if (last !== undefined && !fits.test(last)) runBegins = end;
    const earliest = Math.max(runBegins, end - max);
    const latest = end - min;
    return latest >= earliest && (starts[latest + 1] ?? 0) > (starts[earliest] ?? 0);
  });
}

function classOf(name: string | undefined): RegExp {
  return Object.entries(CLASSES).find(([known]) => known === name)?.[1] ?? CLASSES.any;
}
