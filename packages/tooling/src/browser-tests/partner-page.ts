// A partner's page as strict as a page can be, with the real script-tag bundle: /partner-page/ on the test
// server. A browser test opens it in a frame, reaches into it (it is of the same origin), and counts what the
// browser reports. (The test page itself cannot be that strict: the test runner puts inline scripts into it.)
//
// Query: `lang` (the page's language), `dir` (its direction), `copies=2` (loads the bundle a second time, as a
// page does whose other widgets came with their own copy), `failing=<name>` (the page's first try to fetch the
// bundle's file of that name, `locales-en` for example, fails), `holding=<name>` (that file comes only when somebody
// asks for /partner-page/let-go).
// /partner-page/api/v1/frame is the page of a frame as the API makes it, of the modules and of the test's own origin.
// Messages to the parent window: { type: 'violation', directive, blocked, sample } for every report.

import type { TestRunnerConfig } from '@web/test-runner';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

const path = '/partner-page/';
const bundle = '/packages/widgets/cdn/';
const secondCopy = `${path}second-copy/`;
/** Followed by a number that is the page's own, and the name of the file that fails. */
const failing = `${path}failing/`;
/** Followed by such a number, and the name of the file that is held. */
const holding = `${path}holding/`;
const letGo = `${path}let-go`;

/** What the page's elements need: where the API is, and a key for the page's origin. */
export interface PageOptions {
  readonly api: string;
  readonly key: string;
}

export function servePartnerPage(findOptions: () => PageOptions): Middleware {
  /** Pages whose failure has happened. */
  const failed = new Set<string>();
  /** Each lets go of a file that is held. */
  const held: (() => void)[] = [];
  /** The number of the last page whose files are not held any more. */
  let lastFree = 0;
  return async (context, next) => {
    if (context.path.startsWith(secondCopy)) {
      // Another address for the same files makes them other modules: nothing is shared between the copies.
      context.url = context.url.replace(secondCopy, bundle);
      await next();
    } else if (context.path.startsWith(failing)) {
      const [number = '', name = '', file = ''] = context.path.slice(failing.length).split('/');
      const fails = isNamed(file, name) && !failed.has(number);
      if (fails) failed.add(number);
      context.url = `${bundle}${file}`;
      if (fails) context.status = 503;
      else await next();
    } else if (context.path.startsWith(holding)) {
      const [number = '', name = '', file = ''] = context.path.slice(holding.length).split('/');
      context.url = `${bundle}${file}`;
      if (isNamed(file, name) && Number(number) > lastFree)
        await new Promise<void>((resolve) => held.push(resolve));
      await next();
    } else if (context.path === letGo) {
      lastFree = pages;
      held.splice(0).forEach((go) => go());
      context.status = 204;
    } else if (context.path === `${path}report.js`) {
      context.type = 'js';
      context.body = report;
    } else if (context.path === `${path}api/v1/frame`) {
      context.set('Content-Security-Policy', policy("'self'"));
      context.type = 'html';
      context.body = framePage(context.origin);
    } else if (context.path === path) {
      const options = findOptions();
      context.set('Content-Security-Policy', policy(options.api));
      context.type = 'html';
      context.body = page(options, context.URL.searchParams);
    } else {
      await next();
    }
  };
}

/** Whether a file of the bundle was made for what is named so. */
function isNamed(file: string, name: string): boolean {
  return file.replace(/-[\w-]{8}\.js$/, '') === name;
}

/** Nothing but what a host has to allow for Lintas. */
function policy(api: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src ${api}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

/** How many pages were served. */
let pages = 0;

function page({ api, key }: PageOptions, query: URLSearchParams): string {
  const lang = query.get('lang') ?? 'en';
  const sources = [sourceOf(query), ...(query.get('copies') === '2' ? [secondCopy] : [])];
  const scripts = sources.map(
    (source) =>
      `<script type="module" src="${source}lintas.js" data-api="${api}" data-key="${key}"></script>`,
  );
  return `<!doctype html>
<html lang="${onlyWord(lang)}" dir="${onlyWord(query.get('dir') ?? 'ltr')}">
  <head>
    <meta charset="utf-8">
    <title>A partner's page</title>
    <script src="${path}report.js"></script>
  </head>
  <body>
    <lintas-status-tracker></lintas-status-tracker>
    ${scripts.join('\n    ')}
  </body>
</html>
`;
}

function framePage(origin: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Lintas</title>
    <script src="${path}report.js"></script>
    <script type="module" src="/packages/widgets/src/framed.ts" data-origins="${origin}"></script>
  </head>
  <body></body>
</html>
`;
}

/** Where a page's first copy of the bundle is. */
function sourceOf(query: URLSearchParams): string {
  const fails = query.get('failing');
  if (fails !== null) return `${failing}${++pages}/${onlyWord(fails)}/`;
  const waits = query.get('holding');
  return waits === null ? bundle : `${holding}${++pages}/${onlyWord(waits)}/`;
}

function onlyWord(text: string): string {
  return text.replaceAll(/[^\w-]/g, '');
}

const report = `addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective: directive, blockedURI: blocked, sample } = event;
  parent.postMessage({ type: 'violation', directive, blocked, sample }, location.origin);
});
`;
