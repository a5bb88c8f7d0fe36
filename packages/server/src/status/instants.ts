// Instants are compared as text, so they are all kept in one form.

/** The same instant with milliseconds: `2026-03-01T09:30:00.000Z`. */
export function instantOf(text: string): string {
  return new Date(text).toISOString();
}
