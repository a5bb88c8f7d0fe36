// Reads server-sent events from bytes, however they are cut into chunks.
// WHATWG HTML, 9.2.5 (parsing) and 9.2.6 (interpreting an event stream):
// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream

/** One dispatched event. */
export interface SseMessage {
  /** `event:` field, `message` without one. */
  readonly type: string;
  readonly data: string;
  /** The last `id:` seen up to here; where to resume from. */
  readonly lastEventId: string;
}

export interface SseParser {
  /** Takes the next bytes; answers the messages that they complete. A message that is cut short never appears. */
  push(chunk: Uint8Array): SseMessage[];
  /** Milliseconds of the last `retry:` field. */
  readonly retry: number | undefined;
}

/** More text than this without the end of a message is no stream of ours. */
const MAX_PENDING = 1_000_000;

/** @param lastEventId Where an earlier connection had come to. */
export function createSseParser(lastEventId = ''): SseParser {
  // Decodes as UTF-8 and drops one leading byte order mark, as 9.2.6 asks.
  const decoder = new TextDecoder();
  let pending = '';
  let afterCarriageReturn = false;
  let retry: number | undefined;
  let id = lastEventId;
  let type = '';
  let data: string[] = [];
  let dataLength = 0;

  const push = (chunk: Uint8Array): SseMessage[] => {
    let text = decoder.decode(chunk, { stream: true });
    if (text === '') return [];
    // A CRLF that was cut in two: its CR has ended the line already.
    if (afterCarriageReturn && text.startsWith('\n')) text = text.slice(1);
    afterCarriageReturn = text === '' ? false : text.endsWith('\r');
    const lines = (pending + text).split(/\r\n|\n|\r/);
    pending = lines.pop() ?? '';
    const messages = lines.flatMap(readLine);
    if (pending.length + dataLength > MAX_PENDING)
      throw new RangeError('A message of the stream has no end.');
    return messages;
  };

  const readLine = (line: string): SseMessage[] => {
    if (line === '') return dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return [];
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    readField(field, value);
    return [];
  };

  const readField = (field: string, value: string): void => {
    if (field === 'event') type = value;
    else if (field === 'data') {
      data.push(value);
      dataLength += value.length + 1;
    } else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^[0-9]+$/.test(value)) retry = Number(value);
  };

  const dispatch = (): SseMessage[] => {
    const message = { type: type || 'message', data: data.join('\n'), lastEventId: id };
    const isEmpty = data.length === 0;
    type = '';
    data = [];
    dataLength = 0;
    return isEmpty ? [] : [message];
  };

  return {
    push,
    get retry() {
      return retry;
    },
  };
}
