// Answers of the status calls, canned: a server in a thread of its own that costs the measured thread nothing.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';
import type { CaseView, StatusSession } from '@lintas/contract/status';

const opened: StatusSession = {
  token: 'cs_benchmark',
  expiresAt: '2099-01-01T00:00:00Z',
  endsAt: '2099-01-01T00:00:00Z',
};

const at = '2026-03-01T09:30:00Z';
const text = (en: string, id: string): CaseView['issuer'] => ({
  en: { text: en, reviewed: 'professional' },
  id: { text: id, reviewed: 'professional' },
});

/** A case in the middle of its course, with two tasks and four checks. */
const view: CaseView = {
  kind: 'stay_limited',
  issuer: text('Immigration Office Jakarta', 'Kantor Imigrasi Jakarta'),
  office: 'Jakarta',
  filedAt: at,
  status: 'action_required',
  phase: 'checks',
  checks: (['identity', 'documents', 'payment', 'security'] as const).map((kind) => ({
    kind,
    state: 'in_progress',
    since: at,
  })),
  tasks: ['0001', '0002'].map((id) => ({
    id,
    kind: 'upload',
    title: text('Send a copy of your passport', 'Kirim salinan paspor Anda'),
    state: 'open',
    due: { at, zone: 'Asia/Jakarta' },
    how: [text('A photo is enough.', 'Foto sudah cukup.')],
  })),
  estimate: {
    basis: 'percentile',
    earliest: '2026-04-01',
    latest: '2026-05-01',
    asOf: '2026-03-01',
    overdue: false,
  },
  payment: null,
  appointment: null,
  seq: 7,
  lastMeaningfulChangeAt: at,
  sourceSyncedAt: at,
  decidedAt: null,
  checkedAt: at,
};

const server = createServer((request, response) => {
  const isOpening = request.method === 'POST';
  response.writeHead(isOpening ? 201 : 200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(isOpening ? opened : view));
});
server.listen(0, '127.0.0.1', () => {
  parentPort?.postMessage(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
