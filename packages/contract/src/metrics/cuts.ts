// What figures are narrowed to, as a key, and which periods each is published for.

/** By what cases and documents are told apart. */
export const DIMENSIONS = ['kind', 'office', 'partner', 'outcome'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Narrowed to nothing, one group or two. A group without a name (a case without an office) is `''`. */
export type Cut = { readonly [Each in Dimension]?: string | undefined };

export const ALL: Cut = {};

/** Names a cut, the same for the same groups. */
export function keyOf(cut: Cut): string {
  return JSON.stringify(DIMENSIONS.map((dimension) => cut[dimension] ?? null));
}

/** The cut that has this name. */
export function cutOf(key: string): Cut {
  const groups: unknown = JSON.parse(key);
  const cut: { -readonly [Each in Dimension]?: string } = {};
  if (!Array.isArray(groups)) return cut;
  DIMENSIONS.forEach((dimension, index) => {
    const group: unknown = groups[index];
    if (typeof group === 'string') cut[dimension] = group;
  });
  return cut;
}
