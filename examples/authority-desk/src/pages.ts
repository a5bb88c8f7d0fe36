// The desk's three pages: the list of cases, one case, and the slip for a new one.

import { formatPin, isKnown, STATUSES, TRANSITIONS } from '@lintas/contract';
import type { Application, CreatedApplication, StatusEvent } from '@lintas/contract/status';
import { html, type Html } from './html.ts';
import { atOffice, inWords } from './words.ts';

/**
 * The cases on the desk, newest first, with a filter by status.
 *
 * @param more how many a longer list would show; 0 when these are all
 */
export function listPage(applications: readonly Application[], status: string, more: number): Html {
  return page(
    'Cases',
    html`<div class="row">
        <h1>Cases</h1>
        <form action="/" class="filter">
          <label for="status">Status</label>
          <select id="status" name="status">
            <option value="">All</option>
            ${STATUSES.map((code) => option(code, status))}
          </select>
          <button>Show</button>
        </form>
        <form method="post" action="/applications">
          <button class="main">Register an application</button>
        </form>
      </div>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Reference</th>
              <th scope="col">Applicant</th>
              <th scope="col">Kind</th>
              <th scope="col">Status</th>
              <th scope="col">Last change</th>
            </tr>
          </thead>
          <tbody>
            ${applications.map(row)}
          </tbody>
        </table>
      </div>
      ${
        more === 0
          ? ''
          : html`<p>
              These are the ${applications.length} newest.
              <a href="/?status=${encodeURIComponent(status)}&amp;most=${more}">Show more</a>
            </p>`
      }`,
  );
}

/** One case with its log, and a button for every step that it may take. */
export function casePage(application: Application, events: readonly StatusEvent[], notice: string): Html {
  const { status } = application;
  const steps = isKnown(STATUSES, status) ? TRANSITIONS[status] : [];
  return page(
    application.reference,
    html`<p><a href="/">All cases</a></p>
      ${notice === '' ? '' : html`<p class="notice" role="alert">${notice}</p>`}
      <div class="row">
        <h1 class="reference">${application.reference}</h1>
        <span class="status">${inWords(status)}</span>
      </div>
      <dl>
        <div>
          <dt>Applicant</dt>
          <dd>${application.applicant.initials}</dd>
        </div>
        <div>
          <dt>Kind</dt>
          <dd>${inWords(application.kind)}</dd>
        </div>
        <div>
          <dt>Office</dt>
          <dd>${application.office ?? '–'}</dd>
        </div>
        <div>
          <dt>Filed</dt>
          <dd>${atOffice(application.filedAt)}</dd>
        </div>
      </dl>
      <h2>Next step</h2>
      <form method="post" action="/cases/${application.id}/events" class="steps">
        ${steps.map((to) => html`<button name="to" value="${to}">${inWords(to)}</button>`)}
        ${steps.length === 0 ? html`<p>This case has ended.</p>` : ''}
      </form>
      <h2>PIN</h2>
      <form method="post" action="/cases/${application.id}/pin">
        <p>
          For an applicant who lost it, once you are sure that it is them. The PIN before stops working, and
          whoever has the case open is out of it.
        </p>
        <button>Give a new PIN</button>
      </form>
      <h2>Log</h2>
      <ol class="log">
        ${events.map(entry)}
      </ol>`,
  );
}

/** The slip to hand over: reference and PIN, which nobody can look up again. */
export function slipPage(title: string, slip: Pick<CreatedApplication, 'id' | 'reference' | 'pin'>): Html {
  return page(
    title,
    html`<h1>${title}</h1>
      <p>Hand this to the applicant. The PIN is shown only now.</p>
      <dl class="slip">
        <div>
          <dt>Reference</dt>
          <dd>${slip.reference}</dd>
        </div>
        <div>
          <dt>PIN</dt>
          <dd>${formatPin(slip.pin)}</dd>
        </div>
      </dl>
      <p><a href="/cases/${slip.id}">Open the case</a></p>`,
  );
}

/** What went wrong, in a sentence. */
export function errorPage(sentence: string): Html {
  return page(
    'Not possible',
    html`<h1>Not possible</h1>
      <p>${sentence}</p>
      <p><a href="/">All cases</a></p>`,
  );
}

function row(application: Application): Html {
  return html`<tr>
    <td><a class="reference" href="/cases/${application.id}">${application.reference}</a></td>
    <td>${application.applicant.initials}</td>
    <td>${inWords(application.kind)}</td>
    <td><span class="status">${inWords(application.status)}</span></td>
    <td>${atOffice(application.lastMeaningfulChangeAt)}</td>
  </tr>`;
}

function entry(event: StatusEvent): Html {
  return html`<li>
    <time>${atOffice(event.at)}</time> <span>${event.text['en']?.text ?? inWords(event.code)}</span>
  </li>`;
}

function option(code: string, chosen: string): Html {
  return code === chosen
    ? html`<option value="${code}" selected>${inWords(code)}</option>`
    : html`<option value="${code}">${inWords(code)}</option>`;
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Desk</title>
        <link rel="stylesheet" href="/desk.css" />
      </head>
      <body>
        <header><a href="/">Immigration desk</a> <span>Demonstration</span></header>
        <main>${content}</main>
      </body>
    </html>`;
}
