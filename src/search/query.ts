/** What a visitor asks, taken apart. */
import { normalise } from './normalise.ts';

export interface Query {
  /** everything typed, as one phrase in normal form */
  phrase: string;
  /** the words between spaces, in normal form; `"…"` is one word, quotes and all spaces gone */
  words: string[];
  /** words after a minus */
  excluded: string[];
  /** wholly in quotes: nothing but the literal is wanted */
  literal: boolean;
}

/** No text is as long; a longer query is cut, which never lets it find what it does not say. */
export const LONGEST_QUERY = 1_000;

const WORDS = /([-－]?)(?:["＂]([^"＂]*)["＂]|([^\s"＂]+)|["＂])/gu;

export function parseQuery(typed: string): Query {
  const input = typed.slice(0, 4 * LONGEST_QUERY).trim();
  const query: Query = { phrase: '', words: [], excluded: [], literal: /^["＂][^"＂]+["＂]$/.test(input) };
  let behind = -1;
  for (const match of input.matchAll(WORDS)) {
    const [whole, minus = '', quoted, plain = ''] = match;
    // a minus inside a word ("AI-药") is a character of it, and one before the first word has nothing to take from
    const excludes = minus !== '' && query.words.length > 0 && match.index !== behind;
    const word = normalise((excludes || quoted !== undefined ? '' : minus) + (quoted ?? plain));
    behind = match.index + whole.length;
    if (word !== '') (excludes ? query.excluded : query.words).push(word);
  }
  query.phrase = query.literal ? (query.words[0] ?? '') : normalise(input);
  query.words = [...new Set(query.words)];
  return query;
}
