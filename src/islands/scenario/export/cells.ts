/** A workbook as plain values: what stands in every cell, before any library. */

/** Words are always words: what begins with = + - @ is never taken for a formula. */
export type Cell =
  | { kind: 'text'; text: string; bold?: boolean }
  | { kind: 'number'; value: number; format: string }
  | { kind: 'link'; url: string }
  | null;

export interface SheetOf {
  /** at most 31 characters, none of []:*?/\ */
  name: string;
  /** in characters */
  widths: number[];
  rows: Cell[][];
}

export const text = (words: string): Cell => ({ kind: 'text', text: words });
export const bold = (words: string): Cell => ({ kind: 'text', text: words, bold: true });
export const link = (url: string): Cell => ({ kind: 'link', url });
export const integer = (value: number): Cell => ({ kind: 'number', value, format: '0' });

/** 分 → a real number of yuan. Sums of scenarios stay below 2^53 分, where this is exact to the 分. */
export const money = (fen: bigint | number | null): Cell =>
  fen === null ? null : { kind: 'number', value: Number(fen) / 100, format: '#,##0.00' };
export const percent = (ppm: number | null): Cell =>
  ppm === null ? null : { kind: 'number', value: ppm / 1_000_000, format: '0.##%' };

/** A name that a workbook takes for a sheet. */
export function sheetName(words: string): string {
  return (
    words
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || '表'
  );
}

/** The first row of a table. */
export const heads = (...words: string[]): Cell[] => words.map(bold);

export const blanks = (count: number): null[] => Array.from({ length: count }, () => null);
