/** Asks the index, reads the texts that it names, and answers in order. No DOM, no network of its own. */
import type { Catalogue, Labels, NodeFacts } from './catalogue.ts';
import { contains, hitsOf, type Clause } from './clause.ts';
import { nameIn, nodesNamed } from './direct.ts';
import type { Index } from './index-of-texts.ts';
import { LONGEST_QUERY, parseQuery, type Query } from './query.ts';
import { arrange, byBestHit, scoreOf, type ClauseResult } from './rank.ts';
import { Texts, type TextFiles } from './texts.ts';
import { variantsOf } from './variants.ts';

/** Where the files come from: the browser fetches them, tests read them. */
export interface SearchFiles extends TextFiles {
  index: Index;
  /** tables that only some queries need */
  table(name: 'pinyin' | 'traditional' | 'labels'): Promise<string>;
}

export interface Answer {
  query: Query;
  /** clauses that the query names by their number, and how many more of a large site bear it */
  direct: Clause[];
  namesakes: number;
  /** places of all clauses that contain what was asked */
  all: readonly number[];
  /** those of them that are wanted, in order; of a large site the first */
  literal: ClauseResult[];
  /** places of more of them, which `more` loads */
  waiting: readonly number[];
  /** what each of them contains: the phrase, or its words where they stand apart */
  words: readonly string[];
}

/** Which clauses a visitor wants to see, by what is known of them. */
export type Wanted = (facts: NodeFacts) => boolean;

/** Clauses of a large site that are loaded and ranked at once: as many as are read before one asks for more. */
const BATCH = 20;
const BATCH_RELATED = 6;
/** Clauses that share most with a word: of a large site, what spelling and questions look at. */
const NEAREST = 20;
const MOST_RELATED = 12;
/** Letters that stand in fewer clauses than this may be meant as pinyin too. */
const FEW = 3;

export class SearchEngine {
  readonly #catalogue: Catalogue;
  readonly #files: SearchFiles;
  readonly #texts: Texts;
  #labels: Promise<Labels> | null = null;
  readonly #asked = new Map<string, Promise<readonly number[]>>();

  constructor(catalogue: Catalogue, files: SearchFiles) {
    this.#catalogue = catalogue;
    this.#files = files;
    this.#texts = new Texts(catalogue, files);
  }

  get catalogue(): Catalogue {
    return this.#catalogue;
  }

  /** What stands in the texts as it was typed; then, of several words, the clauses that contain them all. */
  async literal(typed: string, wanted: Wanted | null = null): Promise<Answer> {
    const query = parseQuery(typed);
    const [named, phrase] = await Promise.all([this.#named(typed), this.#find(query.phrase)]);
    const words = phrase.length > 0 ? [query.phrase] : query.words;
    const all = phrase.length > 0 ? phrase : await this.#withAll(query);
    const places = wanted && !this.#texts.whole ? await this.#only(all, wanted) : all;
    const first = this.#rank(await this.#texts.load(this.#first(places, BATCH)), words);
    return {
      query,
      ...named,
      words,
      all,
      // texts that are all at hand are arranged before they are narrowed: what is left keeps its order
      literal: wanted ? first.filter(({ clause }) => wanted(clause.facts)) : first,
      waiting: places.slice(first.length),
    };
  }

  /** The answer with the next of those that wait. */
  async more(answer: Answer): Promise<Answer> {
    const next = answer.waiting.slice(0, BATCH);
    const results = this.#rank(await this.#texts.load(next), answer.words);
    return { ...answer, literal: [...answer.literal, ...results], waiting: answer.waiting.slice(next.length) };
  }

  /** What is known of each clause of the answer, shown or not. */
  async factsOf({ all }: Answer): Promise<NodeFacts[]> {
    const facts = await this.#texts.facts();
    return all.flatMap((place) => (facts[place] ? [facts[place]] : []));
  }

  /** What the visitor may also mean, each with the reason, best first; nothing that is in the answer already. */
  async related({ query, all, direct }: Answer): Promise<ClauseResult[]> {
    if (query.literal || query.phrase === '' || query.phrase.length > 80) return [];
    const found = new Map<number, ClauseResult>();
    const given = new Set(all);
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
        const places = this.#first(await this.#find(text), BATCH_RELATED);
        const results = this.#rank(await this.#texts.load(places), [text]).filter(({ hits }) =>
          hits.some(({ whole }) => whole),
        );
        add(results, tier, `${why}：${asWritten(results[0])}`);
      }
    };

