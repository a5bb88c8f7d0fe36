// Importing files: every line is answered for, and a bad one stops nothing.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { csvLine, withoutGuard } from '../../src/csv.ts';
import { readCells } from '../../src/import/csv.ts';
import { exportApplications } from '../../src/import/export.ts';
import { importApplications, type Outcome } from '../../src/import/import.ts';
import { MAX_LINE_BYTES, readLines } from '../../src/import/lines.ts';
import type { Format } from '../../src/import/records.ts';
import type { Api } from '../fixtures/api.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const HEADER = 'externalId,kind,filedAt,applicant.initials,applicant.dependants,office';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const csv = (...lines: string[]) => run(api(), [HEADER, ...lines].join('\n'), 'csv');

  async function exportOf(format: Format): Promise<string> {
    let exported = '';
    for await (const part of exportApplications(api().database, 'authority', format)) exported += part;
    return exported;
  }

  test('a faulty line is refused with its number and reason, and the others are taken', async () => {
    const outcomes = await csv(
      'C-1,skim,2026-02-01T00:00:00Z,A.B.,2,Medan',
      'C-2,skim,"2026-02-01T00:00:00Z,A.B.,2,Medan',
      'C-3,skim,2026-02-01T00:00:00Z',
      'C-4,unheard,2026-02-30T00:00:00Z,A.B.,two,Medan',
      ',skim,2026-02-01T00:00:00Z,A.B.,,',
      '',
      'C-5,skim,2026-02-01T00:00:00Z,"Ä ""B""",,',
    );
    assert.deepEqual(outcomes.map(summary), [
      '2 created',
      '3 refused : malformed_csv',
      '4 refused : wrong_cell_count',
      '5 refused /kind: invalid_value, /filedAt: custom, /applicant/dependants: invalid_type',
      '6 refused /externalId: required',
      '8 created',
    ]);
    const [created] = outcomes;
    assert.ok(
      created?.result === 'created' && /^\d{8}$/.test(created.pin) && created.reference.startsWith('AA'),
    );
  });

  test('a refused cell is told what it has to look like', async () => {
    const outcomes = await run(
      api(),
      [
        'externalId,kind,filedAt,applicant.initials,applicant.nationality,retentionUntil',
        'M-1,skim,2026-02-01 09:00,A.B.,Afghan,31.12.2031',
        'M-2,skim,2026-02-01T09:00:00+07:00,A.B.,AFG,',
      ].join('\n'),
      'csv',
    );
    const instant = 'This must be a time in UTC, such as 2026-03-01T09:30:00Z.';
    assert.deepEqual(outcomes.map(sentences), [
      [
        instant,
        'This must be a code of three letters, such as AFG.',
        'This must be a day, such as 2026-03-01.',
      ],
      [instant],
    ]);
  });

  test('a second run changes nothing, and tells no PIN again', async () => {
    const line = 'D-1,skim,2026-02-01T00:00:00Z,A.B.,2,Medan';
    assert.deepEqual((await csv(line, line)).map(summary), ['2 created', '3 unchanged']);
    const [again] = await csv(line);
    assert.ok(again && summary(again) === '2 unchanged' && !('pin' in again));
    assert.deepEqual((await csv(line.replace('Medan', 'Ambon'))).map(summary), [
      '2 refused /externalId: external_id_taken',
    ]);
  });

  test('byte order mark, CRLF, blank lines and no line at the end', async () => {
    const text = `\ufeff${HEADER}\r\nE-1,skim,2026-02-01T00:00:00Z,A.B.,,\r\n\r\nE-2,skim,2026-02-01T00:00:00Z,A.B.,,`;
    assert.deepEqual((await run(api(), text, 'csv')).map(summary), ['2 created', '4 created']);
  });

  test('a file without the right columns is refused as a whole', async () => {
    for (const header of ['', 'externalId,isAdmin', 'kind,kind', '"externalId']) {
      await assert.rejects(run(api(), `${header}\nx`, 'csv'), /The first line names the columns/);
    }
  });

  test('a file with semicolons, as some spreadsheets write it, is told what to do', async () => {
    await assert.rejects(run(api(), `${HEADER.replaceAll(',', ';')}\nx`, 'csv'), {
      message:
        'Columns are separated by commas here, and the first line has semicolons. Save the file as CSV with commas, in UTF-8.',
    });
    await assert.rejects(run(api(), `externalId;kind;wrong\nx`, 'csv'), /separated by commas/);
  });

  test('NDJSON, with lines that are no JSON, no object, or have fields that there are not', async () => {
    const good = {
      externalId: 'F-1',
      kind: 'rsd',
      filedAt: '2026-02-01T00:00:00Z',
      applicant: { initials: 'Q' },
    };
    const lines = [
      JSON.stringify(good),
      '{',
      '[]',
      JSON.stringify({ ...good, externalId: 'F-2', tenantId: 'other' }),
      JSON.stringify({ ...good, externalId: 'F-3' }),
    ];
    assert.deepEqual((await run(api(), lines.join('\n'), 'ndjson')).map(summary), [
      '1 created',
      '2 refused : malformed_json',
      '3 refused : invalid_type',
      '4 refused /tenantId: unknown_field',
      '5 created',
    ]);
  });

  test('a cell that begins like a formula is text, is exported harmless, and comes back as it was', async () => {
    const formula = '=HYPERLINK(1)';
    const line = `G-1,skim,2026-02-01T00:00:00Z,A.B.,,${formula}`;
    assert.deepEqual((await csv(line)).map(summary), ['2 created']);
    const exported = await exportOf('csv');
    assert.ok(exported.includes(`,'${formula},`));
    assert.ok(!/(^|,)[=+@-]/m.test(exported));
    const again = await run(api(), exported, 'csv');
    assert.deepEqual([...new Set(again.map(({ result }) => result))], ['unchanged']);
  });

  describe('an export', () => {
    before(() => csv('H-1,skim,2026-02-01T00:00:00Z,A.B.,,'));
    test('says what a case was registered with, a draft and its estimate as well, and not how it went on', async () => {
      const registered = {
        externalId: 'H-2',
        kind: 'skim',
        filedAt: '2026-02-01T00:00:00.000Z',
        applicant: { initials: 'A.B.' },
        status: 'draft',
        estimate: { basis: 'unknown', asOf: '2026-02-01', overdue: false },
      };
      await run(api(), JSON.stringify(registered), 'ndjson');
      const exported = await exportOf('ndjson');
      const line = exported.split('\n').find((each) => each.includes('"H-2"')) ?? '';
      assert.deepEqual(JSON.parse(line), { ...registered, relatedReferences: [] });
      assert.match(await exportOf('csv'), /^H-2,.*,draft,/m);
    });
    test('in NDJSON is taken by an import without a change', async () => {
      const exported = await exportOf('ndjson');
      assert.ok(!exported.includes('argon2') && !exported.includes('reference"'));
      const again = await run(api(), exported, 'ndjson');
      assert.ok(again.length > 0 && again.every(({ result }) => result === 'unchanged'));
    });
  });
});

