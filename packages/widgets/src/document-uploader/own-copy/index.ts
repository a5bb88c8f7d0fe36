// A person's own copy of what they handed in. Loaded when they ask for one.

export { copyProblemText } from './copy-problem.ts';
export { OwnCopy } from './own-copy.ts';
export { ownCopyEntry } from './own-copy-entry.ts';
