// The status capability: the words, the rules and the calls of a case that moves.

export * from './application-endpoints.ts';
export * from './application-inputs.ts';
export * from './applications.ts';
export * from './case.ts';
export * from './endpoints.ts';
export * from './estimate-input.ts';
export * from './expectation.ts';
export * from './fold.ts';
export * from './inputs.ts';
export * from './open-words.ts';
export * from './pin.ts';
export * from './rules.ts';
export * from './schemas.ts';
export * from './transitions.ts';
export * from './vocabulary.ts';
