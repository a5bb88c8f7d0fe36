// PDFs for the corpus, written out object by object so that each can be as odd as it has to be.

import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { deflateSync } from 'node:zlib';

type Bytes = string | Buffer;

const latin = (part: Bytes): Buffer => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
const join = (...parts: readonly Bytes[]): Buffer => Buffer.concat(parts.map(latin));

/** A stream with its dictionary. */
export function stream(dictionary: string, data: Bytes): Buffer {
  const bytes = latin(data);
  return join(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream');
}

export function flateStream(dictionary: string, data: Bytes): Buffer {
  return stream(`${dictionary} /Filter /FlateDecode`, deflateSync(latin(data), { level: 9 }));
}

/** The objects that every file here has; what is given comes on top and may take their place. */
const USUAL: Readonly<Record<number, Bytes>> = {
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>',
  4: stream('', '0 0 m 10 10 l S'),
};

/** A file with a table of contents that is right, and whatever stands in `trailer` and after the end. */
export function pdf(
  objects: Readonly<Record<number, Bytes>> = {},
  { trailer = '', tail = '' }: { readonly trailer?: string; readonly tail?: Bytes } = {},
): Buffer {
  const all = Object.entries({ ...USUAL, ...objects });
  let file = latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  const offsets = new Map<number, number>();
  for (const [number, value] of all) {
    offsets.set(Number(number), file.length);
    file = join(file, `${number} 0 obj\n`, value, '\nendobj\n');
  }
  const start = file.length;
  const size = Math.max(...offsets.keys()) + 1;
  const line = (number: number): string =>
    `${String(offsets.get(number) ?? 0).padStart(10, '0')} 00000 ${offsets.has(number) ? 'n' : 'f'} \n`;
  const table = Array.from({ length: size }, (_, number) => line(number)).join('');
  const end = `xref\n0 ${size}\n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return join(file, end, tail);
}

/** A file whose catalog does this when it is opened. */
export function opening(action: string, more: Readonly<Record<number, Bytes>> = {}): Buffer {
  return pdf({ 1: `<< /Type /Catalog /Pages 2 0 R /OpenAction ${action} >>`, ...more });
}

/** A file whose page does this when something on it is pressed. */
export function pressing(action: string, more: Readonly<Record<number, Bytes>> = {}): Buffer {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Annots [7 0 R] >>';
  const link = `<< /Type /Annot /Subtype /Link /Rect [0 0 100 20] /A ${action} >>`;
  return pdf({ 3: page, 7: link, ...more });
}

/** Objects packed into one, as most programs do since 2003. */
export function packed(
  objects: Readonly<Record<number, string>>,
  how: typeof flateStream = flateStream,
): Buffer {
  const entries = Object.entries(objects);
  let at = 0;
  const numbers = entries.map(([number, value]) => {
    const pair = `${number} ${at}`;
    at += value.length + 1;
    return pair;
  });
  const head = `${numbers.join(' ')} `;
  const body = entries.map(([, value]) => value).join(' ');
  return how(`/Type /ObjStm /N ${entries.length} /First ${head.length}`, head + body);
}

/** As a word processor saves it: text, packed objects, a place to begin, links, and words that sound like code. */
export async function letter(pages: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1) {
    document
      .addPage([400, 600])
      .drawText(`Page ${page}: /JS /Launch (JavaScript course)`, { x: 40, y: 500, font, size: 12 });
  }
  const first = document.getPage(0);
  const { context } = document;
  const link = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 100, 20], A: { Type: 'Action', S: 'URI' } };
  first.node.set(PDFName.of('Annots'), context.obj([link]));
  document.catalog.set(PDFName.of('OpenAction'), context.obj([first.ref, 'Fit']));
  document.setTitle('About /JavaScript (and /Launch)');
  return Buffer.from(await document.save({ useObjectStreams: true }));
}

/** A form that can be filled in, without scripts. */
export async function form(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const field = document.getForm().createTextField('name');
  field.addToPage(document.addPage([400, 600]), { x: 40, y: 500, width: 200, height: 20 });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** Encrypted with a password. */
export async function encrypted(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([200, 200]).drawText('hidden');
  document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
  return Buffer.from(await document.save());
}

/** Like `pdf`, with objects written once more behind its end, as programs do that save changes. */
export function changed(first: Buffer, objects: Readonly<Record<number, Bytes>>): Buffer {
  const previous = first.toString('latin1').match(/startxref\n(\d+)/)?.[1] ?? '0';
  let file = first;
  let table = '';
  for (const [number, value] of Object.entries(objects)) {
    table += `${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`;
    file = join(file, `${number} 0 obj\n`, value, '\nendobj\n');
  }
  const end = `xref\n${table}trailer\n<< /Size 20 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return join(file, end);
}

/** An archive with one entry that is stored as it is. Its comment may be made to look like another file's end. */
export function zip(comment = ''): Buffer {
  const name = 'run.bat';
  const data = 'echo hello';
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.write('PK\x01\x02', 'latin1');
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(data.length, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  end.writeUInt16LE(comment.length, 20);
  return join(local, name, data, central, name, end, comment);
}
