/** In what order results stand. */
import { isWhole, occurrences, type Clause, type Hit } from './clause.ts';

export interface ClauseResult {
  clause: Clause;
  /** best first */
  hits: Hit[];
  /** words to mark on the page that it opens */
  words: string[];
  score: number;
  /** why it stands among the related; empty among the literal */
  why: string;
}

const WEIGHT: Record<Clause['kind'], number> = {
  clause: 60,
  chapter: 40,
  preamble: 25,
  title: 20,
  notice: 10,
  form: 0,
};

/** Whole numbers and words before hits inside them, then the title, then words close together, then what kind of text it is. */
export function scoreOf(clause: Clause, hits: readonly Hit[], words: readonly string[]): number {
  const inTitle = words.filter((word) =>
    occurrences(clause.heading, word).some((at) => isWhole(clause.heading, at, at + word.length)),
  );
  const covered = inTitle.reduce((sum, { length }) => sum + length, 0) / Math.max(1, clause.heading.length);
  const closest = Math.max(0, ...hits.map(({ words: found }) => found)) / Math.max(1, words.length);
  return (
    (hits.some(({ whole }) => whole) ? 1_000 : 0) +
    // the title of a whole document is no title of what it says
    (clause.kind === 'clause' || clause.kind === 'chapter' ? 1 : 0.2) *
      (inTitle.length / Math.max(1, words.length)) *
      (200 + 150 * Math.min(1, covered)) +
    closest * 100 +
    WEIGHT[clause.kind] +
    (clause.facts[7] > 0 ? 15 : 0) +
    Math.min(5, hits.length) * 4
  );
}

export function byBestHit(a: Hit, b: Hit): number {
  return Number(b.whole) - Number(a.whole) || b.words - a.words;
}

/** So many policies have their turn: of a hundred the best results count more. */
const MOST_HEADS = 4;

/** As many of a cluster as stand before the other policies have had their turn. */
const HEAD = 2;

/**
 * Best first; a clause stands beside the one that it carries out; and the policies with the best results each have one
 * near the top, so that several districts are on the first screen.
 */
export function arrange(results: readonly ClauseResult[], policyOf: (clause: Clause) => number): ClauseResult[] {
  const clusters = new Map<number, ClauseResult[]>();
  for (const one of [...results].sort(byScore)) {
    const cluster = clusters.get(one.clause.cluster);
    if (cluster) cluster.push(one);
    else clusters.set(one.clause.cluster, [one]);
  }
  const heads: ClauseResult[][] = [];
  const rest: ClauseResult[][] = [];
  const seen = new Set<number>();
  for (const cluster of clusters.values()) {
    const policy = cluster[0] ? policyOf(cluster[0].clause) : -1;
    (seen.has(policy) || heads.length === MOST_HEADS ? rest : heads).push(cluster);
    seen.add(policy);
  }
  if (heads.length < 2) return [...heads, ...rest].flat();
  const [first = [], ...others] = heads;
  return [
    ...first.slice(0, HEAD),
    ...others.flatMap((one) => one.slice(0, HEAD)),
    ...heads.flatMap((one) => one.slice(HEAD)),
    ...rest.flat(),
  ];
}

function byScore(a: ClauseResult, b: ClauseResult): number {
  return b.score - a.score || a.clause.index - b.clause.index;
}
