import type { NodeFacts } from './catalogue.ts';
import type { Clause } from './clause.ts';

/** The index and the texts of a site, as the engine asks them. Nodes go by their place among all. */
export interface Site {
  /** All texts are at hand; of a large site they have to be loaded, as few as an answer needs. */
  whole: boolean;
  /**
   * The nodes whose text contains a phrase, exactly; of a large site the likeliest best first.
   * @param phrase in normal form, at least one character
   */
  find(phrase: string): Promise<readonly number[]>;
  /** The same of a word that begins or ends with a number, which is no part of a larger one. */
  findWord(word: string): Promise<readonly number[]>;
  /** In the order of the places. */
  load(places: readonly number[]): Promise<Clause[]>;
  loaded(): readonly Clause[];
  /**
   * Has the texts nearest to a word that nothing contains loaded.
   * @param sounds pinyin of the characters: the texts that sound like the letters typed
   */
  loadNear(word: string, sounds?: ReadonlyMap<string, readonly string[]>): Promise<void>;
  /** What is known of every node. */
  facts(): Promise<readonly NodeFacts[]>;
}
