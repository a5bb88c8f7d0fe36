// Programs that run another command beside a service of its own: what stands after "--" is the command.

import { run } from './processes.ts';

interface Service {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Runs the command with the service's address in an environment variable, and stops the service after it. Without a
 * service the command runs all the same.
 *
 * @param variable name of the environment variable
 */
export async function runBeside(ensure: () => Promise<Service | undefined>, variable: string): Promise<void> {
  const [command, ...rest] = process.argv
    .slice(2)
    .filter((argument, index) => index > 0 || argument !== '--');
  if (!command) throw new Error('Give the command to run after "--".');
  const service = await ensure();
  const env = { ...process.env, ...(service && { [variable]: service.url }) };
  process.exitCode = await run(command, rest, { env });
  await service?.stop();
}
