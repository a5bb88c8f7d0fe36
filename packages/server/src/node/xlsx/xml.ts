// Goes through XML as office programs write it: elements, attributes and text, without a document type, entities of its
// own, or anything that leads elsewhere.

export interface XmlEvent {
  readonly kind: 'open' | 'close' | 'text';
  /** Name of the element without its prefix; for text, the text. */
  readonly value: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const TOKEN =
  /<\?[^>]*\?>|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @throws Error for what is no XML, or has a document type */
export function* readXml(xml: string): Generator<XmlEvent, void, undefined> {
  TOKEN.lastIndex = 0;
  const tokens = new RegExp(TOKEN);
  const start = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  tokens.lastIndex = start;
  while (tokens.lastIndex < xml.length) {
    const match = tokens.exec(xml);
    if (!match) throw new Error('The file is damaged.');
    const [, data, closed, opened, attributes = '', isEmpty, text] = match;
    if (data !== undefined) yield { kind: 'text', value: data, attributes: NO_ATTRIBUTES };
    else if (closed !== undefined) yield { kind: 'close', value: local(closed), attributes: NO_ATTRIBUTES };
    else if (opened !== undefined) {
      yield { kind: 'open', value: local(opened), attributes: attributesOf(attributes) };
      if (isEmpty === '/') yield { kind: 'close', value: local(opened), attributes: NO_ATTRIBUTES };
    } else if (text !== undefined) yield { kind: 'text', value: decode(text), attributes: NO_ATTRIBUTES };
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  if (text === '') return NO_ATTRIBUTES;
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      decode(double ?? single ?? ''),
    ]),
  );
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
