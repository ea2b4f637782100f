/** Other ways to write what was meant: traditional characters, pinyin, one wrong character. */

/** 繁体: "車车間间…", each traditional character before its simplified one. */
export function simplified(text: string, pairs: string): string {
  const map = new Map<string, string>();
  const all = Array.from(pairs);
  for (let at = 0; at + 1 < all.length; at += 2) map.set(all[at] ?? '', all[at + 1] ?? '');
  return Array.from(text, (character) => map.get(character) ?? character).join('');
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

/** Stretches of the texts that differ from the word in one character, wrong, missing or too many. */
export function misspelled(word: string, texts: readonly string[], most = 6): string[] {
  const found = new Map<string, number>();
  const length = word.length;
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] !== word[0] && text[at + 1] !== word[1] && text[at] !== word[1]) continue;
      for (const size of [length, length - 1, length + 1]) {
        const part = text.slice(at, at + size);
        if (part.length === size && differsByOne(word, part))
          found.set(part, (found.get(part) ?? 0) + (size === length ? 100 : 1));
      }
    }
  }
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([part]) => part);
}

function differsByOne(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  // a character more or less at either end is only a longer or shorter word
  if (a.length !== b.length && (head === 0 || tail === 0)) return false;
  return Math.max(a.length, b.length) - head - tail === 1;
}
