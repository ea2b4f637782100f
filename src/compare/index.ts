export { isChoice } from './choice.ts';
export { firstSide, narrow } from './narrow.ts';
export type { Comparable, ComparedPolicy } from './comparable.ts';
export { compareAll, compareTopic } from './compare.ts';
export * from './types.ts';
export { pairTexts, pairVersions, type ClausePair, type Passage } from './texts.ts';
export { diffWords, type Run, type WordDiff } from './word-diff.ts';
