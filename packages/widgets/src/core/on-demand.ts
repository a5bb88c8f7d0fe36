// Code that is fetched when it is first needed, over networks that fail at times.

/** How long after code or texts could not be fetched they are asked for again by themselves, in milliseconds. */
export const TRY_AGAIN_MILLISECONDS = 3000;

/** Gives a function that imports once, and after a failure again. */
export function onDemand<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  return async () => {
    loading ??= load();
    try {
      return await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
}
