// npm run size: what a page pays for Lintas, beside what it would pay for the parts alone.
//   --check   fails when a budget is exceeded
//   --json    for machines
// Measures the last build.

import { parseArgs } from 'node:util';
import { root } from './processes.ts';
import { measureModule } from './size/module.ts';
import { measurePage, sum, type LoadedFile } from './size/page.ts';

/** Upper bounds in bytes after gzip. They are promises to partners: raise one only with a reason. */
const budgets = {
  page: 40_000,
  uploader: 12_000,
  surveyForm: 10_000,
  metrics: 10_000,
  frame: 5_000,
  sdk: 13_000,
};

/** What others weigh that do the same, in kB after gzip, as it was noted when the budget was set. */
const otherUploaders = 'Uppy dashboard with tus: 92 + 11 of CSS, FilePond: 41, Vaadin: 32';

/** What could not be less: the libraries alone, each used for one thing. */
const floors = {
  lit: "export { LitElement, html, css, nothing } from 'lit';",
  zod: "import * as z from 'zod/mini'; export const shape = z.object({ id: z.string(), list: z.array(z.number()) });",
};

const { values: options } = parseArgs({ options: { check: { type: 'boolean' }, json: { type: 'boolean' } } });

const { before, visit, uploader, surveyForm, metrics, surveyResults, frame, otherwise } = measurePage();
const page = sum(before);
const opened = page + sum(visit);
const uploaderFirst = sum(uploader.first);
const surveyFormFirst = sum(surveyForm.first);
const metricsFirst = sum(metrics.first);
const frameFirst = sum(frame.first);
const sdk = await measureModule("export * from '@lintas/sdk/status';");
const upload = await measureModule("export * from '@lintas/sdk/upload';");
const protocol = await measureModule(
  ['tus', 'send-bytes'].map((name) => `export * from '${root}packages/sdk/dist/upload/${name}.js';`).join(''),
);
const [lit = 0, zod = 0] = await Promise.all(Object.values(floors).map(measureModule));

if (options.json) {
  console.log(
    JSON.stringify(
      {
        budgets,
        page: { gzip: page, opened, before, visit, otherwise },
        uploader: { gzip: uploaderFirst, ...uploader },
        surveyForm: { gzip: surveyFormFirst, ...surveyForm },
        metrics: { gzip: metricsFirst, ...metrics },
        surveyResults: { gzip: sum(surveyResults.first), ...surveyResults },
        frame: { gzip: frameFirst, ...frame },
        sdk: { gzip: sdk, upload, uploadProtocol: protocol },
        floors: { lit, zod },
      },
      null,
      2,
    ),
  );
} else {
  const line = (name: string, bytes: number, note = ''): void =>
    console.log(`${name.padEnd(44)} ${kilobytes(bytes).padStart(8)} kB  ${note}`);
  const list = (files: readonly LoadedFile[]): void =>
    files.forEach(({ file, gzip }) => line(`  ${file}`, gzip));
  console.log('gzip, kB of 1000 bytes');
  line('Page with the status tracker, before any use', page, `budget ${kilobytes(budgets.page)}`);
  list(before);
  line('  floor: Lit', lit);
  line('The same with an opened case', opened);
  list(visit);
  line('  floor: Lit + zod/mini', lit + zod);
  line('Document uploader beside it, before any use', uploaderFirst, `budget ${kilobytes(budgets.uploader)}`);
  list(uploader.first);
  console.log(`  ${otherUploaders}`);
  line('The same with an opened case', uploaderFirst + sum(uploader.opened));
  list(uploader.opened);
  line(
    'The same when somebody turns to a file',
    sum([...uploader.first, ...uploader.opened, ...uploader.sending]),
  );
  list(uploader.sending);
  line(
    'Survey form beside the tracker, before any use',
    surveyFormFirst,
    `budget ${kilobytes(budgets.surveyForm)}`,
  );
  list(surveyForm.first);
  line('The same when somebody begins', surveyFormFirst + sum(surveyForm.begun));
  list(surveyForm.begun);
  line('Metrics beside the tracker, before any use', metricsFirst, `budget ${kilobytes(budgets.metrics)}`);
  list(metrics.first);
  line('The same with its figures', metricsFirst + sum(metrics.shown));
  list(metrics.shown);
  line('Survey results beside it, before any use', sum(surveyResults.first));
  list(surveyResults.first);
  line('The same with its figures', sum([...surveyResults.first, ...surveyResults.shown]));
  list(surveyResults.shown);
  line('Frame beside it, before any use', frameFirst, `budget ${kilobytes(budgets.frame)}`);
  list(frame.first);
  line('The same when it is opened', frameFirst + sum(frame.opened));
  list(frame.opened);
  console.log('Loaded only by other pages or choices');
  list(otherwise);
  line('SDK with one capability (status)', sdk, `budget ${kilobytes(budgets.sdk)}`);
  line('SDK that only uploads', upload);
  line('  of that, the protocol', protocol);
  line('  floor: zod/mini', zod);
}

const exceeded = [
  page > budgets.page && 'the page',
  uploaderFirst > budgets.uploader && 'the uploader',
  surveyFormFirst > budgets.surveyForm && 'the survey form',
  metricsFirst > budgets.metrics && 'metrics',
  frameFirst > budgets.frame && 'the frame',
  sdk > budgets.sdk && 'the SDK',
].filter(Boolean);
if (exceeded.length > 0) console.log(`Over budget: ${exceeded.join(', ')}.`);
if (options.check && exceeded.length > 0) process.exitCode = 1;

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
