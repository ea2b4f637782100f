export { isChoice } from './choice.ts';
export { firstSide, narrow } from './narrow.ts';
export type { Comparable, ComparedPolicy } from './comparable.ts';
export { compareAll, compareTopic } from './compare.ts';
export * from './types.ts';
export { pairTexts, pairVersions, type ClausePair } from './texts.ts';
export type { Gap, Passage, PassageRow } from './passages.ts';
export { diffWords, type Run, type WordDiff } from './word-diff.ts';
