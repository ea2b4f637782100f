/** A question in natural language as the words of the texts that it is about. */
import type { Catalogue, Labels } from './catalogue.ts';
import { isWhole } from './clause.ts';
import { variantsOf } from './variants.ts';

export interface Concept {
  word: string;
  /** the word and what says the same */
  forms: string[];
}

const LONGEST_WORD = 14;

/** The query without the words that only ask, cut where they stood. */
export function withoutQuestionWords(text: string, { synonyms }: Catalogue, { questions }: Labels): string[] {
  // a synonym may be a question itself: "哪些企业" says 支持对象
  const asked = synonyms.flat().filter((word) => text.includes(word) && questions.some((one) => word.includes(one)));
  let rest = asked.reduce((left, word) => left.replaceAll(word, ' '), text);
  for (const word of questions) rest = rest.replaceAll(word, ' ');
  return [...asked, ...rest.split(/[^a-z0-9%:.\p{Script=Han}]+/u).filter(Boolean)];
}

/**
 * Cuts a run of characters into the longest words that the texts or the synonyms know.
 * @param known whether the texts contain it
 */
export function wordsOf(run: string, known: (word: string) => boolean, catalogue: Catalogue): string[] {
  const text = run.slice(0, 60);
  const listed = new Set(catalogue.synonyms.flat());
  // best[at]: the highest value of the text up to there, and where its last word begins; long words count most
  const best: { value: number; from: number; word: boolean }[] = [{ value: 0, from: 0, word: false }];
  for (let at = 1; at <= text.length; at += 1) {
    let choice = { value: best[at - 1]?.value ?? 0, from: at - 1, word: false };
    for (let from = Math.max(0, at - LONGEST_WORD); from < at - 1; from += 1) {
      const word = text.slice(from, at);
      const value = (best[from]?.value ?? 0) + word.length ** 2;
      if (value > choice.value && isWhole(text, from, at) && (listed.has(word) || known(word)))
        choice = { value, from, word: true };
    }
    best.push(choice);
  }
  const words: string[] = [];
  for (let at = text.length; at > 0; at = best[at]?.from ?? 0) {
    const { from, word } = best[at] ?? { from: 0, word: false };
    if (word) words.unshift(text.slice(from, at));
  }
  return words;
}

export function conceptsOf(runs: readonly string[], known: (word: string) => boolean, catalogue: Catalogue): Concept[] {
  const words = new Set(runs.flatMap((run) => (run.length === 1 ? [run] : wordsOf(run, known, catalogue))));
  return [...words].map((word) => ({
    word,
    forms: [word, ...variantsOf(word, catalogue, 12).map(({ text }) => text)],
  }));
}
