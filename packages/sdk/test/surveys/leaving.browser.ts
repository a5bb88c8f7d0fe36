// A person may leave at any moment, also while their form is being written: then nothing of it comes to be again.

import { eraseAll } from '@lintas/sdk/device';
import { newReceipt } from '@lintas/sdk/surveys';
import { keepDraft } from '@lintas/sdk/surveys/drafts';

const SURVEY = '0199a000-0000-7000-8000-000000000001';
const draft = { survey: SURVEY, version: 1, receipt: newReceipt(), seed: 1, page: 0, answers: { time: 2 } };

/** Steps at which a page turns to the device. */
const steps = [
  [IDBFactory.prototype, 'databases'],
  [IDBFactory.prototype, 'open'],
  [IDBDatabase.prototype, 'transaction'],
] as const;

/** Calls `act` right before a page turns to the device for the nth time; answers how to stop that. */
function beforeStep(nth: number, act: () => void): () => void {
  let count = 0;
  const originals = steps.map(([owner, name]) => {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') throw new Error(`There is no ${name}.`);
    const counting = function (this: unknown, ...given: readonly unknown[]): unknown {
      if ((count += 1) === nth) act();
      return Reflect.apply(original, this, given);
    };
    Reflect.set(owner, name, counting);
    return () => Reflect.set(owner, name, original);
  });
  return () => originals.forEach((restore) => restore());
}

async function listDatabases(): Promise<string> {
  return (await indexedDB.databases()).map(({ name }) => name).join();
}

describe('a person who leaves while their form is being kept', () => {
  afterEach(eraseAll);

  for (const [what, before] of [
    ['for the first time', () => eraseAll()],
    ['once more', () => keepDraft(draft)],
  ] as const) {
    it(`${what} leaves nothing, at whichever step that is`, async () => {
      for (let nth = 1, isReached = true; isReached; nth++) {
        await before();
        isReached = false;
        const end = new AbortController();
        let erased: Promise<void> | undefined;
        const restore = beforeStep(nth, () => {
          isReached = true;
          end.abort();
          erased = eraseAll();
        });
        const isKept = await keepDraft(draft, { signal: end.signal });
        restore();
        await erased;
        if (!isReached && (nth < 5 || !isKept))
          throw new Error(`There were ${nth} steps, and it is kept: ${isKept}.`);
        if (isReached && (await listDatabases()) !== '')
          throw new Error(`Left at step ${nth}, there is ${await listDatabases()}.`);
      }
    });
  }
});
