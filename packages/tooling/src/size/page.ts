// What a partner's page with only the status tracker loads, in bytes over the wire: before a person does
// anything, and later on demand.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  findFigures,
  findFirstLoad,
  findFrame,
  findSurveyForm,
  findUploader,
  findVisit,
} from '../bundle/first-load.ts';
import { bundleFolder, readManifest } from '../bundle/manifest.ts';

export interface LoadedFile {
  readonly file: string;
  /** Bytes after gzip at its highest level, as a content server stores it. */
  readonly gzip: number;
}

export interface PageSize {
  readonly before: readonly LoadedFile[];
  /** What opening a case adds. */
  readonly visit: readonly LoadedFile[];
  /** What the document uploader adds: at once, with an opened case, and when somebody turns to a file. */
  readonly uploader: {
    readonly first: readonly LoadedFile[];
    readonly opened: readonly LoadedFile[];
    readonly sending: readonly LoadedFile[];
  };
  /** What the survey form adds to a page with the status tracker: at once, and when somebody begins. */
  readonly surveyForm: {
    readonly first: readonly LoadedFile[];
    readonly begun: readonly LoadedFile[];
  };
  /** What each element with published figures adds to a page with the status tracker: at once, and when it shows them. */
  readonly metrics: FiguresSize;
  readonly surveyResults: FiguresSize;
  /** What a frame adds to a page with the status tracker: at once, and when it is opened. */
  readonly frame: { readonly first: readonly LoadedFile[]; readonly opened: readonly LoadedFile[] };
  /** What only other pages or choices load. */
  readonly otherwise: readonly LoadedFile[];
}

export interface FiguresSize {
  readonly first: readonly LoadedFile[];
  readonly shown: readonly LoadedFile[];
}

export function measurePage(): PageSize {
  const manifest = readManifest();
  const first = findFirstLoad(manifest);
  const visit = findVisit(manifest);
  const { first: uploaderFirst, opened, sending } = findUploader(manifest);
  const surveyForm = findSurveyForm(manifest);
  const metrics = findFigures(manifest, 'metrics');
  const surveyResults = findFigures(manifest, 'surveyResults');
  const frame = findFrame(manifest);
  const named = [
    ...[first, visit, uploaderFirst, opened, sending, surveyForm.first, surveyForm.begun],
    ...[metrics.first, metrics.shown, surveyResults.first, surveyResults.shown],
    ...[frame.first, frame.opened],
  ];
  const weighThose = (wanted: (file: string) => boolean): readonly LoadedFile[] =>
    Object.keys(manifest).filter(wanted).map(weigh);
  return {
    before: weighThose((file) => first.has(file)),
    visit: weighThose((file) => visit.has(file)),
    uploader: {
      first: weighThose((file) => uploaderFirst.has(file)),
      opened: weighThose((file) => opened.has(file)),
      sending: weighThose((file) => sending.has(file)),
    },
    surveyForm: {
      first: weighThose((file) => surveyForm.first.has(file)),
      begun: weighThose((file) => surveyForm.begun.has(file)),
    },
    metrics: {
      first: weighThose((file) => metrics.first.has(file)),
      shown: weighThose((file) => metrics.shown.has(file)),
    },
    surveyResults: {
      first: weighThose((file) => surveyResults.first.has(file)),
      shown: weighThose((file) => surveyResults.shown.has(file)),
    },
    frame: {
      first: weighThose((file) => frame.first.has(file)),
      opened: weighThose((file) => frame.opened.has(file)),
    },
    otherwise: weighThose((file) => !named.some((files) => files.has(file))),
  };
}

/** Bytes of all of them. */
export function sum(files: readonly LoadedFile[]): number {
  return files.reduce((total, { gzip }) => total + gzip, 0);
}

function weigh(file: string): LoadedFile {
  return { file, gzip: gzipSize(readFileSync(`${bundleFolder}${file}`)) };
}

export function gzipSize(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).byteLength;
}
