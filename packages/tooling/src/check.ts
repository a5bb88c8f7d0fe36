// npm run check: what can be said about the code without running it, and about the last build.
// `npm run check -- <name>` runs one check. Nothing here needs a network.

import { checkFileLengths } from './checks/file-length.ts';
import { checkGuides } from './checks/guides.ts';
import { checkLinks } from './checks/links.ts';
import { checkOpenApi } from './checks/openapi.ts';
import { checkPackages } from './checks/packages.ts';
import { runStages, type Stage } from './stages.ts';
import { captureTool, source } from './tools.ts';

const checks: readonly Stage[] = [
  { name: 'types', run: () => quietly('tsc', ['--build']) },
  { name: 'types-of-tests', run: () => quietly('tsc', ['-p', 'tsconfig.tests.json']) },
  // Holds the import walls between the packages, too.
  { name: 'lint', run: () => quietly('eslint', ['--max-warnings=0', '.']) },
  { name: 'format', run: () => quietly('prettier', ['--check', '--log-level=warn', '.']) },
  { name: 'file-length', run: checkFileLengths },
  { name: 'links', run: checkLinks },
  { name: 'openapi', run: checkOpenApi },
  { name: 'packages', run: checkPackages },
  { name: 'guides', run: checkGuides },
  { name: 'size', run: () => quietly(process.execPath, source('packages/tooling/src/size.ts', '--check')) },
];

/** Prints a tool's output only where it failed. */
async function quietly(tool: string, args: readonly string[]): Promise<boolean> {
  const { code, output } = await captureTool(tool, args);
  if (code !== 0) console.log(output.trim());
  return code === 0;
}

if (!(await runStages(checks, process.argv.slice(2)))) process.exitCode = 1;
