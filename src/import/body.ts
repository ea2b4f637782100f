import { withoutWhitespace } from '../domain/text.ts';
import { BodyError, parseBody } from '../load/parse-body.ts';
import { anchorsOf } from '../model/blocks.ts';
import type { Block } from '../model/node.ts';
import { tidy } from './tidy.ts';
import { isHeadingLike, type Paragraph } from './unwrap.ts';

/** The text of a node as it stands below its metadata, and as `load` reads it. */
export interface Body {
  mdx: string;
  blocks: Block[];
  /** its paragraphs begin with numbers that do not count on, so that none of them is a section */
  flat: boolean;
}

/**
 * Writes paragraphs as a body. Numbered paragraphs become sections with their items where the numbers count on; else
 * all stay plain paragraphs. What is written is read back: a character that is lost is a fault of the importer and stops it.
 */
export function writeBody(heading: readonly Paragraph[], paragraphs: readonly Paragraph[], sections: boolean): Body {
  const title = heading.length > 0 ? [`## ${heading.map((one) => escapeText(textOf(one))).join('<br />')}`] : [];
  const written = (parted: boolean): string =>
    [...title, ...(parted ? sectionLines(paragraphs) : paragraphs.map(plainLine))].join('\n\n');
  const mdx = sections ? written(true) : written(false);
  const blocks = tryParse(mdx);
  const flat = blocks === null;
  const body = { mdx: flat ? written(false) : mdx, blocks: blocks ?? parseBody(written(false)), flat };
  requireSame([...heading, ...paragraphs], body.blocks);
  return body;
}

/** A paragraph as it is shown: behind 第一条 the space stays that parts it from its words. */
export function textOf(paragraph: Paragraph): string {
  const text = tidy(paragraph.text, paragraph.table);
  if (!['chapter', 'section', 'article'].includes(paragraph.marker?.kind ?? '')) return text;
  const [, words] = splitAt(paragraph.text.trim(), paragraph.marker?.length ?? 0);
  const [number, rest] = splitAt(text, paragraph.marker?.length ?? 0);
  return /^\s/.test(words) ? `${number} ${rest}` : text;
}

function tryParse(mdx: string): Block[] | null {
  try {
    return parseBody(mdx);
  } catch (error) {
    if (error instanceof BodyError) return null;
    throw error;
  }
}

function requireSame(paragraphs: readonly Paragraph[], blocks: readonly Block[]): void {
  const given = withoutWhitespace(paragraphs.map(({ text }) => text).join(''));
  const read = withoutWhitespace(
    anchorsOf(blocks)
      .map(({ text }) => text)
      .join(''),
  );
  if (given !== read) throw new Error(`the body of “${given.slice(0, 40)}” cannot be written verbatim`);
}

/** Numbered paragraphs "1. …" as sections, "(1) …" as their items. */
function sectionLines(paragraphs: readonly Paragraph[]): string[] {
  let inSection = false;
  return paragraphs.map((one, at) => {
    const kind = one.marker?.kind;
    if (kind === 'arabic') {
      inSection = true;
      const [number, words] = splitNumber(one);
      return isTitled(one, paragraphs[at + 1])
        ? `### ${number} ${escapeText(words)}`
        : `${number.replace('.', '\\.')} ${escapeText(words)}`;
    }
    if (kind === 'arabic-bracket' && inSection) {
      const [number, words] = splitNumber(one);
      return `${number} ${escapeText(words)}`;
    }
    return plainLine(one);
  });
}

/** "1. 申报条件" with its text below, not "1. 政策资金由……承担。" */
function isTitled({ bare }: Paragraph, next: Paragraph | undefined): boolean {
  return isHeadingLike(bare) && bare.length <= 22 && next !== undefined && next.marker?.kind !== 'arabic';
}

/** A paragraph that `load` takes for nothing else: a number that begins it stands close to its words. */
function plainLine(paragraph: Paragraph): string {
  return escapeLine(textOf(paragraph).replace(/^([\d０-９]+[.．、])\s+/, '$1'));
}

/** The number that a paragraph begins with, and the rest: the marker's characters counted without whitespace. */
function splitNumber(paragraph: Paragraph): [string, string] {
  const [number, words] = splitAt(textOf(paragraph), paragraph.marker?.length ?? 0);
  return [withoutWhitespace(number), words.trim()];
}

/** A text cut behind so many characters, whitespace not counted. */
export function splitAt(text: string, characters: number): [string, string] {
  let [at, left] = [0, characters];
  for (; left > 0; at += 1) if (!/\s/.test(text[at] ?? '')) left -= 1;
  return [text.slice(0, at), text.slice(at)];
}

/** Signs that Markdown and MDX would take for their own. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]{}<&#~|]/g, '\\$&');
}

/** As `escapeText`, and what has a meaning at the start of a line: lists, rules, quotations, imports. */
function escapeLine(text: string): string {
  return escapeText(text)
    .replace(/^([-+=>:!])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([ie])(mport|xport)/, (_, first: string, rest: string) => `&#${first.charCodeAt(0)};${rest}`);
}
