import { piecesOf } from '../../model/blocks.ts';
import { placeOf } from '../../model/eli.ts';
import type { Block, Cell, Piece, PolicyNode } from '../../model/node.ts';
import { element, type Child, type Markup } from '../markup.ts';

type Section = Extract<Block, { type: 'section' }>;
type Table = Extract<Block, { type: 'table' }>;

/** "（六）", "一、", "第1条", "2.", "(1)": what the standard wants apart from the words that it numbers. */
const NUMBER =
  /^(?:[(（][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十\d]+条|[一二三四五六七八九十]+、|\d+[.、])\s*/;

/**
 * A node as an element of the legislative hierarchy. Every anchor is an `eId` that equals its place in the
 * single file: "rules-6-s2-1" is `…/rules/6/#s2-1` of the site.
 * @param inner the nodes that stand under a chapter
 */
export function hierarchy(node: PolicyNode, depth: number, inner: readonly Markup[]): Markup {
  const content = node.blocks.map((block) => blockElement(block, node));
  const own = { eId: node.hasPage ? placeOf(node) : null };
  if (node.kind === 'clause') return element('article', own, ...content, ...inner);
  if (node.kind === 'chapter') return element(depth === 0 ? 'chapter' : 'subchapter', own, ...content, ...inner);
  return element('hcontainer', { name: node.kind, ...own }, ...content, ...inner);
}

/** The place of a clause that was struck out: its number and a remark of ours, no text. */
export function removed(node: PolicyNode, words: string): Markup {
  const [heading] = node.blocks;
  const [number] = numbered(heading?.type === 'heading' ? heading.lines[0] : undefined);
  const remark = element('content', {}, element('p', {}, element('remark', { status: 'editorial' }, words)));
  const own = { eId: placeOf(node), status: 'removed' };
  return node.kind === 'clause'
    ? element('article', own, number, remark)
    : element('hcontainer', { name: node.kind, ...own }, number, remark);
}

/** Titles and preambles before the first clause: their paragraphs in a named container. */
export function container(node: PolicyNode): Markup {
  const paragraphs = piecesOf(node.blocks).map(({ anchor, piece }, index, all) => {
    // the lines of one heading share its anchor; an id may stand but once
    const first = all.findIndex((one) => one.anchor === anchor) === index;
    return element('p', { eId: first ? placeOf(node, anchor) : null }, piece.text);
  });
  return element('container', { name: node.kind, eId: node.hasPage ? placeOf(node) : null }, ...paragraphs);
}

function blockElement(block: Block, node: PolicyNode): Markup {
  const eId = placeOf(node, block.anchor);
  switch (block.type) {
    case 'heading': {
      const [number, words] = numbered(block.lines[0]);
      const lines = block.lines.slice(1).flatMap(({ text }) => [element('br', {}), text]);
      return { markup: `${number?.markup ?? ''}${element('heading', { eId }, words, ...lines).markup}` };
    }
    case 'paragraph':
      return element('paragraph', { eId }, element('content', {}, element('p', {}, block.piece.text)));
    case 'section':
      return sectionElement(block, node);
    case 'table':
      return element('paragraph', { eId }, element('content', {}, tableElement(block, node)));
  }
}

function sectionElement(section: Section, node: PolicyNode): Markup {
  const [number, words] = numbered(section.heading);
  const heading = section.titled ? element('heading', {}, words) : null;
  const lines = [...(section.titled ? [] : [words]), ...section.paragraphs.map(({ text }) => text)];
  const paragraphs = lines.map((line) => element('p', {}, line));
  const points = section.items.map((item) => {
    const [mark, text] = numbered(item.piece);
    return element('point', { eId: placeOf(node, item.anchor) }, mark, element('content', {}, element('p', {}, text)));
  });
  const wrapper = points.length > 0 ? 'intro' : 'content';
  const text = paragraphs.length > 0 ? element(wrapper, {}, ...paragraphs) : null;
  return element('section', { eId: placeOf(node, section.anchor) }, number, heading, text, ...points);
}

function tableElement(table: Table, node: PolicyNode): Markup {
  const cell = ({ header, paragraphs, rowSpan, colSpan }: Cell): Markup =>
    element(
      header ? 'th' : 'td',
      { rowspan: rowSpan > 1 ? rowSpan : null, colspan: colSpan > 1 ? colSpan : null },
      ...paragraphs.map(({ text }) => element('p', {}, text)),
    );
  const rows = table.rows.map((row) => element('tr', { eId: placeOf(node, row.anchor) }, ...row.cells.map(cell)));
  return element('table', {}, table.caption ? element('caption', {}, table.caption.text) : null, ...rows);
}

/** A numbered run as its `num`, null where it has none, and the words after it. */
function numbered(piece: Piece | undefined): [Markup | null, string] {
  const text = piece?.text ?? '';
  const number = NUMBER.exec(text)?.[0] ?? '';
  const mark: Child = number === '' ? null : element('num', {}, number.trimEnd());
  return [mark, text.slice(number.length)];
}
