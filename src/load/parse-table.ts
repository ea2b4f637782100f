import type { PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Block, Cell, Piece } from '../model/node.ts';

/** What the body's parser lends to the table's. */
export interface TableReader {
  piece: (text: string) => Piece;
  textOf: (children: readonly PhrasingContent[], line: number) => string;
  fail: (problem: string, line: number) => Error;
}

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** A form: `<table><caption>…</caption><tbody><tr><th rowSpan={2}>…</th><td /></tr>…`. Empty cells are to fill in. */
export function parseTable(table: MdxJsxFlowElement, anchor: string, reader: TableReader): Block {
  const elements = elementsOf(table);
  if (
    elements
      .map(({ name }) => name)
      .join(' ')
      .replace(/^caption /, '') !== 'tbody'
  ) {
    throw reader.fail('<table> 里只能有一个 <caption>（可以没有）和一个 <tbody>', lineOf(table));
  }
  const caption = elements.find((element) => element.name === 'caption');
  const rows = elements
    .filter((element) => element.name === 'tbody')
    .flatMap(elementsOf)
    .map((row, index) => {
      if (row.name !== 'tr') throw reader.fail('tbody 里只能有 <tr>', lineOf(row));
      return { anchor: `${anchor}-r${index + 1}`, cells: elementsOf(row).map((cell) => readCell(cell, reader)) };
    });
  checkGrid(rows, lineOf(table), reader);
  const captionText = caption ? reader.textOf(phrasing(caption), lineOf(caption)).trim() : '';
  return { type: 'table', anchor, caption: captionText === '' ? null : reader.piece(captionText), rows };
}

/** Rows with their spans fill one rectangle: a cell that was lost or a wrong span shows here. */
function checkGrid(rows: { cells: Cell[] }[], line: number, reader: TableReader): void {
  const widths = rows.map(() => 0);
  rows.forEach(({ cells }, index) => {
    for (const { colSpan, rowSpan } of cells) {
      if (index + rowSpan > rows.length) throw reader.fail(`表格第 ${index + 1} 行的 rowSpan 超出了表格`, line);
      for (let at = index; at < index + rowSpan; at += 1) widths[at] = (widths[at] ?? 0) + colSpan;
    }
  });
  const odd = widths.findIndex((width) => width !== widths[0]);
  if (odd !== -1)
    throw reader.fail(`表格第 ${odd + 1} 行有 ${widths[odd]} 格，第 1 行有 ${widths[0]} 格（合并的格计入）`, line);
}

function readCell(cell: Jsx, reader: TableReader): Cell {
  if (cell.name !== 'th' && cell.name !== 'td') throw reader.fail('<tr> 里只能有 <th> 或 <td>', lineOf(cell));
  const inner = elementsOf(cell);
  const texts = inner.some((element) => element.name === 'p')
    ? inner.map((element) => reader.textOf(phrasing(element), lineOf(element)))
    : [reader.textOf(phrasing(cell), lineOf(cell))];
  return {
    paragraphs: texts
      .map((text) => text.trim())
      .filter(Boolean)
      .map(reader.piece),
    header: cell.name === 'th',
    colSpan: spanOf(cell, 'colSpan'),
    rowSpan: spanOf(cell, 'rowSpan'),
  };
}

function spanOf(cell: Jsx, name: string): number {
  for (const attribute of cell.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue;
    const value = typeof attribute.value === 'string' ? attribute.value : attribute.value?.value;
    return Math.max(1, Number(value) || 1);
  }
  return 1;
}

function elementsOf(parent: Jsx): Jsx[] {
  return (parent.children as (RootContent | PhrasingContent)[]).flatMap((child) => {
    if (child.type === 'mdxJsxFlowElement' || child.type === 'mdxJsxTextElement') return [child];
    // MDX wraps what stands on one line in a paragraph
    if (child.type === 'paragraph') return elementsOf({ ...parent, children: child.children } as MdxJsxTextElement);
    return [];
  });
}

function phrasing(element: Jsx): PhrasingContent[] {
  return (element.children as (RootContent | PhrasingContent)[]).flatMap((child) =>
    child.type === 'paragraph' ? child.children : [child as PhrasingContent],
  );
}

function lineOf(element: Jsx): number {
  return element.position?.start.line ?? 1;
}
