// Pages that show the same questionnaire in several ways, and an API that answers with questionnaires of any length.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Survey } from '@lintas/contract/surveys';
import { pageOf, widgetsTag, type Pages } from './pages.ts';

export const WAYS = [
  'Lintas, on one page',
  'Lintas, on pages of ten',
  'SurveyJS, on one page',
  'SurveyJS, on one page, lazily',
  'SurveyJS, on pages of ten',
  'HTML by hand',
] as const;
export type Way = (typeof WAYS)[number];

/** Where a page is. */
export function surveyPath(way: Way, count: number): string {
  return `/${WAYS.indexOf(way)}-${count}.html`;
}

/** Puts a page for every way and number of questions, and the scripts that they load. */
export async function putSurveyPages(pages: Pages, api: string, counts: readonly number[]): Promise<void> {
  const script = fileURLToPath(new URL('pages/survey-form.js', import.meta.url));
  pages.put('/survey-form.js', await readFile(script, 'utf8'));
  for (const [path, [name, file]] of Object.entries(SURVEY_JS)) {
    pages.put(path, await readFile(join(dirname(resolve(name)), file), 'utf8'));
  }
  for (const count of counts) {
    for (const way of WAYS) pages.put(surveyPath(way, count), pageOf(bodyOf(way, count, api)));
  }
}

/** SurveyJS as its makers publish it for script tags. */
const SURVEY_JS: Readonly<Record<string, readonly [name: string, file: string]>> = {
  '/survey-core.js': ['survey-core', 'survey.core.min.js'],
  '/survey-js-ui.js': ['survey-js-ui', 'survey-js-ui.min.js'],
  '/survey-core.css': ['survey-core', 'survey-core.min.css'],
};
const { resolve } = createRequire(import.meta.url);

function bodyOf(way: Way, count: number, api: string): string {
  const perPage = way.includes('pages of ten') ? 10 : count;
  const id = `${count}-${perPage}`;
  if (way === 'HTML by hand') return plainForm(count) + scriptThat('await nextFrame()');
  if (way.startsWith('SurveyJS')) {
    return `<link rel="stylesheet" href="/survey-core.css"><div id="form"></div>
      <script src="/survey-core.js"></script><script src="/survey-js-ui.js"></script>
      ${scriptThat(`await showWithSurveyJs('${api}/v1/surveys/${id}', ${way.includes('lazily')})`)}`;
  }
  const layout = way.includes('pages of ten') ? 'pages' : 'whole';
  return `<lintas-survey-form survey="${id}" layout="${layout}"></lintas-survey-form>
    ${widgetsTag(api, 'pk_bench')}${scriptThat('await showWithLintas()')}`;
}

/** `usable` is awaited by who measures. */
function scriptThat(shows: string): string {
  return `<script src="/survey-form.js"></script>
    <script type="module">globalThis.usable = (async () => { ${shows}; })();</script>`;
}

/** Answers for `<count>-<perPage>` with such a questionnaire. */
export async function serveSurveys(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const [, count, perPage] = /\/v1\/surveys\/(\d+)-(\d+)/.exec(request.url ?? '') ?? [];
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
    });
    response.end(JSON.stringify(surveyOf(Number(count), Number(perPage))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const text = (words: string) => ({ en: { text: words, reviewed: 'professional' as const } });
const POINTS = ['Very bad', 'Bad', 'Neither', 'Good', 'Very good'];
const wordsOf = (i: number): string => `Question ${i}: how was it?`;

function surveyOf(count: number, perPage: number): Survey {
  const questions = Array.from({ length: count }, (_, i) => ({
    id: `q${i}`,
    kind: 'scale5',
    text: text(wordsOf(i)),
    required: true,
    points: POINTS.map((label, point) => ({ value: point + 1, label: text(label) })),
  }));
  return {
    id: `${count}-${perPage}`,
    version: 1,
    publishedAt: '2026-01-01T00:00:00Z',
    title: text('Bench'),
    purpose: text('To measure.'),
    owner: { id: 'a', name: text('Bench') },
    languages: ['en'],
    access: 'open',
    retentionDays: 1,
    minCell: 10,
    pages: Array.from({ length: Math.ceil(count / perPage) }, (_, page) => ({
      id: `p${page}`,
      questions: questions.slice(page * perPage, (page + 1) * perPage),
    })),
  };
}

function plainForm(count: number): string {
  const radios = (i: number): string =>
    POINTS.map((label) => `<label><input type="radio" name="q${i}"><span>${label}</span></label>`).join('');
  const questions = Array.from(
    { length: count },
    (_, i) => `<fieldset><legend>${wordsOf(i)}</legend>${radios(i)}</fieldset>`,
  );
  return `<form>${questions.join('')}<button>Send</button></form>`;
}
