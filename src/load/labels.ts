import { asciiDigits } from '../domain/figures.ts';
import { parseChineseNumber, toChineseNumber } from '../domain/chinese-numbers.ts';
import type { Block } from '../model/node.ts';
import type { ClauseFrontmatter } from '../schemas/clause.ts';
import type { PolicyPart } from '../schemas/policy.ts';

/** The first words of a text that number it: "（六）", "(六) ", "一、", "第三条", "7. ", "附件 2". */
const MARKER =
  /^(?:[（(]([一二三四五六七八九十]+)[)）]\s*|([一二三四五六七八九十]+)、|第([一二三四五六七八九十]+)[章节条]\s*|([\d０-９]+)[.．、]\s*|第(\d+)[章节条]\s*|附件\s*(\d+)$)/;

/** The number that a heading (or a text without one) begins with, null where it has none. */
export function numberOf(text: string): number | null {
  const match = MARKER.exec(text);
  if (!match) return null;
  const [, bracketed, comma, ordinal, arabic, arabicOrdinal, annex] = match;
  const digits = arabic ?? arabicOrdinal ?? annex;
  if (digits) return Number(asciiDigits(digits));
  return parseChineseNumber(bracketed ?? comma ?? ordinal ?? '');
}

/** First line of a node's text: its heading, or its first paragraph. */
export function firstLine(blocks: readonly Block[]): string {
  const first = blocks[0];
  if (first?.type === 'heading') return first.lines[0]?.text ?? '';
  return first?.type === 'paragraph' ? first.piece.text : '';
}

/** A node's heading without its number; what the metadata says where the text has none. */
export function titleOf(meta: ClauseFrontmatter, blocks: readonly Block[]): string {
  if (meta.title) return meta.title;
  const heading = blocks[0];
  if (heading?.type !== 'heading') return '';
  // "附件" alone is a marker on a line of its own
  const lines = heading.lines.map(({ text }) => text).filter((text) => !/^附件\s*\d*$/.test(text));
  return lines.join('').replace(MARKER, '');
}

/** Node id split into the key of a label form and its number: "supplementary-2" is "supplementary-" and 2. */
export function splitNode(node: string): { key: string; number: number | null } {
  const match = /^(.*?)(\d+)$/.exec(node);
  return match ? { key: match[1] ?? '', number: Number(match[2]) } : { key: node, number: null };
}

export interface Labels {
  label: string;
  fullLabel: string;
}

/** How a node is named in short and in a citation, from the part's label forms. */
export function labelsOf(meta: ClauseFrontmatter, part: PolicyPart, title: string, blocks: readonly Block[]): Labels {
  const { key, number } = splitNode(meta.node);
  const fill = (form: string | undefined): string | null =>
    form === undefined || number === null
      ? null
      : form.replace('{han}', toChineseNumber(number)).replace('{arabic}', String(number)).replace('{title}', title);
  const label = meta.label ?? fill(part.labels[key]) ?? title;
  const cited = fill(part.citations[key]);
  const whole = meta.kind === 'title' || meta.kind === 'notice';
  const heading = blocks[0]?.type === 'heading' ? (blocks[0].lines[0]?.text ?? title) : title;
  return { label, fullLabel: part.fullTitle + (cited ?? (whole ? '' : heading)) };
}
