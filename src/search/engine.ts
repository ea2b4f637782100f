/** Asks the index, reads the texts that it names, and answers in order. No DOM, no network of its own. */
import type { Catalogue, Labels, NodeFacts } from './catalogue.ts';
import { atPlace, hitsOf, isNumeric, occurrences, standings, type Clause } from './clause.ts';
import { nameIn, nodesNamed } from './direct.ts';
import { Names } from './names.ts';
import { askedOf, type Asked } from './districts.ts';
import { onceEach } from './once-each.ts';
import { LONGEST_QUERY, parseQuery, type Query } from './query.ts';
import { arrange, byBestHit, scoreOf, type ClauseResult } from './rank.ts';
import { Related } from './related.ts';
import type { Site } from './site.ts';
import { variantsOf } from './variants.ts';

export interface SearchFiles {
  site: Site;
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
const MOST_RELATED = 12;
/** Letters that stand in fewer clauses than this may be meant as pinyin too. */
const FEW = 3;
/** Letters that may spell Chinese. */
const LETTERS = /^[a-z]{2,40}$/;

export class SearchEngine {
  readonly #catalogue: Catalogue;
  readonly #files: SearchFiles;
  readonly #site: Site;
  /** Places of the nodes whose text contains a phrase, or says a word: numbers that are no parts of larger ones. */
  readonly #findPhrase = onceEach((phrase: string) => this.#site.find(phrase));
  readonly #findWord = onceEach((word: string) => this.#site.findWord(word));
  /** Names of the facets, and the words that only ask. */
  readonly labels = onceEach(async () => JSON.parse(await this.#files.table('labels')) as Labels);
  /** What this site calls what its clauses pay for. */
  readonly names = onceEach(async () => new Names((await this.labels()).names));

  constructor(catalogue: Catalogue, files: SearchFiles) {
    this.#catalogue = catalogue;
    this.#files = files;
    this.#site = files.site;
  }

  get catalogue(): Catalogue {
    return this.#catalogue;
  }

  /**
   * What stands in the texts as it was typed; then, of several words, the clauses that contain them all.
   * @param most no more are shown at once: of a large site no more are loaded
   */
  async literal(typed: string, wanted: Wanted | null = null, most = BATCH): Promise<Answer> {
    const query = parseQuery(typed);
    const [named, phrase] = await Promise.all([this.#named(typed), this.#find(query.phrase)]);
    const words = phrase.length > 0 ? [query.phrase] : query.words;
    const apart = query.words.length > 1 || query.excluded.length > 0;
    const all = phrase.length > 0 || !apart ? phrase : await this.#withAll(query);
    const places = wanted && !this.#site.whole ? await this.#only(all, wanted) : all;
    const first = this.#rank(await this.#site.load(this.#first(places, Math.min(most, BATCH))), words);
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
    const results = this.#rank(await this.#site.load(next), answer.words);
    return { ...answer, literal: [...answer.literal, ...results], waiting: answer.waiting.slice(next.length) };
  }

  /** What is known of each clause of the answer, shown or not. */
  async factsOf({ all }: Answer): Promise<NodeFacts[]> {
    const facts = await this.#site.facts();
    return all.flatMap((place) => (facts[place] ? [facts[place]] : []));
  }

  /** What the visitor may also mean, each with the reason, best first; nothing that is in the answer already. */
  async related({ query, all, direct }: Answer): Promise<ClauseResult[]> {
    if (query.literal || query.phrase === '' || query.phrase.length > 80) return [];
    const asked = askedOf(query, this.#catalogue);
    const meant = (policy: number): boolean => asked.policies.length === 0 || asked.policies.includes(policy);
    const related = new Related({
      query,
      site: this.#site,
      given: new Set(all),
      find: (phrase) => this.#find(phrase),
      rank: (clauses, words) => this.#rank(clauses, words),
      elsewhere: (clause) => !meant(this.policyOf(clause)),
    });
    if (query.words.length > 1 && all.length > 0) {
      const places = this.#first(await this.#withAll(query), BATCH);
      related.add(this.#rank(await this.#site.load(places), query.words), 10_000, '各词分开出现');
    }
    if (asked.policies.length > 0 && asked.words.length > 0) await this.#addOwn(asked, query, related);
    const phrase = asked.policies.length > 0 ? asked.words.join('') : query.phrase;
    const variants = variantsOf(phrase, this.#catalogue);
    for (const { text, why } of variants) await related.addPhrases([text], 8_000, why);
    const letters = LETTERS.test(phrase);
    // where many clauses say it, their names need not; and letters in names are those of the texts
    if (all.length < MOST_RELATED && phrase !== '' && !letters)
      await related.addNamed([phrase, ...variants.map(({ text }) => text)], await this.names());
    const few = all.length === 0 || (all.length < FEW && letters);
    if (few && letters) {
      const { reachBySound } = await import('./pinyin.ts');
      await reachBySound(phrase, this.#files, related);
    }
    // nothing else is meant by letters that can be read so
    if (few && !(letters && related.found.size > 0)) {
      const { reachFurther } = await import('./further.ts');
      await reachFurther({
        query,
        asked,
        catalogue: this.#catalogue,
        files: this.#files,
        site: this.#site,
        labels: () => this.labels(),
        names: () => this.names(),
        policyOf: (clause) => this.policyOf(clause),
        related,
        given: all.length,
        named: direct.length > 0,
      });
    }
    return [...related.found.values()].sort((a, b) => b.score - a.score).slice(0, MOST_RELATED);
  }

  /** Stretches of a query that the texts have where they have not the whole, the longest first. */
  async partsOf(query: Query): Promise<string[]> {
    const { partsOf } = await import('./further.ts');
    return partsOf(query, this.#site, this.#catalogue);
  }

  policyOf(clause: Clause): number {
    return this.#catalogue.parts[clause.facts[0]]?.policy ?? -1;
  }

  /** The clauses of the districts that the query names which contain what it says beside. */
  async #addOwn({ policies, words }: Asked, query: Query, related: Related): Promise<void> {
    const own: Wanted = ([part]) => policies.includes(this.#catalogue.parts[part]?.policy ?? -1);
    const places = await this.#only(await this.#withAll({ ...query, words }), own);
    const told = words.map((word) => `“${word}”`).join('和');
    const results = this.#rank(await this.#site.load(this.#first(places, BATCH)), words).map((one) => ({
      ...one,
      why: `${this.#catalogue.policies[this.policyOf(one.clause)]?.name ?? ''}，含有${told}`,
    }));
    related.add(results, 9_800, '');
  }

  async #named(typed: string): Promise<Pick<Answer, 'direct' | 'namesakes'>> {
    const name = nameIn(typed, this.#catalogue);
    const named = name ? nodesNamed(name, await this.#site.facts(), this.#catalogue) : [];
    const loaded = await this.#site.load(this.#first(named, BATCH));
    const direct = loaded.map((clause) => (name?.anchor ? atPlace(clause, name.anchor) : clause));
    direct.sort((a, b) => Number(b.label.startsWith('第')) - Number(a.label.startsWith('第')));
    return { direct, namesakes: named.length - direct.length };
  }

  /** @param apart it is a word beside others: its numbers are no parts of larger ones */
  #find(phrase: string, apart = false): Promise<readonly number[]> {
    if (phrase === '' || phrase.length > LONGEST_QUERY) return Promise.resolve([]);
    return apart && isNumeric(phrase) ? this.#findWord(phrase) : this.#findPhrase(phrase);
  }

  /** Of a small site all, whose texts are at hand. */
  #first(places: readonly number[], most: number): readonly number[] {
    return this.#site.whole ? places : places.slice(0, most);
  }

  async #only(places: readonly number[], wanted: Wanted): Promise<number[]> {
    const facts = await this.#site.facts();
    return places.filter((place) => facts[place] && wanted(facts[place]));
  }

  async #withAll({ words, excluded }: Query): Promise<readonly number[]> {
    const [first = [], ...others] = await Promise.all(words.map((word) => this.#find(word, true)));
    const without = new Set((await Promise.all(excluded.map((word) => this.#find(word, true)))).flat());
    const sets = others.map((list) => new Set(list));
    return first.filter((place) => !without.has(place) && sets.every((set) => set.has(place)));
  }

  #rank(clauses: readonly Clause[], words: readonly string[]): ClauseResult[] {
    const placesOf = words.length > 1 ? standings : occurrences;
    const results = clauses.map((clause): ClauseResult => {
      const hits = hitsOf(clause, words, placesOf).sort(byBestHit);
      return { clause, hits, words: [...words], score: scoreOf(clause, hits, words), why: '' };
    });
    return arrange(results, (clause) => this.policyOf(clause));
  }
}
