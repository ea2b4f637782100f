/** The clauses whose texts are at hand: all of a small site, of a large one those that queries came near. */
import type { Catalogue, NodeFacts, Pack } from './catalogue.ts';
import { unpack, type Clause } from './clause.ts';

export interface TextFiles {
  pack(index: number): Promise<Pack>;
  /** of every node of a large site */
  facts(): Promise<NodeFacts[]>;
}

export class Texts {
  readonly #catalogue: Catalogue;
  readonly #files: TextFiles;
  /** the pack of each node, and the first node of each pack */
  readonly #packOf: number[] = [];
  readonly #firsts: number[] = [];
  readonly #packs = new Map<number, Promise<void>>();
  readonly #clauses = new Map<number, Clause>();
  #facts: Promise<readonly NodeFacts[]> | null = null;

  constructor(catalogue: Catalogue, files: TextFiles) {
    this.#catalogue = catalogue;
    this.#files = files;
    const { texts } = catalogue;
    const sizes = texts.kind === 'whole' ? [texts.pack.nodes.length] : texts.packs;
    sizes.forEach((size, pack) => {
      this.#firsts.push(this.#packOf.length);
      for (let at = 0; at < size; at += 1) this.#packOf.push(pack);
    });
  }

  /** All texts came with the catalogue. */
  get whole(): boolean {
    return this.#catalogue.texts.kind === 'whole';
  }

  /** In the order of the places. */
  async load(places: readonly number[]): Promise<Clause[]> {
    const packs = new Set(places.map((place) => this.#packOf[place] ?? 0));
    await Promise.all([...packs].map((pack) => this.#loadPack(pack)));
    return places.flatMap((place) => this.#clauses.get(place) ?? []);
  }

  async loadAll(): Promise<void> {
    await Promise.all(this.#firsts.map((_, pack) => this.#loadPack(pack)));
  }

  loaded(): Clause[] {
    return [...this.#clauses.values()];
  }

  /** What numbers and facets need of every node, without the texts. */
  facts(): Promise<readonly NodeFacts[]> {
    const { texts } = this.#catalogue;
    if (texts.kind === 'whole') return Promise.resolve(texts.pack.facts);
    this.#facts ??= this.#files.facts().catch((error: unknown) => {
      this.#facts = null;
      throw error;
    });
    return this.#facts;
  }

  #loadPack(pack: number): Promise<void> {
    const known = this.#packs.get(pack);
    if (known) return known;
    const loading = this.#read(pack).catch((error: unknown) => {
      // asked for again by the next query
      this.#packs.delete(pack);
      throw error;
    });
    this.#packs.set(pack, loading);
    return loading;
  }

  async #read(pack: number): Promise<void> {
    const { nodes, facts } = await this.#files.pack(pack);
    const first = this.#firsts[pack] ?? 0;
    nodes.forEach((node, at) => {
      const own = facts[at];
      if (!own) throw new Error(`no facts of node ${first + at}`);
      this.#clauses.set(first + at, unpack(node, own, first + at, this.#catalogue));
    });
  }
}
