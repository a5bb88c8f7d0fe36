// A partner's review desk on http://localhost:4683. This process holds the partner's secret key; no browser ever sees it.
// It serves plain forms without any script: a decision is on the person's page within a second.

import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { DOCUMENT_REASONS, isKnown, REVIEW_OUTCOMES, type Review, type ReviewResult } from '@lintas/contract';
import { hasCode, isLintasError } from '@lintas/sdk';
import { createReviewsClient } from '@lintas/sdk/reviews';
import type { Html } from './html.ts';
import { errorPage, queuePage, reviewPage } from './pages.ts';
import { DECIDED } from './words.ts';

const PORT = Number(process.env['REVIEW_DESK_PORT'] ?? 4683);
const MAX_FORM_BYTES = 10_000;
const MAX_LISTED = 100;

const reviews = createReviewsClient({
  baseUrl: process.env['LINTAS_API'] ?? 'http://localhost:4680',
  key: process.env['LINTAS_SECRET_KEY'] ?? 'sk_demo_partner',
});

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    send(response, isLintasError(error) ? 502 : 500, errorPage(sentenceFor(error)));
  });
});

server.listen(PORT, '127.0.0.1', () => console.log(`A partner's review desk: http://localhost:${PORT}`));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://desk');
  const [, section, id = '', action] = pathname.split('/');
  if (request.method === 'POST') {
    if (!isOwnForm(request)) return send(response, 403, errorPage('This form was not sent by the desk.'));
    if (section !== 'reviews') return send(response, 404, errorPage('There is nothing at this address.'));
    if (action === 'claim') return send(response, 200, reviewPage(await reviews.claim(id)));
    if (action === 'release') await reviews.release(id);
    if (action === 'result') return decide(id, await readForm(request), response);
    return void response.writeHead(303, { Location: '/' }).end();
  }
  if (section === 'desk.css') return sendStyles(response);
  if (section === '') {
    const decided = searchParams.get('decided') ?? '';
    const notice = isKnown(REVIEW_OUTCOMES, decided) ? DECIDED[decided] : '';
    return send(response, 200, queuePage(await listQueue(), notice));
  }
  if (section === 'reviews' && action === 'file') return sendFile(id, response);
  send(response, 404, errorPage('There is nothing at this address.'));
}

async function listQueue(): Promise<Review[]> {
  const listed: Review[] = [];
  for await (const review of reviews.list()) {
    if (listed.push(review) === MAX_LISTED) break;
  }
  return listed;
}

async function decide(id: string, form: URLSearchParams, response: ServerResponse): Promise<void> {
  const outcome = form.get('outcome') ?? '';
  const reason = form.get('reason') ?? '';
  if (!isKnown(REVIEW_OUTCOMES, outcome)) throw new RangeError('A form of the desk has another outcome.');
  // Browsers ask for one; the person has to be told why.
  if (outcome !== 'accepted' && !isKnown(DOCUMENT_REASONS, reason)) {
    return send(response, 422, errorPage('Choose a reason: the person has to know what to send instead.'));
  }
  const result: ReviewResult =
    outcome === 'accepted' || !isKnown(DOCUMENT_REASONS, reason) ? { outcome } : { outcome, reason };
  await reviews.decide(id, result);
  response.writeHead(303, { Location: `/?decided=${outcome}` }).end();
}

/** The safe copy, only to be looked at: nothing in it may run or fetch. */
async function sendFile(id: string, response: ServerResponse): Promise<void> {
  const file = await reviews.open(id);
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(Buffer.from(await file.arrayBuffer()));
}

function sentenceFor(error: unknown): string {
  if (hasCode(error, 'review-claimed')) return 'A colleague works on this document just now.';
  if (hasCode(error, 'review-not-claimed')) return 'You had this document for too long. Take it again.';
  if (hasCode(error, 'not-found')) return 'This document is not there any more, or the consent has ended.';
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
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'",
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  response.end(page.markup);
}

function sendStyles(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8' });
  createReadStream(new URL('../public/desk.css', import.meta.url)).pipe(response);
}
