/** Asks the index, reads the texts that it names, and answers in order. No DOM, no network of its own. */
import type { Catalogue, Labels } from './catalogue.ts';
import { contains, hitsOf, unpack, type Clause } from './clause.ts';
import type { PackedNode } from './catalogue.ts';
import { namedClauses } from './direct.ts';
import { tokens } from './normalise.ts';
import { LONGEST_QUERY, parseQuery, type Query } from './query.ts';
import { arrange, byBestHit, scoreOf, type ClauseResult } from './rank.ts';
import { variantsOf } from './variants.ts';

/** Where the files come from: the browser fetches them, tests read them. */
export interface SearchFiles {
  /** ids of the records that contain the tokens as a phrase */
  find(phrase: string[]): Promise<string[]>;
  pack(index: number): Promise<PackedNode[]>;
  /** tables that only some queries need */
  table(name: 'pinyin' | 'traditional' | 'labels'): Promise<string>;
}

export interface Answer {
  query: Query;
  /** clauses that the query names by their number */
  direct: Clause[];
  /** in order; every one contains what was asked */
  literal: ClauseResult[];
  /** the words stand apart in the clause, not as one phrase */
  apart: boolean;
  /** how many clauses there are; more than `literal` where the texts are too many to load */
  total: number;
}

/** "und_", before every id. */
const ID_PREFIX = 4;
/** More clauses than anybody reads: of a large site, Pagefind's best are loaded and ranked, the rest is counted. */
const MOST_LOADED = 100;
const MOST_LOADED_RELATED = 16;
const MOST_RELATED = 12;
/** Letters that stand in fewer clauses than this may be meant as pinyin too. */
const FEW = 3;

export class SearchEngine {
  readonly #catalogue: Catalogue;
  readonly #files: SearchFiles;
  /** places of the nodes of each record, by its id */
  readonly #places = new Map<string, number[]>();
  readonly #idLength: number;
  #labels: Promise<Labels> | null = null;
  readonly #packOf: number[];
  readonly #packs = new Map<number, Promise<void>>();
  readonly #clauses = new Map<number, Clause>();
  readonly #asked = new Map<string, Promise<number[]>>();

  constructor(catalogue: Catalogue, files: SearchFiles) {
    this.#catalogue = catalogue;
    this.#files = files;
    const runs = catalogue.runs.length > 0 ? catalogue.runs : catalogue.nodes.map(() => 1);
    this.#idLength = catalogue.records.length / runs.length;
    let place = 0;
    runs.forEach((nodes, at) => {
      const id = catalogue.records.slice(at * this.#idLength, (at + 1) * this.#idLength);
      this.#places.set(
        id,
        Array.from({ length: nodes }, () => place++),
      );
    });
    this.#packOf = catalogue.texts
      ? catalogue.texts.map(() => 0)
      : catalogue.packs.flatMap(({ nodes }, pack) => Array<number>(nodes).fill(pack));
  }

  get catalogue(): Catalogue {
    return this.#catalogue;
  }

