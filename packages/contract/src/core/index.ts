// What every capability builds on.

export * from './endpoint.ts';
export * from './i18n-text.ts';
export * from './open-enum.ts';
export * from './own-key.ts';
export * from './page.ts';
export * from './plain-text.ts';
export * from './problem.ts';
export * from './review-level.ts';
export * from './time.ts';
