// What browser tests say that they expect.

/** Fails unless both have the same content. */
export function assertEqual(actual: unknown, expected: unknown, what = ''): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what} is ${is}, expected ${should}`);
}

/** Fails unless the value is there and true. */
export function assert(value: unknown, what: string): asserts value {
  if (!value) throw new Error(what);
}

/** Milliseconds: less than a test may take, which could not say what it waited for. */
const PATIENCE = 50_000;

/** Waits until the condition holds and answers what it gave. A vain wait says what it waited for. */
export async function until<Value>(
  condition: () => Value | Promise<Value>,
): Promise<Exclude<Awaited<Value>, undefined | null | false>> {
  const vain = new Error(`It did not come to hold: ${String(condition)}`);
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const value = await condition();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw vain;
}

function holds<Value>(value: Value): value is Exclude<Value, undefined | null | false> {
  return value !== undefined && value !== null && value !== false;
}
