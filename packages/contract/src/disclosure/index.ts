// Disclosure control: how figures about people are published so that nobody in them is found out.

export * from './groups.ts';
export * from './overlap.ts';
export * from './rules.ts';
export * from './scored.ts';
export * from './table.ts';
