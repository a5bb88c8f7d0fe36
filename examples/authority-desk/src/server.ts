// An authority's desk on http://localhost:4682. This process holds the secret key; no browser ever sees it.
// It serves plain forms without any script: a click appends an event, and every partner's page follows.

import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isKnown, STATUSES } from '@lintas/contract';
import { hasCode, isLintasError } from '@lintas/sdk';
import { createApplicationsClient } from '@lintas/sdk/applications';
import { casePage, errorPage, listPage, slipPage } from './pages.ts';
import { eventFor } from './steps.ts';
import type { Html } from './html.ts';

const PORT = Number(process.env['DESK_PORT'] ?? 4682);
const MAX_FORM_BYTES = 10_000;
/** Cases on a page of the list, and the most that one page ever shows. */
const LISTED = 100;
const MAX_LISTED = 1000;

const applications = createApplicationsClient({
  baseUrl: process.env['LINTAS_API'] ?? 'http://localhost:4680',
  key: process.env['LINTAS_SECRET_KEY'] ?? 'sk_demo_authority',
});

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    send(response, isLintasError(error) ? 502 : 500, errorPage(sentenceFor(error)));
  });
});

server.listen(PORT, '127.0.0.1', () => console.log(`The authority's desk: http://localhost:${PORT}`));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://desk');
  const [, section, id = '', action] = url.pathname.split('/');

  if (request.method === 'POST') {
    if (!isOwnForm(request)) return send(response, 403, errorPage('This form was not sent by the desk.'));
    if (section === 'applications') return send(response, 201, slipPage('New application', await register()));
    if (section === 'cases' && action === 'pin')
      return send(response, 200, slipPage('New PIN', await replacePin(id)));
    if (section === 'cases' && action === 'events') return move(id, await readForm(request), response);
  } else {
    if (url.pathname === '/desk.css') return sendStyles(response);
    if (url.pathname === '/') return showList(url.searchParams, response);
    if (section === 'cases' && action === undefined) return showCase(id, '', response);
  }
  send(response, 404, errorPage('There is nothing at this address.'));
}

async function showList(query: URLSearchParams, response: ServerResponse): Promise<void> {
  const status = query.get('status') ?? '';
  const most = Math.min(Number(query.get('most')) || LISTED, MAX_LISTED);
  const filter = isKnown(STATUSES, status) ? { status } : {};
  const listed = [];
  let more = 0;
  for await (const application of applications.list(filter)) {
    // One more than is shown tells that there are others.
    if (listed.length === most) {
      more = Math.min(most + LISTED, MAX_LISTED);
      break;
    }
    listed.push(application);
  }
  send(response, 200, listPage(listed, status, more));
}

async function showCase(id: string, notice: string, response: ServerResponse): Promise<void> {
  const [application, events] = await Promise.all([
    applications.get(id),
    Array.fromAsync(applications.events(id)),
  ]);
  send(response, notice === '' ? 200 : 409, casePage(application, events.reverse(), notice));
}

async function move(id: string, form: URLSearchParams, response: ServerResponse): Promise<void> {
  const to = form.get('to') ?? '';
  const event = isKnown(STATUSES, to) ? eventFor(await applications.get(id), to, new Date()) : undefined;
  if (!event) return showCase(id, 'The case has moved meanwhile. Please look again.', response);
  await applications.append(id, event);
  response.writeHead(303, { Location: `/cases/${id}` }).end();
}

function register() {
  return applications.create({
    kind: 'stay_limited',
    filedAt: new Date().toISOString(),
    office: 'Jakarta',
    applicant: { initials: 'N. N.' },
  });
}

async function replacePin(id: string) {
  const { reference } = await applications.get(id);
  return { id, reference, pin: await applications.replacePin(id) };
}

function sentenceFor(error: unknown): string {
  if (hasCode(error, 'not-found')) return 'There is no such case on this desk.';
  if (hasCode(error, 'network') || hasCode(error, 'timeout'))
    return 'The service cannot be reached just now. Please try again in a moment.';
  return 'The desk could not do this. Please try again.';
}

/** A page elsewhere could post to this address; browsers then say so. */
function isOwnForm(request: IncomingMessage): boolean {
  return request.headers['sec-fetch-site'] === 'same-origin';
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const body: AsyncIterable<Uint8Array> = request;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_FORM_BYTES) throw new RangeError('The form is too large.');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

function send(response: ServerResponse, status: number, page: Html): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'",
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  response.end(page.markup);
}

function sendStyles(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8' });
  createReadStream(new URL('../public/desk.css', import.meta.url)).pipe(response);
}
