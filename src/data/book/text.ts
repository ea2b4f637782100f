import { placeOf } from '../../model/eli.ts';
import type { Block, Piece, PolicyNode } from '../../model/node.ts';
import { element, join, type Child, type Markup } from '../markup.ts';

type Table = Extract<Block, { type: 'table' }>;
type Section = Extract<Block, { type: 'section' }>;
/** What follows the words of an anchor: its notes. */
type After = (anchor: string) => Child;

/** The verbatim text of a node, each anchor an element of its own and followed by its notes. */
export function nodeText(node: PolicyNode, level: number, after: After): Markup {
  const place = (anchor: string): string => placeOf(node, anchor);
  return join(
    node.blocks.map((block) => {
      switch (block.type) {
        case 'heading':
          return join([official(heading(block.lines, level), place(block.anchor)), after(block.anchor)]);
        case 'paragraph':
          return join([official([element('p', {}, piece(block.piece))], place(block.anchor)), after(block.anchor)]);
        case 'section':
          return section(block, level + 1, place, after);
        case 'table':
          return join([official([table(block, place)], place(block.anchor)), after(block.anchor)]);
      }
    }),
  );
}

function heading(lines: readonly Piece[], level: number): Markup[] {
  const words = lines.flatMap((line, index) => [index > 0 ? element('br', {}) : null, piece(line)]);
  return [element(`h${Math.min(level, 6)}`, {}, ...words)];
}

function section(block: Section, level: number, place: (anchor: string) => string, after: After): Markup {
  const head = block.titled ? heading([block.heading], level) : [element('p', {}, piece(block.heading))];
  const paragraphs = block.paragraphs.map((one) => element('p', {}, piece(one)));
  const items = block.items.flatMap((item) => [
    official([element('p', { class: 'item' }, piece(item.piece))], place(item.anchor)),
    after(item.anchor),
  ]);
  return join([official([...head, ...paragraphs], place(block.anchor)), after(block.anchor), ...items]);
}

function table(block: Table, place: (anchor: string) => string): Markup {
  const span = (count: number): number | null => (count > 1 ? count : null);
  const rows = block.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const scope = cell.header ? (cell.rowSpan > 1 ? 'rowgroup' : 'row') : null;
      const words = cell.paragraphs.map((one) => element('p', {}, piece(one)));
      const attributes = { scope, colspan: span(cell.colSpan), rowspan: span(cell.rowSpan) };
      return element(cell.header ? 'th' : 'td', attributes, '', ...words);
    });
    return element('tr', { id: place(row.anchor) }, '', ...cells);
  });
  const caption = block.caption ? element('caption', {}, piece(block.caption)) : null;
  return element('table', {}, caption, element('tbody', {}, ...rows));
}

/** The government's words, letter for letter. */
function official(content: readonly Markup[], id: string): Markup {
  return element('div', { class: 'official', id }, ...content);
}

/** Verbatim words with the figures that count marked. Marks of the model do not overlap. */
function piece({ text, marks }: Piece): Markup {
  const runs: Child[] = [];
  let at = 0;
  for (const { start, end, notes } of marks) {
    if (!notes.some((note) => /^(award|cap):/.test(note))) continue;
    runs.push(text.slice(at, start), element('span', { class: 'fig' }, text.slice(start, end)));
    at = end;
  }
  return join([...runs, text.slice(at)]);
}
