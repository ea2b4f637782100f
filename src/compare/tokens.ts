/** Chinese words of a text, with every figure ("50 万元", "1:0.5") whole. The tokens joined are the text. */
import { findFigures } from '../domain/figures.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let from = 0;
  for (const { start, end } of findFigures(text)) {
    tokens.push(...wordsOf(text.slice(from, start)), text.slice(start, end));
    from = end;
  }
  return [...tokens, ...wordsOf(text.slice(from))];
}

/** Whitespace goes with the word before it, so that "第二类 最高" and "第二类最高" have the same words. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    if (/^\s+$/.test(segment) && words.length > 0) words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}

/** Two words are the same where only their spacing or width differs: "(" and "（", "1: 1" and "1:1". */
export function foldToken(token: string): string {
  return token.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
