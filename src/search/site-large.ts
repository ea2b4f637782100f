/** A site of which no visitor loads all texts. The index of pairs names nodes exactly; their texts come in packs. */
import type { Catalogue, NodeFacts, Pack, PartedTexts } from './catalogue.ts';
import { contains, saysWord, unpack, type Clause } from './clause.ts';
import { GramIndex, soundOf } from './grams.ts';
import { initialsOf } from './initials.ts';
import { onceEach } from './once-each.ts';
import type { Site } from './site.ts';

/** Clauses that share most with a word that nothing contains: what spelling and questions look at. */
const NEAREST = 20;
/** Of a longer word its beginning says enough. */
const LONG = 20;

/** Bytes of a file below `pagefind/`, inflated. */
type Read = (path: string) => Promise<Uint8Array>;

export class LargeSite implements Site {
  readonly whole = false;
  readonly #catalogue: Catalogue;
  readonly #texts: PartedTexts;
  readonly #index: GramIndex;
  readonly #read: Read;
  /** the pack of each node, and the first node of each pack */
  readonly #packOf: number[] = [];
  readonly #firsts: number[] = [];
  readonly #loadPack = onceEach((pack: number) => this.#readPack(pack));
  readonly #clauses = new Map<number, Clause>();
  readonly facts = onceEach(() => this.#json<readonly NodeFacts[]>(this.#texts.facts));

  constructor(catalogue: Catalogue, texts: PartedTexts, read: Read) {
    this.#catalogue = catalogue;
    this.#texts = texts;
    this.#read = read;
    this.#index = new GramIndex(texts.pairs, read);
    texts.packs.forEach((size, pack) => {
      this.#firsts.push(this.#packOf.length);
      for (let at = 0; at < size; at += 1) this.#packOf.push(pack);
    });
  }

  async find(phrase: string): Promise<readonly number[]> {
    const { places, sure } = await this.#index.find(phrase);
    if (sure) return places;
    const clauses = await this.load(places);
    return clauses.filter((clause) => contains(clause, phrase)).map(({ index }) => index);
  }

  async findWord(word: string): Promise<readonly number[]> {
    const { whole, sure } = await this.#index.find(word);
    if (sure) return whole;
    const clauses = await this.load(whole);
    return clauses.filter((clause) => saysWord(clause, word)).map(({ index }) => index);
  }

  async load(places: readonly number[]): Promise<Clause[]> {
    const packs = new Set(places.map((place) => this.#packOf[place] ?? 0));
    await Promise.all([...packs].map((pack) => this.#loadPack(pack)));
    return places.flatMap((place) => this.#clauses.get(place) ?? []);
  }

  loaded(): readonly Clause[] {
    return [...this.#clauses.values()];
  }

  /** Those that share most pairs of characters with it, rare ones above all; or whose characters sound so. */
  async loadNear(word: string, sounds?: ReadonlyMap<string, readonly string[]>): Promise<void> {
    if (sounds) {
      const { places } = await this.#index.find(Array.from(initialsOf(word, sounds), soundOf).join(''));
      await this.load(places.slice(0, NEAREST));
      return;
    }
    const pairs = Array.from({ length: Math.min(word.length, LONG) - 1 }, (_, at) => word.slice(at, at + 2));
    const shared = new Map<number, number>();
    for (const { places } of await Promise.all(pairs.map((pair) => this.#index.find(pair))))
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1 / Math.log(2 + places.length));
    const nearest = [...shared].sort((a, b) => b[1] - a[1]).slice(0, NEAREST);
    await this.load(nearest.map(([place]) => place));
  }

  async #readPack(pack: number): Promise<void> {
    const { nodes, facts } = await this.#json<Pack>(`${this.#texts.folder}/${pack}.bin`);
    const first = this.#firsts[pack] ?? 0;
    nodes.forEach((node, at) => {
      this.#clauses.set(first + at, unpack(node, facts[at], first + at, this.#catalogue));
    });
  }

  async #json<T>(path: string): Promise<T> {
    return JSON.parse(new TextDecoder().decode(await this.#read(path))) as T;
  }
}
