// Which files of the bundle a page with only the status tracker loads before anybody does anything. The size
// budget counts them, and a browser test holds the list against what a browser really loads.

import type { Manifest } from './manifest.ts';
import { withImports } from './with-imports.ts';

/** What is asked for at once on such a page: the element, the way out in it, and the page's one language. */
const askedForAtOnce = [
  /^status-tracker-[\w-]{8}\.js$/,
  /^quick-exit-[\w-]{8}\.js$/,
  /^locales-en-[\w-]{8}\.js$/,
];

/** What is asked for when somebody begins to open a case. */
const askedForByVisit = [/^status-tracker-visit-[\w-]{8}\.js$/];

/** What the document uploader asks for: at once, when a case is opened, and when somebody turns to a file. */
const askedForByUploader = {
  first: [/^document-uploader-(?!opened|sending)[\w-]{8}\.js$/],
  opened: [/^document-uploader-opened-[\w-]{8}\.js$/, /^locales-documents-en-[\w-]{8}\.js$/],
  sending: [/^document-uploader-sending-[\w-]{8}\.js$/],
};

/** What the survey form asks for: at once, and when a person begins. */
const askedForBySurveyForm = {
  first: [/^survey-form-(?!filling)[\w-]{8}\.js$/],
  begun: [/^survey-form-filling-[\w-]{8}\.js$/, /^locales-survey-en-[\w-]{8}\.js$/],
};

/** What published figures ask for: at once, and when a person asks to see them. */
const askedForByFigures = {
  metrics: {
    first: [/^metrics-(?!screen)[\w-]{8}\.js$/, /^locales-metrics-en-[\w-]{8}\.js$/],
    shown: [/^metrics-screen-[\w-]{8}\.js$/],
  },
  surveyResults: {
    first: [/^survey-results-(?!screen)[\w-]{8}\.js$/, /^locales-survey-results-en-[\w-]{8}\.js$/],
    shown: [/^survey-results-screen-[\w-]{8}\.js$/],
  },
};

/** What the page around a frame asks for: at once, and when a person opens it. */
const askedForByFrame = {
  first: [/^frame-(?!talk)[\w-]{8}\.js$/, /^locales-frame-en-[\w-]{8}\.js$/],
  opened: [/^frame-talk-[\w-]{8}\.js$/],
};

export function findFirstLoad(manifest: Manifest): ReadonlySet<string> {
  return withImports(manifest, ['lintas.js', ...findFiles(manifest, askedForAtOnce)]);
}

/** What opening a case adds to the first load. */
export function findVisit(manifest: Manifest): ReadonlySet<string> {
  const first = findFirstLoad(manifest);
  const needed = withImports(manifest, findFiles(manifest, askedForByVisit));
  return new Set([...needed].filter((file) => !first.has(file)));
}

/** What the document uploader adds to a page with the status tracker, step by step. */
export function findUploader(
  manifest: Manifest,
): Readonly<Record<keyof typeof askedForByUploader, ReadonlySet<string>>> {
  const beside = findFirstLoad(manifest);
  // Before any use there is no visit either.
  const first = stepsAfter(manifest, [...beside])(askedForByUploader.first);
  const step = stepsAfter(manifest, [...beside, ...findVisit(manifest), ...first]);
  return { first, opened: step(askedForByUploader.opened), sending: step(askedForByUploader.sending) };
}

/** What the survey form adds to a page with the status tracker, before any use and when a person begins. */
export function findSurveyForm(
  manifest: Manifest,
): Readonly<Record<keyof typeof askedForBySurveyForm, ReadonlySet<string>>> {
  const step = stepsAfter(manifest, [...findFirstLoad(manifest)]);
  return { first: step(askedForBySurveyForm.first), begun: step(askedForBySurveyForm.begun) };
}

/** What an element with published figures adds to a page with the status tracker, before any use and when it shows them. */
export function findFigures(
  manifest: Manifest,
  element: keyof typeof askedForByFigures,
): Readonly<Record<'first' | 'shown', ReadonlySet<string>>> {
  const step = stepsAfter(manifest, [...findFirstLoad(manifest)]);
  const { first, shown } = askedForByFigures[element];
  return { first: step(first), shown: step(shown) };
}

/** What a frame adds to a page with the status tracker, before any use and when it is opened. What stands in it is its own. */
export function findFrame(
  manifest: Manifest,
): Readonly<Record<keyof typeof askedForByFrame, ReadonlySet<string>>> {
  const step = stepsAfter(manifest, [...findFirstLoad(manifest)]);
  return { first: step(askedForByFrame.first), opened: step(askedForByFrame.opened) };
}

/** Each step answers what it adds to all that was there before it. */
function stepsAfter(
  manifest: Manifest,
  before: readonly string[],
): (patterns: readonly RegExp[]) => ReadonlySet<string> {
  const there = new Set(before);
  return (patterns) => {
    const needed = withImports(manifest, findFiles(manifest, patterns));
    const added = new Set([...needed].filter((file) => !there.has(file)));
    added.forEach((file) => there.add(file));
    return added;
  };
}

function findFiles(manifest: Manifest, patterns: readonly RegExp[]): readonly string[] {
  return patterns.map((pattern) => {
    const file = Object.keys(manifest).find((name) => pattern.test(name));
    if (!file) throw new Error(`The bundle has no file that matches ${pattern}.`);
    return file;
  });
}
