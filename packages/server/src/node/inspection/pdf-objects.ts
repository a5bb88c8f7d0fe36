// Walks the objects of a PDF (ISO 32000-1, section 7.3) without relying on its table of contents: every place in the
// file where one could begin is looked at, so that what is hidden from one reader and open to another is seen, too.

import { spendOnReading, TooTangled, type Budget } from './pdf-budget.ts';

const LATIN = 'latin1';
const OBJECT = Buffer.from('obj');

/** What of an object matters here: names with their slash, a number right behind a name, brackets; `#` for the rest. */
export interface WalkedObject {
  readonly tokens: readonly string[];
  /** Position of the first byte after the object, or of its stream's data. */
  readonly end: number;
  readonly hasStream: boolean;
}

/**
 * All objects of a file, and the dictionaries of its trailers.
 *
 * @throws TooTangled
 */
export function* walkObjects(bytes: Buffer, budget: Budget): Generator<WalkedObject> {
  for (const keyword of [OBJECT, Buffer.from('trailer')]) {
    for (let at = bytes.indexOf(keyword); at !== -1; at = bytes.indexOf(keyword, at + keyword.length)) {
      // `endobj` ends one.
      if (keyword === OBJECT && bytes.toString(LATIN, Math.max(0, at - 3), at) === 'end') continue;
      yield walkObject(bytes, at + keyword.length, budget);
    }
  }
}

/** Far more than any program writes, and far less than what those that open it could bear. */
const MAX_DEPTH = 500;

/**
 * Reads one object, from where its value begins to where its brackets close.
 *
 * @throws TooTangled
 */
export function walkObject(bytes: Buffer, start: number, budget: Budget): WalkedObject {
  const tokens: string[] = [];
  const read = (from: number): Token => {
    const token = readToken(bytes, from);
    spendOnReading(budget, 1 + token.end - from);
    return token;
  };
  let depth = 0;
  let at = start;
  do {
    const token = read(at);
    if (token.text === '' || KEYWORDS.has(token.text)) break;
    if (OPENING.has(token.text)) depth += 1;
    if (CLOSING.has(token.text)) depth -= 1;
    if (depth > MAX_DEPTH) throw new TooTangled('Brackets lie too deep in one another.');
    at = token.end;
    const last = tokens.at(-1);
    if (isTelling(token.text, last)) tokens.push(token.text);
    else if (last !== '#') tokens.push('#');
  } while (depth > 0);
  const next = read(at);
  const hasStream = next.text === 'stream';
  return { tokens, end: hasStream ? skipLineEnd(bytes, next.end) : at, hasStream };
}

/** The filters that a stream went through, the last one first; `undefined` when they are told elsewhere. */
export function filtersOf({ tokens }: WalkedObject): readonly string[] | undefined {
  const at = tokens.indexOf('/Filter');
  if (at === -1) return [];
  const [first = '#', ...rest] = tokens.slice(at + 1);
  if (first === '[') return rest.slice(0, rest.indexOf(']'));
  return first.startsWith('/') ? [first] : undefined;
}

/** The number that stands behind a name, if there is one. */
export function numberAt({ tokens }: WalkedObject, name: string): number | undefined {
  const at = tokens.indexOf(name);
  const value = at === -1 ? undefined : tokens[at + 1];
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

const OPENING = new Set(['<<', '[']);
const CLOSING = new Set(['>>', ']']);
/** None of these can stand within an object. */
const KEYWORDS = new Set(['obj', 'endobj', 'stream', 'endstream', 'trailer', 'xref']);

function isTelling(token: string, last = ''): boolean {
  const isNumber = /^\d{1,10}$/.test(token) && last.startsWith('/');
  return isNumber || token.startsWith('/') || OPENING.has(token) || CLOSING.has(token);
}

interface Token {
  /** Empty at the end of the file; `(` for a string of either kind. */
  readonly text: string;
  readonly end: number;
}

const WHITESPACE = tableOf('\0\t\n\f\r ');
/** What ends a word. */
const ENDING = tableOf('\0\t\n\f\r ()<>[]{}/%');
const [COMMENT, BACKSLASH, OPEN, CLOSE] = [codeOf('%'), codeOf('\\'), codeOf('('), codeOf(')')];

function readToken(bytes: Buffer, from: number): Token {
  const at = skipBlanks(bytes, from);
  switch (String.fromCharCode(bytes[at] ?? 0)) {
    case '\0':
      return { text: '', end: at };
    case '(':
      return { text: '(', end: endOfString(bytes, at) };
    case '<':
    case '>':
      if (bytes[at + 1] === bytes[at]) return { text: bytes.toString(LATIN, at, at + 2), end: at + 2 };
      return bytes[at] === codeOf('<')
        ? { text: '(', end: after(bytes, '>', at) }
        : { text: '>', end: at + 1 };
    case '/': {
      const end = endOfWord(bytes, at + 1);
      return { text: readName(bytes.toString(LATIN, at, end)), end };
    }
    case '[':
    case ']':
    case '{':
    case '}':
    case ')':
      return { text: bytes.toString(LATIN, at, at + 1), end: at + 1 };
    default: {
      const end = endOfWord(bytes, at);
      return { text: bytes.toString(LATIN, at, end), end };
    }
  }
}

/** `/J#61vaScript` is `/JavaScript`. */
function readName(text: string): string {
  if (!text.includes('#')) return text;
  return text.replace(/#([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/** Whitespace and comments. */
function skipBlanks(bytes: Buffer, from: number): number {
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === COMMENT) while (at + 1 < bytes.length && !isLineEnd(bytes[at + 1])) at += 1;
    else if (WHITESPACE[byte] === 0) return at;
  }
  return at;
}

function endOfWord(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && ENDING[bytes[at] ?? 0] === 0) at += 1;
  return at;
}

/** Parentheses may be nested, and a backslash takes its meaning from the next byte. */
function endOfString(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return bytes.length;
}

function after(bytes: Buffer, symbol: string, from: number): number {
  const at = bytes.indexOf(symbol, from);
  return at === -1 ? bytes.length : at + 1;
}

function skipLineEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === codeOf('\r') && bytes[at + 1] === codeOf('\n')) return at + 2;
  return isLineEnd(bytes[at]) ? at + 1 : at;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === codeOf('\n') || byte === codeOf('\r');
}

function codeOf(symbol: string): number {
  return symbol.charCodeAt(0);
}

/** 1 for these symbols. */
function tableOf(symbols: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const symbol of symbols) table[codeOf(symbol)] = 1;
  return table;
}
