import { diffArrays } from 'diff';
import { foldToken, tokensOf } from './tokens.ts';

/** A run of one text: in both, or only in this one. The runs of a side joined are its text, letter for letter. */
export interface Run {
  text: string;
  own: boolean;
}

export interface WordDiff {
  left: Run[];
  right: Run[];
}

/** What two texts say alike and what only one of them says, word by word. */
export function diffWords(left: string, right: string): WordDiff {
  const [a, b] = [tokensOf(left), tokensOf(right)];
  const result: WordDiff = { left: [], right: [] };
  let [atLeft, atRight] = [0, 0];
  const changes = diffArrays(a.map(foldToken), b.map(foldToken));
  changes.forEach((change, index) => {
    const count = change.value.length;
    // a comma between two differences is no agreement
    const island = isIsland(change.value) && isDifference(changes[index - 1]) && isDifference(changes[index + 1]);
    if (!change.added) {
      push(result.left, a.slice(atLeft, atLeft + count).join(''), change.removed || island);
      atLeft += count;
    }
    if (!change.removed) {
      push(result.right, b.slice(atRight, atRight + count).join(''), change.added || island);
      atRight += count;
    }
  });
  return result;
}

/** A text with what none of others says, in whatever order they say the rest. */
export function markOwn(text: string, others: readonly string[]): Run[] {
  const known = new Set(others.flatMap(tokensOf).map(foldToken));
  const tokens = tokensOf(text);
  const own = tokens.map((token) => !isIsland([token]) && !known.has(foldToken(token)));
  const runs: Run[] = [];
  tokens.forEach((token, at) => {
    const between = isIsland([token]) && own[at - 1] === true && own[at + 1] === true;
    push(runs, token, own[at] === true || between);
  });
  return runs;
}

function isIsland(words: readonly string[]): boolean {
  return words.every((word) => !/[\p{L}\p{N}]/u.test(word));
}

function isDifference(change: { added: boolean; removed: boolean } | undefined): boolean {
  return change !== undefined && (change.added || change.removed);
}

function push(runs: Run[], text: string, own: boolean): void {
  const last = runs.at(-1);
  if (last?.own === own) last.text += text;
  else if (text !== '') runs.push({ text, own });
}

/** How alike two texts are, 0 to 1: the share of their words that they have in common, in any order. */
export function likeness(left: string, right: string): number {
  const { common, left: a, right: b } = commonWords(left, right);
  return a + b === 0 ? 0 : (2 * common) / (a + b);
}

/** How many words two texts have in common, in any order, and how many each has. */
export function commonWords(left: string, right: string): { common: number; left: number; right: number } {
  const [a, b] = [countWords(left), countWords(right)];
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  const size = (words: Map<string, number>): number => [...words.values()].reduce((sum, count) => sum + count, 0);
  return { common, left: size(a), right: size(b) };
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokensOf(text)) {
    const word = foldToken(token);
    if (/[\p{L}\p{N}]/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
