/**
 * The index of a site too large for every visitor to load its texts: for every pair of neighbouring characters, all the
 * places where it stands, counted through all texts. A phrase stands where its pairs follow each other, so what is found
 * is exact, and a query loads a small file a pair (docs/decisions/0010).
 */
import type { PairTable } from './catalogue.ts';
import { orderOf, readShard, type Lists } from './gram-shard.ts';
import { onceEach } from './once-each.ts';

/** With a character: the nodes that contain it, for queries of one character. */
export const ANYWHERE = '\u0001';
/** Before or behind a character: where a number or word begins or ends with it. No text in normal form contains it. */
export const EDGE = '\u0000';
/** Instead of a character: what its pinyin begins with, a letter of the private use area that no text contains. */
export function soundOf(initial: string): string {
  return String.fromCodePoint(0xe000 + (initial.codePointAt(0) ?? 0));
}
/** Characters of which numbers and words are made. */
export const IN_WORD = /^[a-z0-9]$/;

/** Pairs asked for at once; where the first leave few clauses, their texts decide. */
const AT_ONCE = 8;
const FEW = 12;
/** A hit so near to the beginning of a clause stands in its title, which says as much as many hits. */
const TITLE = 30;
const MANY = 5;

/** What the index knows of a phrase. */
interface Found {
  /** nodes, the likeliest best first */
  places: number[];
  /** those of them where it cuts no number or word; where their texts decide, all */
  whole: number[];
  /** each contains it; otherwise their texts decide */
  sure: boolean;
}

/** Two characters of a phrase, and where in it they stand. */
interface Pair {
  pair: string;
  at: number;
}

/** Null where what a phrase begins or ends with is part of no number or word. */
interface Edges {
  begins: readonly number[] | null;
  ends: readonly number[] | null;
}

type ReadFile = (path: string) => Promise<Uint8Array>;

