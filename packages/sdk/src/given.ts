// What somebody gives: a value that is `undefined` counts as one that is not given.

/** Some of the values, or `undefined` in the place of one. */
export type SomeOf<All> = { readonly [Name in keyof All]?: All[Name] | undefined };

/** The values that are given. */
export function given<Value>(
  values: Readonly<Record<string, Value | undefined>>,
): Readonly<Record<string, Value>> {
  const isGiven = (entry: [string, Value | undefined]): entry is [string, Value] => entry[1] !== undefined;
  return Object.fromEntries(Object.entries(values).filter(isGiven));
}
