/** Other ways to write what was meant: traditional characters, one wrong character. */

/** 繁体: "車车間间…", each traditional character before its simplified one. */
export function simplified(text: string, pairs: string): string {
  const map = new Map<string, string>();
  const all = Array.from(pairs);
  for (let at = 0; at + 1 < all.length; at += 2) map.set(all[at] ?? '', all[at + 1] ?? '');
  return Array.from(text, (character) => map.get(character) ?? character).join('');
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
