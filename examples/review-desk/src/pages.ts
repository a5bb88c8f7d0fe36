// The desk's two pages: the documents that wait, and one of them with what can be decided about it.

import { type Review } from '@lintas/contract';
import { html, type Html } from './html.ts';
import { CHECKS, inWords, REASONS, reasonInWords, RESULTS } from './words.ts';

/** @param notice what has just been decided; empty when nothing was */
export function queuePage(reviews: readonly Review[], notice: string): Html {
  const empty = html`<p class="empty">No document waits for you.</p>`;
  return page(
    'Documents',
    html`${notice === '' ? '' : html`<p class="notice" role="status">${notice}</p>`}
      <h1>Documents that wait for you</h1>
      <p class="quiet">
        You see a document only while its person has agreed to it or the authority has asked you. They can
        read who opened it.
      </p>
      ${
        reviews.length === 0
          ? empty
          : html`<ul class="queue">
              ${reviews.map(row)}
            </ul>`
      }
      <p><a href="/" class="again">Look for new documents</a></p>`,
  );
}

function row(review: Review): Html {
  return html`<li>
    <div>
      <strong>${inWords(review.kind)}</strong>${review.side === 'whole' ? '' : `, ${review.side}`}
      <span class="quiet">for ${inWords(review.applicationKind).toLowerCase()}</span><br />
      <span class="quiet">${since(review.receivedAt)}, ${size(review.bytes)}</span>
    </div>
    <form method="post" action="/reviews/${review.id}/claim">
      <button class="main">${review.claimedBy === 'me' ? 'Go on' : 'Look at it'}</button>
    </form>
  </li>`;
}

export function reviewPage(review: Review): Html {
  return page(
    inWords(review.kind),
    html`<p><a href="/">All documents</a></p>
      <h1>${inWords(review.kind)}${review.side === 'whole' ? '' : `, ${review.side}`}</h1>
      <div class="review">
        <figure>${preview(review)}</figure>
        <div>
          <h2>What was checked</h2>
          <ul class="checks">
            ${review.verifications.map(
              ({ method, result, reason }) =>
                html`<li>
                  <span>${CHECKS[method] ?? inWords(method)}</span>
                  <span class="result ${result === 'fail' || result === 'inconclusive' ? 'open' : ''}"
                    >${RESULTS[result] ?? inWords(result)}</span
                  >
                  ${reason === undefined ? '' : html`<span class="quiet">${reasonInWords(reason)}</span>`}
                </li>`,
            )}
          </ul>
          <h2>Your decision</h2>
          <form method="post" action="/reviews/${review.id}/result">
            <button class="main" name="outcome" value="accepted">Accept</button>
          </form>
          <form method="post" action="/reviews/${review.id}/result" class="decision">
            <label for="reason">If it is not good enough, why?</label>
            <select id="reason" name="reason" required>
              <option value="">Choose a reason</option>
              ${Object.entries(REASONS).map(([reason, words]) => html`<option value="${reason}">${words}</option>`)}
            </select>
            <div class="row">
              <button name="outcome" value="needs_better_copy">Ask for a better copy</button>
              <button name="outcome" value="rejected">Do not accept</button>
            </div>
          </form>
          <form method="post" action="/reviews/${review.id}/release">
            <button class="plain">Put it back undecided</button>
          </form>
        </div>
      </div>`,
  );
}

function preview({ id, mediaType }: Review): Html {
  return mediaType.startsWith('image/')
    ? html`<img src="/reviews/${id}/file" alt="The document" />`
    : html`<p><a href="/reviews/${id}/file">Open the document</a></p>`;
}

/** What went wrong, in a sentence. */
export function errorPage(sentence: string): Html {
  return page(
    'Not possible',
    html`<p><a href="/">All documents</a></p>
      <p role="alert">${sentence}</p>`,
  );
}

const FROM_NOW = new Intl.RelativeTimeFormat('en');

function since(instant: string): string {
  const minutes = Math.round((Date.now() - Date.parse(instant)) / 60_000);
  const hours = Math.round(minutes / 60);
  if (minutes < 1) return 'just now';
  if (minutes < 120) return FROM_NOW.format(-minutes, 'minute');
  return hours < 48 ? FROM_NOW.format(-hours, 'hour') : FROM_NOW.format(-Math.round(hours / 24), 'day');
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Review desk</title>
        <link rel="stylesheet" href="/desk.css" />
      </head>
      <body>
        <header><a href="/">Nusantara Welcome House, review desk</a> <span>Demonstration</span></header>
        <main>${content}</main>
      </body>
    </html>`;
}
