// Waiting in a browser for what comes to be, which tells what it waited for in vain.

/** Milliseconds: less than a test may take, which could not say what it waited for. */
const PATIENCE = 50_000;

/** Waits until what it looks for is there, and answers it. */
export async function until<Value>(
  find: () => Value | Promise<Value>,
): Promise<Exclude<Awaited<Value>, undefined | false>> {
  const vain = new Error(`It did not come: ${String(find)}`);
  for (const end = performance.now() + PATIENCE; performance.now() < end;) {
    const found = await find();
    if (isThere(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw vain;
}

function isThere<Value>(value: Value): value is Exclude<Value, undefined | false> {
  return value !== undefined && value !== false;
}