  /** What stands in the texts as it was typed; then, of several words, the clauses that contain them all. */
  async literal(typed: string): Promise<Answer> {
    const query = parseQuery(typed);
    const direct = await this.#load(namedClauses(typed, this.#catalogue));
    direct.sort((a, b) => Number(b.label.startsWith('第')) - Number(a.label.startsWith('第')));
    const phrase = await this.#containing(query.phrase);
    if (phrase.length > 0) {
      const total = Math.max((await this.#find(query.phrase)).length, phrase.length);
      return { query, direct, apart: false, literal: this.#rank(phrase, [query.phrase]), total };
    }
    const together = await this.#withAll(query);
    return {
      query,
      direct,
      apart: query.words.length > 1,
      literal: this.#rank(together, query.words),
      total: together.length,
    };
  }

  /** What the visitor may also mean, each with the reason, best first; nothing that is in the answer already. */
  async related({ query, literal, direct }: Answer): Promise<ClauseResult[]> {
    if (query.literal || query.phrase === '' || query.phrase.length > 80) return [];
    const found = new Map<number, ClauseResult>();
    const given = new Set(literal.map(({ clause }) => clause.index));
    const add = (results: ClauseResult[], tier: number, why: string): void => {
      for (const one of results) {
        if (
          given.has(one.clause.index) ||
          found.has(one.clause.index) ||
          query.excluded.some((word) => contains(one.clause, word))
        )
          continue;
        found.set(one.clause.index, { ...one, score: one.score + tier, why });
      }
    };
    const addPhrases = async (texts: readonly string[], tier: number, why: string): Promise<void> => {
      for (const text of texts) {
        const results = this.#rank(await this.#containing(text, MOST_LOADED_RELATED), [text]).filter(({ hits }) =>
          hits.some(({ whole }) => whole),
        );
        add(results, tier, `${why}：${asWritten(results[0])}`);
      }
    };

    if (query.words.length > 1 && literal.length > 0)
      add(this.#rank(await this.#withAll(query), query.words), 9_000, '各词分开出现');
    for (const { text, why } of variantsOf(query.phrase, this.#catalogue)) await addPhrases([text], 8_000, why);
    if (literal.length === 0 || (literal.length < FEW && /^[a-z]+$/.test(query.phrase))) {
      const { reachFurther } = await import('./further.ts');
      await reachFurther({
        query,
        catalogue: this.#catalogue,
        files: this.#files,
        texts: this,
        found,
        given: given.size,
        named: direct.length > 0,
        add,
        addPhrases,
      });
    }
    return [...found.values()].sort((a, b) => b.score - a.score).slice(0, MOST_RELATED);
  }

  /** Names of the facets, and the words that only ask. */
  labels(): Promise<Labels> {
    this.#labels ??= this.#files.table('labels').then((text) => JSON.parse(text) as Labels);
    return this.#labels;
  }

  policyOf(clause: Clause): number {
    return this.#catalogue.parts[clause.facts[0]]?.policy ?? -1;
  }

  /** Places of the nodes whose text contains a phrase, asked once. */
  #find(phrase: string): Promise<number[]> {
    let asked = this.#asked.get(phrase);
    if (!asked) {
      const usable = phrase !== '' && phrase.length <= LONGEST_QUERY;
      asked = usable
        ? this.#files.find(tokens(phrase)).then((ids) => this.#placesOf(ids, phrase))
        : Promise.resolve([]);
      this.#asked.set(phrase, asked);
    }
    return asked;
  }

  /** A record of several nodes stands for those of them whose text has the phrase. */
  async #placesOf(ids: readonly string[], phrase: string): Promise<number[]> {
    const places = ids.flatMap((id) => this.#places.get(id.slice(ID_PREFIX, ID_PREFIX + this.#idLength)) ?? []);
    if (!this.#catalogue.texts) return places;
    await this.#loadPack(0);
    return places.filter((place) => {
      const clause = this.#clauses.get(place);
      return clause !== undefined && contains(clause, phrase);
    });
  }

  /** Characters outside the letters share tokens: the index names the clauses, the text decides. */
  async #containing(phrase: string, most = MOST_LOADED): Promise<Clause[]> {
    const clauses = await this.#load(await this.#find(phrase), most);
    return clauses.filter((clause) => contains(clause, phrase));
  }

  async #withAll({ words, excluded }: Query): Promise<Clause[]> {
    if (words.length < 2 && excluded.length === 0) return [];
    const [first = [], ...others] = await Promise.all(words.map((word) => this.#find(word)));
    const without = new Set((await Promise.all(excluded.map((word) => this.#find(word)))).flat());
    const all = first.filter((place) => !without.has(place) && others.every((list) => list.includes(place)));
    const clauses = await this.#load(all, MOST_LOADED);
    return clauses.filter((clause) => words.every((word) => contains(clause, word)));
  }

  #rank(clauses: readonly Clause[], words: readonly string[]): ClauseResult[] {
    const results = clauses.map((clause): ClauseResult => {
      const hits = hitsOf(clause, words).sort(byBestHit);
      return { clause, hits, words: [...words], score: scoreOf(clause, hits, words), why: '' };
    });
    return arrange(results, (clause) => this.policyOf(clause));
  }

  /** What has been loaded: all of a small site, of a large one what the query came near. */
  loaded(): Clause[] {
    return [...this.#clauses.values()];
  }

  /** Of texts too large to be loaded whole, those that share most pairs of characters with a word. */
  async loadNear(word: string): Promise<void> {
    if (this.#catalogue.texts) {
      await this.#loadPack(0);
      return;
    }
    const shared = new Map<number, number>();
    for (let at = 0; at + 2 <= Math.min(word.length, 20); at += 1) {
      for (const place of await this.#find(word.slice(at, at + 2))) shared.set(place, (shared.get(place) ?? 0) + 1);
    }
    const nearest = [...shared].sort((a, b) => b[1] - a[1]).slice(0, 60);
    await this.#load(nearest.map(([place]) => place));
  }

  async #load(places: readonly number[], most = MOST_LOADED): Promise<Clause[]> {
    const wanted = this.#catalogue.texts ? places : places.slice(0, most);
    await Promise.all(
      [...new Set(wanted.map((place) => this.#packOf[place] ?? 0))].map((pack) => this.#loadPack(pack)),
    );
    return wanted.flatMap((place) => this.#clauses.get(place) ?? []);
  }

  #loadPack(pack: number): Promise<void> {
    let loading = this.#packs.get(pack);
    if (!loading) {
      loading = this.#files.pack(pack).then((nodes) => {
        const first = this.#packOf.indexOf(pack);
        nodes.forEach((node, at) => this.#clauses.set(first + at, unpack(node, first + at, this.#catalogue)));
      });
      this.#packs.set(pack, loading);
    }
    return loading;
  }
}

/** The found words as the text has them: its own case, spaces and punctuation. */
function asWritten(result: ClauseResult | undefined): string {
  const hit = result?.hits[0];
  const span = hit?.spans[0];
  return hit && span ? hit.piece.text.slice(span.start, span.end) : '';
}
