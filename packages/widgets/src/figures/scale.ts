// Scales of charts. They begin at 0, so that lengths compare as the figures do.

/** A number that is easy to read, and its half with it, at least as large as all values. */
export function roundMaximum(values: readonly number[]): number {
  const largest = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 4, 6, 8, 10].find((each) => each * power >= largest) ?? 10;
  return step * power;
}

/** Percent of the way along an axis where the index-th of several stands. */
export function placeOf(index: number, count: number, rightToLeft: boolean): number {
  const way = count < 2 ? 50 : START + ((END - START) * index) / (count - 1);
  return rightToLeft ? 100 - way : way;
}

/** Which of several is nearest to a place. The inverse of {@link placeOf}. */
export function nearestTo(place: number, count: number, rightToLeft: boolean): number {
  const way = rightToLeft ? 100 - place : place;
  const index = Math.round(((way - START) / (END - START)) * (count - 1));
  return Math.max(0, Math.min(count - 1, index));
}

/** Percent of the width between which all stand: before them is room for the words of the other axis. */
const [START, END] = [16, 96];
