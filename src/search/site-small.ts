/** A site whose texts come with the catalogue. Pagefind's index names parts; the texts say which of their nodes. */
import type { Catalogue, NodeFacts, WholeTexts } from './catalogue.ts';
import { contains, saysWord, unpack, type Clause } from './clause.ts';
import { tokens } from './normalise.ts';
import type { Pagefind } from './pagefind.ts';
import type { Site } from './site.ts';

/** "und_", before every id. */
const ID_PREFIX = 4;

export class SmallSite implements Site {
  readonly whole = true;
  readonly #pagefind: Pagefind;
  readonly #facts: readonly NodeFacts[];
  readonly #clauses: Clause[];
  /** the nodes of each record, by its id */
  readonly #records = new Map<string, Clause[]>();
  readonly #idLength: number;

  constructor(catalogue: Catalogue, { pack, records, runs }: WholeTexts, pagefind: Pagefind) {
    this.#pagefind = pagefind;
    this.#facts = pack.facts;
    this.#clauses = pack.nodes.map((node, place) => unpack(node, pack.facts[place], place, catalogue));
    this.#idLength = records.length / runs.length;
    let place = 0;
    runs.forEach((nodes, at) => {
      const id = records.slice(at * this.#idLength, (at + 1) * this.#idLength);
      this.#records.set(id, this.#clauses.slice(place, (place += nodes)));
    });
  }

  find(phrase: string): Promise<number[]> {
    return this.#find(phrase, contains);
  }

  findWord(word: string): Promise<number[]> {
    return this.#find(word, saysWord);
  }

  /** Characters outside the letters share tokens, and a record holds many nodes: the text decides. */
  async #find(phrase: string, says: typeof contains): Promise<number[]> {
    const ids = await this.#pagefind.find(tokens(phrase));
    return ids
      .flatMap((id) => this.#records.get(id.slice(ID_PREFIX, ID_PREFIX + this.#idLength)) ?? [])
      .filter((clause) => says(clause, phrase))
      .map(({ index }) => index);
  }

  load(places: readonly number[]): Promise<Clause[]> {
    return Promise.resolve(places.flatMap((place) => this.#clauses[place] ?? []));
  }

  loaded(): readonly Clause[] {
    return this.#clauses;
  }

  loadNear(): Promise<void> {
    return Promise.resolve();
  }

  facts(): Promise<readonly NodeFacts[]> {
    return Promise.resolve(this.#facts);
  }
}
