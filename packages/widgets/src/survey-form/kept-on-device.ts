// Whether this device keeps answers of a questionnaire, asked without the code that can read them.

/** Where `@lintas/sdk/surveys` keeps what was not sent yet, sealed. */
const KEPT_ANSWERS = 'lintas-surveys';

/** `false` also where the browser does not tell: then it is found when the person begins to answer. */
export async function mayHoldAnswers(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === KEPT_ANSWERS);
  } catch {
    return false;
  }
}

/** For a person who leaves in a hurry: everything goes, whatever it was. */
export function eraseAnswers(): void {
  try {
    indexedDB.deleteDatabase(KEPT_ANSWERS);
  } catch {
    // Nothing could ever be kept here.
  }
}
