// The surveys capability: questionnaires as data, and the form that fills them in.

export * from './answers.ts';
export * from './condition-inputs.ts';
export * from './conditions.ts';
export * from './endpoints.ts';
export * from './form/index.ts';
export * from './inputs.ts';
export * from './limits.ts';
export * from './open-words.ts';
export * from './owner-endpoints.ts';
export * from './patterns.ts';
export * from './publish-rules.ts';
export * from './queries.ts';
export * from './responses.ts';
export * from './results.ts';
export * from './schemas.ts';
export * from './vocabulary.ts';
