/** Other ways to say what was typed: numerals and synonyms. */
import { parseChineseNumber, toChineseNumber } from '../domain/chinese-numbers.ts';
import type { Catalogue } from './catalogue.ts';
import { sumForms } from './sums.ts';

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
  add(text, '数字写法', [...numerals(text), ...sumForms(text)]);
  for (const one of [...seen.keys()]) add(one, '同义词', synonyms(one, catalogue));
  for (const one of [...seen.keys()]) if (seen.get(one) === '同义词') add(one, '同义词', numerals(one));
  seen.delete(text);
  return [...seen].map(([one, why]) => ({ text: one, why }));
}
