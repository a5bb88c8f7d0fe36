// Code that is fetched when it is first needed, over networks that fail at times.

import { tellPage } from './console.ts';

/** How long after code or texts could not be fetched they are asked for again by themselves, in milliseconds. */
export const TRY_AGAIN_MILLISECONDS = 3000;
/** And from then on twice as long after each time, up to this. */
const LONGEST_MILLISECONDS = 8 * TRY_AGAIN_MILLISECONDS;

/** A file of Lintas did not come: it is missing, something blocks it, or the network is away. The page was told. */
export class MissingFileError extends Error {}

/**
 * Gives a function that imports once, and after a failure again.
 *
 * @throws MissingFileError from the function that it gives
 */
export function onDemand<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  let isTold = false;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      // Every further try would say the same.
      if (!isTold) tellPage(`A file of Lintas could not be loaded (${String(error)}).`);
      isTold = true;
      throw new MissingFileError();
    }));
}

/** Calls a function of {@link onDemand} until what it fetches is here. */
export async function keepLoading<Module>(
  load: () => Promise<Module>,
  wait: number = TRY_AGAIN_MILLISECONDS,
): Promise<Module> {
  return load().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    return keepLoading(load, Math.min(2 * wait, LONGEST_MILLISECONDS));
  });
}
