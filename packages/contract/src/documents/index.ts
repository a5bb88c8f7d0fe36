// The documents capability: what is needed, what was handed in, what was checked, and who confirmed it.

export * from './accesses.ts';
export * from './answers.ts';
export * from './attestations.ts';
export * from './consents.ts';
export * from './endpoints.ts';
export * from './inputs.ts';
export * from './open-words.ts';
export * from './requirements.ts';
export * from './review-endpoints.ts';
export * from './reviews.ts';
export * from './schemas.ts';
export * from './states.ts';
export * from './tus.ts';
export * from './upload-endpoints.ts';
export * from './vocabulary.ts';
