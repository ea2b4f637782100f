import { bareOf } from './bare.ts';
import { findFurniture, type Furniture } from './furniture.ts';

/** A line of the text that has words. */
export interface SourceLine {
  /** of the file, from 1 */
  line: number;
  /** without the bullet at its start and the whitespace at its ends */
  text: string;
  bare: string;
  /** what stands before it: nothing but the line's end, a blank line, or the end of a page */
  gap: 'none' | 'blank' | 'page';
  /** begins with a bullet, or further in than the line above */
  starts: boolean;
}

/** The text as published, cut into lines, and what of it is not the text. */
export interface Source {
  lines: SourceLine[];
  furniture: Furniture[];
  /** what becomes source.txt: the file without furniture */
  text: string;
}

/** Cuts a file into its lines. Only whitespace changes, and furniture goes; what goes is listed. */
export function readSource(file: string): Source {
  const raw = file
    .replace(/^\uFEFF/, '')
    .replace(/\f/g, '\n\f')
    .split(/\r\n|[\n\r\u2028\u2029]/);
  const plain = raw.map((line) => line.replace(/\f/g, ''));
  // a form feed makes a line of its own here, which the file does not have
  const numbers = lineNumbers(raw);
  const furniture = findFurniture(plain);
  const dropped = new Set(furniture.map(({ line }) => line - 1));
  const lines: SourceLine[] = [];
  let gap: SourceLine['gap'] = 'none';
  let blanks = 0;
  raw.forEach((whole, at) => {
    if (whole.includes('\f') || dropped.has(at)) gap = 'page';
    const line = plain[at] ?? '';
    if (dropped.has(at)) return;
    const text = line.replace(/^- /, '').trim();
    if (text === '') {
      blanks += 1;
      if (gap === 'none') gap = 'blank';
      if (blanks >= 2) gap = 'page';
      return;
    }
    lines.push({ line: numbers[at] ?? at + 1, text, bare: bareOf(text), gap, starts: /^(- |\s{2}|\u3000)/.test(line) });
    gap = 'none';
    blanks = 0;
  });
  return {
    lines,
    furniture: furniture.map((one) => ({ ...one, line: numbers[one.line - 1] ?? one.line })),
    text: plain.filter((_, at) => !dropped.has(at)).join('\n'),
  };
}

function lineNumbers(raw: readonly string[]): number[] {
  let line = 0;
  return raw.map((text) => {
    if (!text.startsWith('\f')) line += 1;
    return Math.max(1, line);
  });
}
