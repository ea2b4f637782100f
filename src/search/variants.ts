/** Other ways to say what was typed: numerals, synonyms, traditional characters, pinyin, one wrong character. */
import { parseChineseNumber, toChineseNumber } from '../domain/chinese-numbers.ts';
import type { Catalogue } from './catalogue.ts';

export interface Variant {
  /** in normal form */
  text: string;
  /** shown beside the result: "同义词" */
  why: string;
}

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
/** Numbers of classes and stages are written in three ways; sums and dates are not. */
const COUNTED = /(?<![a-z0-9])(?:[0-9]{1,2}|[ivx]{1,4})(?=[期类级款章])|[一二三四五六七八九十]{1,2}(?=[期类级])/g;

function numerals(text: string): string[] {
  const found: string[] = [];
  for (const { 0: words, index } of text.matchAll(COUNTED)) {
    const value = /\d/.test(words) ? Number(words) : (parseChineseNumber(words) ?? ROMAN.indexOf(words));
    if (value < 1 || value > 10) continue;
    for (const other of [String(value), ROMAN[value] ?? '', toChineseNumber(value)]) {
      if (other !== words) found.push(text.slice(0, index) + other + text.slice(index + words.length));
    }
  }
  return found;
}

function synonyms(text: string, { synonyms: groups }: Catalogue): string[] {
  return groups.flatMap((group) => {
    const word = group.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length)[0];
    return word === undefined ? [] : group.filter((one) => one !== word).map((one) => text.replace(word, one));
  });
}

/** Words that say the same, the nearest first; the text itself is not among them. */
export function variantsOf(text: string, catalogue: Catalogue, most = 24): Variant[] {
  const seen = new Map<string, string>([[text, '']]);
  const add = (from: string, why: string, others: string[]): void => {
    for (const other of others) if (!seen.has(other) && seen.size <= most) seen.set(other, seen.get(from) || why);
  };
  add(text, '数字写法', numerals(text));
  for (const one of [...seen.keys()]) add(one, '同义词', synonyms(one, catalogue));
  for (const one of [...seen.keys()]) if (seen.get(one) === '同义词') add(one, '同义词', numerals(one));
  seen.delete(text);
  return [...seen].map(([one, why]) => ({ text: one, why }));
}

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
export function spelled(typed: string, texts: readonly string[], sounds: ReadonlyMap<string, readonly string[]>, most = 6): string[] {
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
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const end = match(text, at, 0);
      if (end - at >= 2) found.set(text.slice(at, end), (found.get(text.slice(at, end)) ?? 0) + 1);
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, most).map(([word]) => word);
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
        if (part.length === size && differsByOne(word, part)) found.set(part, (found.get(part) ?? 0) + (size === length ? 100 : 1));
      }
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, most).map(([part]) => part);
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
