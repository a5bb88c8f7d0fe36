// The only time that answers have.

/** The day of an instant in UTC, `2026-03-01`. */
export function utcDay(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
