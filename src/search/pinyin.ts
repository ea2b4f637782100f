/** What letters spell: 洁净车间 is "jiejingchejian", "jiejingcj" or "jjcj". Asked where letters stand in few texts. */
import type { SearchFiles } from './engine.ts';
import type { Related } from './related.ts';

/** Adds what contains the words that the letters may spell. */
export async function reachBySound(typed: string, { site, table }: SearchFiles, related: Related): Promise<void> {
  const sounds = readings(await table('pinyin'));
  await site.loadNear(typed, sounds);
  const pieces = site.loaded().flatMap((clause) => clause.pieces.map(({ folded }) => folded.text));
  await related.addPhrases(spelled(typed, pieces, sounds), 6_000, '拼音');
}

/** Readings of each character: "jie洁界 che车 …" */
export function readings(table: string): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [, syllable = '', characters = ''] of table.matchAll(/([a-z]+)([^a-z]+)/g)) {
    for (const character of characters) map.set(character, [...(map.get(character) ?? []), syllable]);
  }
  return map;
}

/**
 * Stretches of the texts whose pinyin is what was typed, each syllable whole or by its initial, the most frequent first.
 * @param typed Latin letters
 */
export function spelled(
  typed: string,
  texts: readonly string[],
  sounds: ReadonlyMap<string, readonly string[]>,
  most = 6,
): string[] {
  const found = new Map<string, number>();
  // index into the text after a match of typed[from…], -1 where there is none; the longest reading first
  const match = (text: string, at: number, from: number): number => {
    if (from === typed.length) return at;
    for (const sound of sounds.get(text[at] ?? '') ?? []) {
      const whole = typed.startsWith(sound, from) ? match(text, at + 1, from + sound.length) : -1;
      const end = whole !== -1 || sound[0] !== typed[from] ? whole : match(text, at + 1, from + 1);
      if (end !== -1) return end;
    }
    return -1;
  };
  // one letter again and again spells nothing
  if (/^(.)\1*$/.test(typed)) return [];
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const end = match(text, at, 0);
      if (end - at >= 2 && (typed.length >= 2 * (end - at) || isWords(text, at, end)))
        found.set(text.slice(at, end), (found.get(text.slice(at, end)) ?? 0) + 1);
    }
  }
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([word]) => word);
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const starts = new Map<string, ReadonlySet<number>>();

/** Initials fit any run of characters: only those from the beginning of a word to the end of one may be meant. */
function isWords(text: string, start: number, end: number): boolean {
  let own = starts.get(text);
  if (!own) {
    own = new Set([...WORDS.segment(text)].map(({ index }) => index).concat(text.length));
    starts.set(text, own);
  }
  return own.has(start) && own.has(end);
}
