/** What the visitor may also mean, gathered: each clause once, by the first reason that it was found for. */
import { saysWord, type Clause } from './clause.ts';
import type { Named, Names } from './names.ts';
import type { Query } from './query.ts';
import { scoreOf, type ClauseResult } from './rank.ts';
import type { Site } from './site.ts';

/** Clauses of a large site that are loaded for one phrase. */
const BATCH = 6;
/** A name says as much as a title's word of the text, and less than the title. */
const NAME = 9_000;
/** Below everything of the districts that the query names. */
const ELSEWHERE = 100_000;

export interface Sources {
  query: Query;
  site: Site;
  /** places of the literal results */
  given: ReadonlySet<number>;
  find(phrase: string): Promise<readonly number[]>;
  rank(clauses: readonly Clause[], words: readonly string[]): ClauseResult[];
  /** of a policy that the query does not mean, where it names another */
  elsewhere(clause: Clause): boolean;
}

export class Related {
  readonly found = new Map<number, ClauseResult>();
  readonly #from: Sources;
  /** the worst score of what contains a phrase: what has it only in its name stands below */
  readonly #floors = new Map<string, number>();

  constructor(from: Sources) {
    this.#from = from;
  }

  /** @param why said of those that bring no reason of their own */
  add(results: readonly ClauseResult[], tier: number, why: string): void {
    const { given, query, elsewhere } = this.#from;
    for (const one of results) {
      const { index } = one.clause;
      if (given.has(index) || this.found.has(index) || query.excluded.some((word) => saysWord(one.clause, word)))
        continue;
      const score = one.score + tier - (elsewhere(one.clause) ? ELSEWHERE : 0);
      this.found.set(index, { ...one, score, why: one.why || why });
    }
  }

  async addPhrases(texts: readonly string[], tier: number, why: string): Promise<void> {
    const { site, find, rank } = this.#from;
    for (const text of texts) {
      const places = await find(text);
      const clauses = await site.load(site.whole ? places : places.slice(0, BATCH));
      const results = rank(clauses, [text]).filter(({ hits }) => hits.some(({ whole }) => whole));
      this.add(results, tier, `${why}：${asWritten(results[0])}`);
      this.#floors.set(text, tier + Math.min(...results.map(({ score }) => score)));
    }
  }

  /** Clauses that this site lists under a name with one of the phrases in it. */
  async addNamed(texts: readonly string[], names: Names): Promise<void> {
    const { given, site } = this.#from;
    for (const text of texts) {
      const named = names.find(text).filter(({ place }) => !given.has(place) && !this.found.has(place));
      const some = site.whole ? named : named.slice(0, BATCH);
      const clauses = await site.load(some.map(({ place }) => place));
      const most = (this.#floors.get(text) ?? Infinity) - 1;
      const results = clauses.map((clause, at) => namedResult(clause, some[at], most));
      this.add(results, 0, '');
    }
  }
}

function namedResult(clause: Clause, named: Named | undefined, most: number): ClauseResult {
  const score = Math.min(most, NAME + (named?.weight ?? 0) + scoreOf(clause, [], []));
  return { clause, hits: [], words: [], score, why: named?.why ?? '' };
}

/** The found words as the text has them: its own case, spaces and punctuation. */
function asWritten(result: ClauseResult | undefined): string {
  const hit = result?.hits[0];
  const span = hit?.spans[0];
  return hit && span ? hit.piece.text.slice(span.start, span.end) : '';
}
