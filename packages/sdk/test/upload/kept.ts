// What the device keeps of uploads, looked at from beside.

import { openThere } from '../support/device.ts';

/** Everything that is kept for this origin, as far as it is text, and how many uploads that is. */
export async function readKept(): Promise<{ count: number; text: string }> {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const database = await openThere('lintas-uploads');
  if (!database) return { count: 0, text: names.join() };
  const entries = await new Promise<unknown[]>((resolve) => {
    const reading = database.transaction('entries').objectStore('entries').getAll();
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  const describe = (value: unknown): string => (value instanceof File ? `File ${value.name}` : String(value));
  const text = entries.flatMap((entry) =>
    Object.entries(entry ?? {}).map(([key, value]) => `${key} ${describe(value)}`),
  );
  return { count: entries.length, text: text.join('\n') };
}
