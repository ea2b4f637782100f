import type { Paragraph } from './unwrap.ts';

const WIDE = '\\u2018-\\u201d\\u2026\\u3001-\\u301f\\u3400-\\u9fff\\uff01-\\uff5e';
const BETWEEN_WIDE = new RegExp(`(?<=[${WIDE}])\\s+(?=[${WIDE}])`, 'gu');
const BETWEEN_DIGITS = /(?<=[\d０-９])\s+(?=[\d０-９])/g;

/** A sum whose digits stood apart, and what became of it. */
export interface ClosedUp {
  line: number;
  before: string;
  after: string;
}

/**
 * Takes stray spaces out of a paragraph: between Chinese characters, and inside a number, which would be read as two.
 * Only whitespace changes. In a table spaces are kept: they part its cells.
 */
export function tidy(text: string, table: boolean): string {
  const spaced = text.replace(/\s+/g, ' ').trim();
  return table ? spaced : spaced.replace(BETWEEN_WIDE, '').replace(BETWEEN_DIGITS, '');
}

/** Numbers that `tidy` closed up: worth a look, since two numbers may have stood side by side. */
export function findClosedUp(paragraphs: readonly Paragraph[]): ClosedUp[] {
  return paragraphs.flatMap(({ text, line, table }) =>
    table
      ? []
      : [...text.replace(/\s+/g, ' ').matchAll(/[\d０-９]+(?: [\d０-９]+)+/g)].map((match) => ({
          line,
          before: match[0],
          after: match[0].replaceAll(' ', ''),
        })),
  );
}
