// What the guides show compiles as it stands there, strictly, and against the types that are published: on a page with
// nothing of Node, and on a server with nothing of a browser.

import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { root } from '../processes.ts';
import { captureTool } from '../tools.ts';

/** Where an example runs, what there is, and which names the guides take as given. */
const PLATFORMS = {
  page: {
    options: { lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'], types: [] },
    given: `
      declare const baseUrl: string, key: string, id: string, reference: string, pin: string;
      declare const signal: AbortSignal;
      declare const file: File, bar: HTMLProgressElement, input: HTMLInputElement;
      declare const session: import('@lintas/sdk').StatusSession;
      declare const documents: import('@lintas/sdk').CaseDocuments;
      declare const sentences: readonly string[];
      declare function openAgain(): Promise<import('@lintas/sdk').StatusSession>;
      declare function show(it: import('@lintas/contract/status').CaseView): void;
      declare function say(text: string): void;
      declare function setOffline(isOffline: boolean): void;
      declare function wait(seconds: number | undefined): void;
      declare function askAgain(): void;`,
  },
  server: {
    options: { lib: ['es2024'], types: ['node'] },
    given: 'declare const reference: string, pin: string, id: string;',
  },
} as const;

type Platform = keyof typeof PLATFORMS;

const folder = `${root}.cache/guides`;

/** Prints what does not compile, with the line of the guide. */
export async function checkGuides(): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true });
  const guides = globSync(['*.md', 'docs/*.md', 'packages/*/README.md'], { cwd: root });
  for (const guide of guides) writeExamples(guide);
  const page = await compile('page');
  return (await compile('server')) && page;
}

/** Writes each example into a file of its own, on the same line as in the guide. */
function writeExamples(guide: string): void {
  const text = readFileSync(`${root}${guide}`, 'utf8');
  for (const { 1: example = '', index } of text.matchAll(/^```ts\n(.*?)^```$/gms)) {
    const line = text.slice(0, index).split('\n').length;
    const platform: Platform = /\bprocess\.|'node:/.test(example) ? 'server' : 'page';
    mkdirSync(`${folder}/${platform}`, { recursive: true });
    const path = `${folder}/${platform}/${guide.replaceAll(/[\\/]/g, '-')}-${line}.ts`;
    // It may have no import, and be no module by itself.
    writeFileSync(path, `${'\n'.repeat(line)}${example}export {};\n`);
  }
}

async function compile(platform: Platform): Promise<boolean> {
  const { options, given } = PLATFORMS[platform];
  writeFileSync(`${folder}/${platform}/given.d.ts`, given);
  const compilerOptions = {
    ...options,
    customConditions: [],
    composite: false,
    declaration: false,
    declarationMap: false,
    noEmit: true,
    noUnusedLocals: false,
    // Types that are not there would else be taken for anything.
    skipLibCheck: false,
  };
  const config = { extends: '../../../tsconfig.base.json', compilerOptions, include: ['*.ts'] };
  writeFileSync(`${folder}/${platform}/tsconfig.json`, JSON.stringify(config));
  const { code, output } = await captureTool('tsc', ['-p', `${folder}/${platform}`]);
  if (code !== 0) console.log(output.trim());
  return code === 0;
}
