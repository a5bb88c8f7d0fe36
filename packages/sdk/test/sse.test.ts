// Server-sent events are read as the WHATWG specification says, however the network cuts them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createSseParser, type SseMessage } from '../src/sse.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, lastEventId?: string): SseMessage[] =>
  createSseParser(lastEventId).push(encode(text));
const message = (data: string, type = 'message', lastEventId = ''): SseMessage => ({
  type,
  data,
  lastEventId,
});

describe('the examples of the specification', () => {
  test('several data lines are one text, and an event has a name and an id', () => {
    assert.deepEqual(read('data: YHOO\ndata: +2\ndata: 10\n\n'), [message('YHOO\n+2\n10')]);
    assert.deepEqual(read('event: add\nid: 7\ndata: 73857293\n\n'), [message('73857293', 'add', '7')]);
  });

  test('a comment is skipped, an id stays until the next, an empty id resets it', () => {
    const stream =
      ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n';
    assert.deepEqual(read(stream), [
      message('first event', 'message', '1'),
      message('second event'),
      message(' third event'),
    ]);
  });

  test('empty data is an event, no data is none, and an event without its blank line is none', () => {
    assert.deepEqual(read('data\n\ndata\ndata\n\ndata:'), [message(''), message('\n')]);
    assert.deepEqual(read('event: lonely\n\ndata: next\n\n'), [message('next')]);
  });

  test('one space after the colon does not count', () => {
    assert.deepEqual(read('data:test\n\ndata: test\n\n'), [message('test'), message('test')]);
  });
});

describe('details that servers rely on', () => {
  test('lines end with LF, CR or CRLF', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      assert.deepEqual(read(`data: a${end}data: b${end}${end}:${end}`), [message('a\nb')]);
    }
  });

  test('one byte order mark at the very start is dropped, a later one is text', () => {
    assert.deepEqual(read('\ufeffdata: \ufeff\n\n'), [message('\ufeff')]);
  });

  test('an id with NUL and a retry that is no number are ignored, unknown fields too', () => {
    const parser = createSseParser('4');
    assert.deepEqual(parser.push(encode('id: 5\0\nretry: 2s\nfoo: bar\ndata: x\n\n')), [
      message('x', 'message', '4'),
    ]);
    assert.equal(parser.retry, undefined);
    parser.push(encode('retry: 2500\n'));
    assert.equal(parser.retry, 2500);
  });

  test('a message without an end is refused before it fills the memory', () => {
    const parser = createSseParser();
    const chunk = encode(`data: ${'x'.repeat(100_000)}\n`);
    assert.throws(() => {
      for (let count = 0; count < 20; count += 1) parser.push(chunk);
    }, RangeError);
  });
});

/** Streams with every kind of line, line end and character width. */
const streams = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom('', ':', 'data', 'data:', 'id: 3', 'id', 'event: status', 'retry: 9', ':ok', 'x: y'),
        fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => `data: ${text}`),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      fc.constantFrom('\n', '\r', '\r\n'),
    ),
    { maxLength: 30 },
  )
  .map((lines) => encode(lines.flat().join('')));

describe('chunks', () => {
  test('any cutting gives the same messages, also inside a character or a CRLF', () => {
    fc.assert(
      fc.property(streams, fc.array(fc.nat({ max: 12 })), (bytes, sizes) => {
        const parser = createSseParser();
        const messages: SseMessage[] = [];
        let at = 0;
        for (const size of sizes) messages.push(...parser.push(bytes.subarray(at, (at += size))));
        messages.push(...parser.push(bytes.subarray(at)));
        assert.deepEqual(messages, createSseParser().push(bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a stream that breaks off never yields a message that was not complete', () => {
    fc.assert(
      fc.property(streams, fc.nat({ max: 200 }), (bytes, length) => {
        const whole = createSseParser().push(bytes);
        const cut = createSseParser().push(bytes.subarray(0, length));
        assert.deepEqual(cut, whole.slice(0, cut.length));
      }),
      { numRuns: 2_000 },
    );
  });
});
