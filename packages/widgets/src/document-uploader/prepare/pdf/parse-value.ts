// The values that a PDF is written in (ISO 32000-1, section 7.3). Text is skipped: nothing here needs any.

export interface Reference {
  readonly object: number;
}
export type Dictionary = ReadonlyMap<string, PdfValue>;
/** A name is a string, without its slash. Text, `true`, `false` and `null` are `null`. */
export type PdfValue = number | string | null | Reference | Dictionary | readonly PdfValue[];

export function isReference(value: PdfValue | undefined): value is Reference {
  return typeof value === 'object' && value !== null && 'object' in value;
}

export function isDictionary(value: PdfValue | undefined): value is Dictionary {
  return value instanceof Map;
}

export interface Parsed {
  readonly value: PdfValue;
  /** Where it ends in the text. */
  readonly end: number;
}

/** Deeper than any real file; a hostile one must not fill the stack. */
const MAX_DEPTH = 40;

/** Parses the value that begins at `start`; `undefined` where it makes no sense or goes on behind the text. */
export function parseValue(text: string, start: number, depth = 0): Parsed | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const at = skipSpace(text, start);
  if (text.startsWith('<<', at)) return parseDictionary(text, at + 2, depth);
  const first = text.charAt(at);
  if (first === '[') return parseArray(text, at + 1, depth);
  if (first === '(') return skipText(text, at + 1);
  if (first === '<') return skipHex(text, at);
  if (first === '/') return parseName(text, at);
  return parseNumber(text, at) ?? parseWord(text, at);
}

/** White space and comments (sections 7.2.2 and 7.2.3). */
export function skipSpace(text: string, start: number): number {
  return start + (/^(?:[\0\t\n\f\r ]|%[^\r\n]*)*/.exec(text.slice(start, start + 1000))?.[0].length ?? 0);
}

function parseDictionary(text: string, start: number, depth: number): Parsed | undefined {
  const value = new Map<string, PdfValue>();
  for (let at = skipSpace(text, start); at < text.length; at = skipSpace(text, at)) {
    if (text.startsWith('>>', at)) return { value, end: at + 2 };
    const key = text.charAt(at) === '/' ? parseName(text, at) : undefined;
    const entry = key && parseValue(text, key.end, depth + 1);
    if (!entry || typeof key.value !== 'string') return undefined;
    value.set(key.value, entry.value);
    at = entry.end;
  }
  return undefined;
}

function parseArray(text: string, start: number, depth: number): Parsed | undefined {
  const value: PdfValue[] = [];
  for (let at = skipSpace(text, start); at < text.length; at = skipSpace(text, at)) {
    if (text.charAt(at) === ']') return { value, end: at + 1 };
    const item = parseValue(text, at, depth + 1);
    if (!item) return undefined;
    value.push(item.value);
    at = item.end;
  }
  return undefined;
}

/** Text in brackets, which may hold brackets in pairs (section 7.3.4.2). */
function skipText(text: string, start: number): Parsed | undefined {
  let open = 1;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '(') open += 1;
    else if (character === ')') open -= 1;
    if (open === 0) return { value: null, end: at + 1 };
  }
  return undefined;
}

function skipHex(text: string, start: number): Parsed | undefined {
  const end = text.indexOf('>', start);
  return end === -1 ? undefined : { value: null, end: end + 1 };
}

/** `#20` in a name stands for a character (section 7.3.5): `/Encr#79pt` is `Encrypt`. */
function parseName(text: string, start: number): Parsed {
  const [name = ''] = match(/[^\0\t\n\f\r ()<>[\]{}/%]*/y, text, start + 1) ?? [];
  const value = name.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return { value, end: start + 1 + name.length };
}

function parseNumber(text: string, start: number): Parsed | undefined {
  const reference = match(/(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![a-z])/iy, text, start);
  if (reference) return { value: { object: Number(reference[1]) }, end: start + reference[0].length };
  const number = match(/[+-]?(\d+\.?\d*|\.\d+)/y, text, start);
  return number && { value: Number(number[0]), end: start + number[0].length };
}

function parseWord(text: string, start: number): Parsed | undefined {
  const word = match(/true|false|null/y, text, start);
  return word && { value: null, end: start + word[0].length };
}

function match(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? undefined;
}
