// However large a file is, the server takes it, puts it together and has it looked into with the same memory.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { DocumentRequirementInput } from '@lintas/contract';
import { DEMO_PAGE_KEY, DEMO_PAGE_ORIGIN, DEMO_SECRET_KEY } from '@lintas/server';
import { APPLICATION, opening } from '../fixtures/cases.ts';
import { lintas, serveProcess, temporaryFolder } from '../fixtures/command.ts';

const MEBIBYTE = 1024 * 1024;
const SMALL = 64 * MEBIBYTE;
const LARGE = 320 * MEBIBYTE;
/** Half of what the large file has more; and more than the garbage that waits for its collection. */
const TOLERANCE = 128 * MEBIBYTE;
const REQUIREMENT = 'large-file';

/** Linux keeps the most that a process has ever held, so that nobody has to look at the right moment. */
const skip = existsSync('/proc/self/clear_refs') ? false : 'Only Linux tells the peak of a process.';

test('the memory of the server is the same for a file five times as large', { skip }, async () => {
  const folder = await temporaryFolder();
  const environment = { LINTAS_DEMO: '1', LINTAS_DATA_DIR: folder.path };
  await prepare(folder.path, environment);
  const server = await serveProcess(environment);
  const peakOf = async (bytes: number): Promise<number> => {
    resetPeak(server.pid);
    await handIn(server.url, bytes);
    return readPeak(server.pid);
  };
  try {
    // Everything is loaded then, and garbage lies about as always.
    await peakOf(SMALL);
    const [small, large] = [await peakOf(SMALL), await peakOf(LARGE)];
    const more = `${Math.round((large - small) / MEBIBYTE)} MiB more than ${Math.round(small / MEBIBYTE)}`;
    assert.ok(large - small < TOLERANCE, more);
  } finally {
    await server.stop();
    await folder.remove();
  }
});

/** Writes the demonstration, with a paper that may be as large as that. */
async function prepare(folder: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const requirement: DocumentRequirementInput = {
    id: REQUIREMENT,
    kind: APPLICATION.kind,
    documentKind: 'other',
    title: { en: { text: 'A large file', reviewed: 'peer' } },
    why: { en: { text: 'To see how much memory it takes.', reviewed: 'peer' } },
    required: false,
    accept: ['application/pdf'],
    maxBytes: LARGE,
    sides: 1,
    translation: false,
    certified: false,
    alternatives: [],
  };
  const path = join(folder, 'requirements.json');
  await writeFile(path, JSON.stringify([requirement]));
  for (const args of [['seed'], ['requirements', '--tenant', 'imigrasi', path]]) {
    const { code, error } = await lintas(args, environment);
    assert.equal(code, 0, error);
  }
}

/** Sends a file of a case of its own, in one request, and waits until the server has done everything with it. */
async function handIn(url: string, bytes: number): Promise<void> {
  const ask = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    assert.ok(response.ok, await response.clone().text());
    return (await response.json()) as Record<string, string>;
  };
  const authority = { Authorization: `Bearer ${DEMO_SECRET_KEY}` };
  const { reference = '', pin = '' } = await ask('POST', '/v1/applications', authority, APPLICATION);
  const page = { 'Lintas-Key': DEMO_PAGE_KEY, Origin: DEMO_PAGE_ORIGIN };
  const { token } = await ask('POST', '/v1/status-sessions', page, opening(reference, pin));
  const person = { Authorization: `Bearer ${token}` };
  const announced = { kind: 'other', mediaType: 'application/pdf', bytes, requirementId: REQUIREMENT };
  const { id } = await ask('POST', '/v1/documents', person, announced);
  const { status } = await fetch(`${url}/v1/uploads/${id}`, {
    method: 'PATCH',
    headers: {
      ...person,
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
      'Content-Length': String(bytes),
    },
    body: chunksOf(bytes),
    duplex: 'half',
  } as RequestInit);
  assert.equal(status, 204);
  let { state } = await ask('GET', `/v1/documents/${id}`, person);
  while (state === 'scanning') {
    await wait(100);
    ({ state } = await ask('GET', `/v1/documents/${id}`, person));
  }
}

function chunksOf(bytes: number): ReadableStream<Uint8Array> {
  const chunk = randomBytes(MEBIBYTE);
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left === 0) return controller.close();
      left -= chunk.length;
      controller.enqueue(new Uint8Array(chunk));
    },
  });
}

function resetPeak(pid: number | undefined): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** Bytes of resident memory that the process held at most since then. */
function readPeak(pid: number | undefined): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
}
