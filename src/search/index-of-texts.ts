/** What an index answers, whichever it is: Pagefind's of a small site, that of pairs of a large one. */
export interface Found {
  /** nodes, the likeliest best first where that can be told */
  places: number[];
  /** each contains the phrase; otherwise the texts decide */
  sure: boolean;
}

export interface Index {
  /** @param phrase in normal form, at least one character */
  find(phrase: string): Promise<Found>;
}
