// Splits a stream of bytes into lines, so that a file of any size is never in memory as a whole.

/** A line longer than this is not one of ours; it is passed over without being kept. */
export const MAX_LINE_BYTES = 64 * 1024;

/** A line with its number, counted from 1. `text` is missing where it is too long or not UTF-8. */
export interface Line {
  readonly number: number;
  readonly text: string | undefined;
}

const NEWLINE = 0x0a;

/** Lines without their ends (LF or CRLF) and without the byte order mark that some programs begin files with. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line, void, undefined> {
  let number = 0;
  let kept: Uint8Array[] = [];
  let length = 0;

  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length <= MAX_LINE_BYTES) kept.push(part);
    else kept = [];
  };
  const finish = (): Line => {
    number += 1;
    const text = length <= MAX_LINE_BYTES ? decode(kept) : undefined;
    kept = [];
    length = 0;
    return { number, text: number === 1 ? text?.replace(/^\ufeff/, '') : text };
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}

function decode(parts: readonly Uint8Array[]): string | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    const texts = parts.map((part) => decoder.decode(part, { stream: true }));
    return (texts.join('') + decoder.decode()).replace(/\r$/, '');
  } catch {
    return undefined;
  }
}
