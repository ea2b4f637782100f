import type { Block, Piece } from '../model/node.ts';
import type { Fault } from './fault.ts';

/** What reading one file gave: its value and its faults, told again whenever the same text comes. */
interface Reading<T> {
  text: string;
  value: T;
  faults: readonly Fault[];
}

/**
 * Files that were read before and have not changed since: a check of one change costs one file, not all
 * of them (the mutation tests, the development server). A cache belongs to one series of builds.
 */
export class ParseCache {
  /** the first text of each file and the latest: what is tried out mostly goes back to what it was */
  readonly #readings = new Map<string, Reading<unknown>[]>();

  /** @param read called where the text is new; must depend on nothing else and always give the same type for a file */
  read<T>(file: string, text: string, faults: Fault[], read: (faults: Fault[]) => T): T {
    const readings = this.#readings.get(file) ?? [];
    const known = readings.find((one) => one.text === text);
    if (known) {
      faults.push(...known.faults);
      return known.value as T;
    }
    const own: Fault[] = [];
    const value = read(own);
    this.#readings.set(file, [...readings.slice(0, 1), { text, value, faults: own }]);
    faults.push(...own);
    return value;
  }
}

/** Blocks without marks: each build writes its own into them. By hand, as it is done for every node of every build. */
export function copyBlocks(blocks: readonly Block[]): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'heading':
        return { ...block, lines: block.lines.map(copyPiece) };
      case 'paragraph':
        return { ...block, piece: copyPiece(block.piece) };
      case 'section':
        return {
          ...block,
          heading: copyPiece(block.heading),
          paragraphs: block.paragraphs.map(copyPiece),
          items: block.items.map((item) => ({ ...item, piece: copyPiece(item.piece) })),
        };
      case 'table':
        return {
          ...block,
          caption: block.caption && copyPiece(block.caption),
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(copyPiece) })),
          })),
        };
    }
  });
}

function copyPiece({ text }: Piece): Piece {
  return { text, marks: [] };
}
