// npm run docs: the reference pages in docs/reference, made from the doc comments of what the packages export.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describeElements, type ElementsManifest } from './docs/elements.ts';
import { root } from './processes.ts';
import { runTool } from './tools.ts';

for (const name of ['contract', 'sdk', 'server']) await documentModules(name);
await documentElements();

/** One page for each entry of the package, with everything that it exports. */
async function documentModules(name: string): Promise<void> {
  const folder = `packages/${name}`;
  const options = [
    '--tsconfig',
    `${folder}/tsconfig.json`,
    '--out',
    `docs/reference/${name}`,
    '--name',
    `@lintas/${name}`,
  ];
  const entries = findEntries(folder).map((entry) => `${folder}/${entry}`);
  await demand('typedoc', [...options, '--entryFileName', 'contents', ...entries]);
}

/** The sources behind a package's exports. */
function findEntries(folder: string): readonly string[] {
  const { exports } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')) as {
    exports: Record<string, string | { source: string }>;
  };
  return Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : [entry.source]));
}

/** The manifest that editors read, and a page for people made from it. */
async function documentElements(): Promise<void> {
  const folder = 'packages/widgets';
  await demand('custom-elements-manifest', ['analyze', '--config', 'packages/tooling/elements.config.mjs']);
  const manifest = JSON.parse(
    readFileSync(`${root}${folder}/custom-elements.json`, 'utf8'),
  ) as ElementsManifest;
  mkdirSync(`${root}docs/reference/widgets`, { recursive: true });
  writeFileSync(`${root}docs/reference/widgets/index.md`, describeElements(manifest));
}

async function demand(tool: string, args: readonly string[]): Promise<void> {
  if ((await runTool(tool, args)) !== 0) throw new Error(`${tool} failed.`);
}
