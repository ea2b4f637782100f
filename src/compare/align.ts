/** Sentences of a text, each with the stop and the whitespace that end it; joined, they are the text. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^。；;\n]*[。；;\n]+\s*|[^。；;\n]+$/g) ?? [];
}

/** A left and a right passage that say the same thing; null where one side has nothing like it. */
export interface Pair<T> {
  left: T | null;
  right: T | null;
}

/**
 * Pairs two lists in order so that likeness is greatest: everything of both comes once, in its own order.
 * @param likeness below 0: the two are no pair
 */
export function align<T>(left: readonly T[], right: readonly T[], likeness: (a: T, b: T) => number): Pair<T>[] {
  const score = left.map((a) => right.map((b) => likeness(a, b)));
  const best: number[][] = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const gain = (i: number, j: number): number => score[i]?.[j] ?? -1;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      (best[i] as number[])[j] = Math.max(at(i + 1, j), at(i, j + 1), gain(i, j) + at(i + 1, j + 1));
    }
  }
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const a = left[i] ?? null;
    const b = right[j] ?? null;
    if (a !== null && b !== null && gain(i, j) >= 0 && at(i, j) === gain(i, j) + at(i + 1, j + 1)) {
      pairs.push({ left: a, right: b });
      i += 1;
      j += 1;
    } else if (a !== null && (b === null || at(i, j) === at(i + 1, j))) {
      pairs.push({ left: a, right: null });
      i += 1;
    } else {
      pairs.push({ left: null, right: b });
      j += 1;
    }
  }
  return pairs;
}
