// References: how they are composed, checked and corrected.

export * from './reference.ts';
export * from './scheme.ts';
export { SYMBOLS, latinDigits, withoutSeparators } from './symbols.ts';
