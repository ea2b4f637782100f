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
  /** In the order of the places. */
  load(places: readonly number[]): Promise<Clause[]>;
  loaded(): readonly Clause[];
  /** The texts nearest to a word that nothing contains, as far as they are not loaded. */
  loadNear(word: string): Promise<void>;
  /** The texts that contain characters whose pinyin begins with these letters. */
  loadSounding(initials: string): Promise<void>;
  /** What is known of every node. */
  facts(): Promise<readonly NodeFacts[]>;
}
