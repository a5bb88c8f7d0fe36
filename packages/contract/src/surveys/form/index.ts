// A questionnaire that is being filled in. Widget and server run the same.

export * from './check.ts';
export * from './form.ts';
export * from './order.ts';
export * from './piping.ts';
export type { FormSource } from './steps.ts';
