// Which files of a bundle load together.

/** The files and everything that they import, directly and indirectly. */
export function withImports(
  bundle: Readonly<Record<string, { readonly imports: readonly string[] }>>,
  files: readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    bundle[file]?.imports.forEach(visit);
  };
  files.forEach(visit);
  return found;
}