export class GramIndex {
  readonly #folder: string;
  readonly #read: ReadFile;
  /** order of the first pair of each file */
  readonly #firsts: number[] = [];
  /** where each node begins, and behind them where all end */
  readonly #starts: number[] = [0];
  readonly #load = onceEach(async (file: number) => {
    this.#loaded.set(file, readShard(await this.#read(`${this.#folder}/${file}.bin`)));
  });
  readonly #loaded = new Map<number, Lists>();

  constructor({ folder, firsts, lengths }: PairTable, read: ReadFile) {
    this.#folder = folder;
    this.#read = read;
    const characters = Array.from(firsts);
    for (let at = 0; at < characters.length; at += 2) this.#firsts.push(orderOf(characters.slice(at, at + 2).join('')));
    let start = 0;
    for (const length of lengths) this.#starts.push((start += length));
  }

  /** @param phrase in normal form, at least one character */
  async find(phrase: string): Promise<Found> {
    const characters = Array.from(phrase);
    if (characters.length < 2) return this.#findCharacter(phrase);
    const pairs = pairsOf(characters);
    if (pairs.some(({ pair }) => this.#known(pair)?.length === 0)) return { places: [], whole: [], sure: true };
    const needed = pairs.filter(({ at }) => at % 2 === 0 || at === pairs.length - 1);
    // who asks for numbers will need to know where they begin and end
    const [{ offsets, sure }, edges] = await Promise.all([this.#offsets(needed), this.#edges(characters)]);
    if (!sure) {
      const places = this.#ordered(offsets);
      return { places, whole: places, sure };
    }
    const wholeOffsets = whole(offsets, characters.length, edges);
    return { places: this.#ordered(offsets, wholeOffsets), whole: this.#ordered(wholeOffsets), sure };
  }

  /** Where the pairs follow each other; not all are asked where the first leave few nodes. */
  async #offsets(needed: readonly Pair[]): Promise<{ offsets: number[]; sure: boolean }> {
    let offsets: number[] = [];
    for (let from = 0; from < needed.length; from += AT_ONCE) {
      const some = needed.slice(from, from + AT_ONCE);
      const lists = await Promise.all(some.map(({ pair }) => this.#list(pair)));
      for (const [index, { at }] of some.entries())
        offsets = at === 0 ? (lists[index] ?? []) : meeting(offsets, lists[index] ?? [], at);
      if (from + AT_ONCE < needed.length && new Set(this.#nodesOf(offsets)).size <= FEW)
        return { offsets, sure: offsets.length === 0 };
    }
    return { offsets, sure: true };
  }

  async #findCharacter(character: string): Promise<Found> {
    const nodes = await this.#list(ANYWHERE + character);
    if (!IN_WORD.test(character) || nodes.length === 0) return { places: nodes, whole: nodes, sure: true };
    const edges = await this.#edges([character]);
    const alone = new Set(this.#nodesOf(whole(edges.begins ?? [], 1, edges)));
    return { places: [...alone, ...nodes.filter((node) => !alone.has(node))], whole: [...alone], sure: true };
  }

  /** Where numbers and words begin with its first character and end with its last. */
  async #edges(characters: readonly string[]): Promise<Edges> {
    const [first = '', last = ''] = [characters[0], characters.at(-1)];
    const [begins, ends] = await Promise.all([
      IN_WORD.test(first) ? this.#list(EDGE + first) : null,
      IN_WORD.test(last) ? this.#list(last + EDGE) : null,
    ]);
    return { begins, ends };
  }

  /** The nodes of the offsets, the likeliest best first, as far as that can be told without their texts. */
  #ordered(offsets: readonly number[], whole: readonly number[] = []): number[] {
    const first = new Set(this.#nodesOf(whole));
    const hits = new Map<number, number>();
    this.#nodesOf(offsets).forEach((node, at) => {
      const inTitle = (offsets[at] ?? 0) - (this.#starts[node] ?? 0) < TITLE;
      hits.set(node, (hits.get(node) ?? 0) + (inTitle ? MANY : 1));
    });
    const score = ([node, count]: [number, number]): number => (first.has(node) ? 2 * MANY : 0) + Math.min(MANY, count);
    // sorting keeps the order of what is equal
    return [...hits].sort((a, b) => score(b) - score(a)).map(([node]) => node);
  }

  /** The node of each offset; both ascend. */
  #nodesOf(offsets: readonly number[]): number[] {
    let node = 0;
    return offsets.map((offset) => {
      while (offset >= (this.#starts[node + 1] ?? Infinity)) node += 1;
      return node;
    });
  }

  /** Undefined where its file is not loaded. */
  #known(pair: string): readonly number[] | undefined {
    const lists = this.#loaded.get(this.#fileOf(pair));
    return lists && (lists.get(pair) ?? []);
  }

  async #list(pair: string): Promise<number[]> {
    const file = this.#fileOf(pair);
    if (file < 0) return [];
    await this.#load(file);
    return this.#loaded.get(file)?.get(pair) ?? [];
  }

  /** The last file that begins at or before the pair. */
  #fileOf(pair: string): number {
    const order = orderOf(pair);
    let [low, high] = [0, this.#firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#firsts[middle] ?? 0) <= order) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function pairsOf(characters: readonly string[]): Pair[] {
  return characters.slice(1).map((second, at) => ({ pair: (characters[at] ?? '') + second, at }));
}

/** Of the offsets of a phrase those where it cuts no number or word: "00万元" cuts "1000万元". */
function whole(offsets: readonly number[], length: number, { begins, ends }: Edges): readonly number[] {
  const begun = begins ? meeting(offsets, begins, 0) : offsets;
  return ends ? meeting(begun, ends, length - 1) : begun;
}

/** Those of the offsets that have one of the others so far behind them; both ascend. */
function meeting(offsets: readonly number[], others: readonly number[], distance: number): number[] {
  let at = 0;
  return offsets.filter((offset) => {
    while ((others[at] ?? Infinity) < offset + distance) at += 1;
    return others[at] === offset + distance;
  });
}