test('lines of any length come one at a time, and one that is too long is passed over', async () => {
  const long = 'x'.repeat(MAX_LINE_BYTES + 1);
  const lines: [number, string | undefined][] = [];
  for await (const { number, text } of readLines(inPieces(`a\n${long}\nb\r\n\u00e9`, 7)))
    lines.push([number, text]);
  assert.deepEqual(lines, [
    [1, 'a'],
    [2, undefined],
    [3, 'b'],
    [4, 'é'],
  ]);
});

test('cells of any content survive being written and read', () => {
  const cells = ['plain', 'with, comma', 'with "quotes"', '', '-12.5', "'quoted'"];
  assert.deepEqual(readCells(csvLine(cells).trimEnd()), cells);
});

test('what a spreadsheet would run is written as text, and read as it was', () => {
  for (const cell of ['=1+1', '+1', '-a', '@x', ' =1+1', '\t=1+1']) {
    const [written = ''] = readCells(csvLine([cell]).trimEnd()) ?? [];
    assert.match(written, /^'/);
    assert.equal(withoutGuard(written), cell);
  }
  assert.equal(withoutGuard("O'Neil"), "O'Neil");
});

async function run(api: Api, text: string, format: Format): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const chunks = inPieces(text, 11);
  for await (const outcome of importApplications(
    { chunks, format, tenantId: 'authority' },
    api.dependencies,
  )) {
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Bytes in pieces that care for neither lines nor characters. */
async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += size)
    yield await Promise.resolve(bytes.subarray(start, start + size));
}

function summary(outcome: Outcome): string {
  const reasons =
    outcome.result === 'refused'
      ? ` ${outcome.errors.map(({ pointer, code }) => `${pointer}: ${code}`).join(', ')}`
      : '';
  return `${outcome.line} ${outcome.result}${reasons}`;
}

function sentences(outcome: Outcome): string[] {
  return outcome.result === 'refused' ? outcome.errors.map(({ message }) => message) : [];
}
