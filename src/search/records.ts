/** Pagefind's index of a small site: its records are parts, and the texts, which are all at hand, say which of their nodes. */
import type { WholeTexts } from './catalogue.ts';
import type { Found, Index } from './index-of-texts.ts';
import { tokens } from './normalise.ts';
import type { Pagefind } from './pagefind.ts';

/** "und_", before every id. */
const ID_PREFIX = 4;

export class RecordIndex implements Index {
  readonly #pagefind: Pagefind;
  /** places of the nodes of each record, by its id */
  readonly #places = new Map<string, number[]>();
  readonly #idLength: number;

  constructor({ records, runs }: WholeTexts, pagefind: Pagefind) {
    this.#pagefind = pagefind;
    this.#idLength = records.length / runs.length;
    let place = 0;
    runs.forEach((nodes, at) => {
      const id = records.slice(at * this.#idLength, (at + 1) * this.#idLength);
      this.#places.set(
        id,
        Array.from({ length: nodes }, () => place++),
      );
    });
  }

  async find(phrase: string): Promise<Found> {
    const ids = await this.#pagefind.find(tokens(phrase));
    const places = ids.flatMap((id) => this.#places.get(id.slice(ID_PREFIX, ID_PREFIX + this.#idLength)) ?? []);
    return { places, sure: false };
  }
}
