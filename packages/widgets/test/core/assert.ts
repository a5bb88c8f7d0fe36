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

/** Waits until the condition holds and answers what it gave; the time limit of the test ends a vain wait. */
export async function until<Value>(
  condition: () => Value,
): Promise<Exclude<Value, undefined | null | false>> {
  for (;;) {
    const value = condition();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function holds<Value>(value: Value): value is Exclude<Value, undefined | null | false> {
  return value !== undefined && value !== null && value !== false;
}