    if (query.words.length > 1 && all.length > 0) {
      const places = this.#first(await this.#withAll(query), BATCH);
      add(this.#rank(await this.#texts.load(places), query.words), 9_000, '各词分开出现');
    }
    for (const { text, why } of variantsOf(query.phrase, this.#catalogue)) await addPhrases([text], 8_000, why);
    if (all.length === 0 || (all.length < FEW && /^[a-z]+$/.test(query.phrase))) {
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

  async #named(typed: string): Promise<Pick<Answer, 'direct' | 'namesakes'>> {
    const name = nameIn(typed, this.#catalogue);
    const named = name ? nodesNamed(name, await this.#texts.facts(), this.#catalogue) : [];
    const direct = await this.#texts.load(this.#first(named, BATCH));
    direct.sort((a, b) => Number(b.label.startsWith('第')) - Number(a.label.startsWith('第')));
    return { direct, namesakes: named.length - direct.length };
  }

  /** Places of the nodes whose text contains a phrase, asked once. */
  #find(phrase: string): Promise<readonly number[]> {
    const known = this.#asked.get(phrase);
    if (known) return known;
    const asked = this.#ask(phrase).catch((error: unknown) => {
      this.#asked.delete(phrase);
      throw error;
    });
    this.#asked.set(phrase, asked);
    return asked;
  }

  async #ask(phrase: string): Promise<readonly number[]> {
    if (phrase === '' || phrase.length > LONGEST_QUERY) return [];
    const { places, sure } = await this.#files.index.find(phrase);
    if (sure) return places;
    const clauses = await this.#texts.load(places);
    return clauses.filter((clause) => contains(clause, phrase)).map(({ index }) => index);
  }

  /** Of a small site all, whose texts are at hand. */
  #first(places: readonly number[], most: number): readonly number[] {
    return this.#texts.whole ? places : places.slice(0, most);
  }

  async #only(places: readonly number[], wanted: Wanted): Promise<number[]> {
    const facts = await this.#texts.facts();
    return places.filter((place) => facts[place] && wanted(facts[place]));
  }

  async #withAll({ words, excluded }: Query): Promise<readonly number[]> {
    if (words.length < 2 && excluded.length === 0) return [];
    const [first = [], ...others] = await Promise.all(words.map((word) => this.#find(word)));
    const without = new Set((await Promise.all(excluded.map((word) => this.#find(word)))).flat());
    const sets = others.map((list) => new Set(list));
    return first.filter((place) => !without.has(place) && sets.every((set) => set.has(place)));
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
    return this.#texts.loaded();
  }

  /** Of texts too large to be loaded whole, those that share most pairs of characters with a word, rare ones above all. */
  async loadNear(word: string): Promise<void> {
    if (this.#texts.whole) {
      await this.#texts.loadAll();
      return;
    }
    const pairs = Array.from({ length: Math.min(word.length, 20) - 1 }, (_, at) => word.slice(at, at + 2));
    const shared = new Map<number, number>();
    for (const places of await Promise.all(pairs.map((pair) => this.#find(pair))))
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1 / Math.log(2 + places.length));
    const nearest = [...shared].sort((a, b) => b[1] - a[1]).slice(0, NEAREST);
    await this.#texts.load(nearest.map(([place]) => place));
  }
}

/** The found words as the text has them: its own case, spaces and punctuation. */
function asWritten(result: ClauseResult | undefined): string {
  const hit = result?.hits[0];
  const span = hit?.spans[0];
  return hit && span ? hit.piece.text.slice(span.start, span.end) : '';
}
