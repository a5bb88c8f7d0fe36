// The metrics capability: what is measured, how the events of a case become figures, and the calls that read them.

export * from './balance.ts';
export * from './brackets.ts';
export * from './cuts.ts';
export * from './days.ts';
export * from './definitions.ts';
export * from './endpoints.ts';
export * from './first-results.ts';
export * from './indonesia.ts';
export * from './inputs.ts';
export * from './open-words.ts';
export * from './percentile.ts';
export * from './periods.ts';
export * from './publication.ts';
export * from './schemas.ts';
export * from './spells.ts';
export * from './vocabulary.ts';
