// Steps that run one after the other: each says its name, its result and its seconds, and a failed one does
// not hide the results of those after it.

export interface Stage {
  readonly name: string;
  /** Resolves to whether it went well; it has printed why not. */
  readonly run: () => Promise<boolean>;
}

/**
 * Runs the stages, or only those named; prints a heading before each and `N passed, N failed` at the end.
 * Answers whether all went well.
 */
export async function runStages(stages: readonly Stage[], only: readonly string[] = []): Promise<boolean> {
  const unknown = only.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Error(`No ${unknown.join(', ')}; there are: ${stages.map(({ name }) => name).join(', ')}`);
  }
  const chosen = only.length > 0 ? stages.filter(({ name }) => only.includes(name)) : stages;
  const results: string[] = [];
  let failed = 0;
  for (const stage of chosen) {
    console.log(`\n== ${stage.name}`);
    const start = performance.now();
    const passed = await runSafely(stage);
    if (!passed) failed += 1;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    results.push(`${passed ? 'ok    ' : 'FAILED'} ${stage.name} (${seconds} s)`);
    console.log(results.at(-1));
  }
  if (chosen.length > 1) console.log(`\n${results.join('\n')}`);
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

async function runSafely(stage: Stage): Promise<boolean> {
  try {
    return await stage.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}
