// What a bench is.

import type { Findings } from './report.ts';
import type { Workplace } from './workplace.ts';

/** `full` for figures; `quick` is tiny and only shows that everything works. */
export type Scale = 'full' | 'quick';

export interface Bench {
  /** Its file's name: `npm run bench -- <name>`. */
  readonly name: string;
  /** What it measures, in one line. */
  readonly summary: string;
  /** @throws LeftOut when this machine lacks something that it needs */
  run(workplace: Workplace, scale: Scale): Promise<Findings>;
}

/** The bench cannot run here, in a sentence. */
export class LeftOut extends Error {
  override readonly name = 'LeftOut';
}
