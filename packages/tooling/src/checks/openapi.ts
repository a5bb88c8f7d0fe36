// The committed OpenAPI description is the one that the contract generates, and it is valid.

import { createConfig, lint } from '@redocly/openapi-core';
import { capture, root } from '../processes.ts';
import { source } from '../tools.ts';

const description = `${root}packages/contract/openapi.json`;

export async function checkOpenApi(): Promise<boolean> {
  const script = source('packages/contract/scripts/write-openapi.ts', '--check');
  const { code, output } = await capture(process.execPath, script);
  if (code !== 0) console.log(`${output.trim()}\nRun "npm run openapi" and commit the result.`);
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: description, config });
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const { ruleId, message, location } of errors) {
    console.log(`${ruleId}: ${message} (${location[0]?.pointer ?? 'somewhere'})`);
  }
  return code === 0 && errors.length === 0;
}
