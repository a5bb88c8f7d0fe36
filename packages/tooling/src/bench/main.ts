// npm run bench: how fast Lintas is, beside an alternative in the same run.
//   npm run bench -- <name> …   only these
//   --json                      for machines
//   --quick                     tiny sizes, to see that the benches work; the figures mean nothing

import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { LeftOut, type Bench } from './bench.ts';
import { renderFindings, withRatios } from './report.ts';
import { benches } from './benches.ts';
import { openWorkplace } from './workplace.ts';

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' } },
});

const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  const known = benches.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join('\n');
  console.error(`There is no bench ${unknown.join(', ')}. There are:\n${known}`);
  process.exit(2);
}

const machine = {
  cpus: cpus().length,
  model: cpus()[0]?.model ?? '',
  node: process.version,
  load: loadavg()[0] ?? 0,
};
const results: object[] = [];
const workplace = openWorkplace();
try {
  say(
    `${machine.cpus} × ${machine.model}, Node ${machine.node}, load ${machine.load.toFixed(1)} at the start`,
  );
  for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name)))
    await run(bench);
} finally {
  await workplace.close();
}
if (options.json) console.log(JSON.stringify({ machine, results }, null, 2));

async function run(bench: Bench): Promise<void> {
  say(`\n== ${bench.name}: ${bench.summary}\n`);
  try {
    const findings = await bench.run(workplace, options.quick ? 'quick' : 'full');
    say(renderFindings(findings));
    results.push({ name: bench.name, ...withRatios(findings) });
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    say(`Left out: ${error.message}`);
    results.push({ name: bench.name, leftOut: error.message });
  }
}

/** With `--json`, nothing else is on the output. */
function say(text: string): void {
  if (!options.json) console.log(text);
}
