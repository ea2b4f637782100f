/** Chinese words of a text, with every figure ("50 万元", "1:0.5") whole. The tokens joined are the text. */
import { findFigures } from '../domain/figures.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whitespace goes with the word before it, so that "第二类 最高" and "第二类最高" have the same words. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const add = (token: string): void => {
    if (/^\s+$/.test(token) && tokens.length > 0) tokens[tokens.length - 1] += token;
    else tokens.push(token);
  };
  let from = 0;
  for (const { start, end } of findFigures(text)) {
    for (const word of wordsOf(text.slice(from, start))) add(word);
    add(text.slice(start, end));
    from = end;
  }
  for (const word of wordsOf(text.slice(from))) add(word);
  return tokens;
}

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Two words are the same where only their spacing or width differs: "(" and "（", "1: 1" and "1:1". */
export function foldToken(token: string): string {
  return token.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
