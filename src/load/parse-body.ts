import type { Root, RootContent, PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { asciiDigits } from '../domain/figures.ts';
import type { Block, Piece } from '../model/node.ts';
import { parseTable, type TableReader } from './parse-table.ts';

type Section = Extract<Block, { type: 'section' }>;

/** What is wrong with a body, and on which of its lines. */
export class BodyError extends Error {
  readonly line: number;
  constructor(problem: string, line: number) {
    super(problem);
    this.line = line;
  }
}

/** Plain Markdown: GFM would make a link of an address that the text prints, and so take it out of the text. */
const processor = unified().use(remarkParse).use(remarkMdx);

/** A number and its stop, in either width: "1. ", "１．", "1、". */
const NUMBERED = /^([\d０-９]+)[.．、]/;
const numberIn = (words: string | undefined): number => Number(asciiDigits(words ?? 'NaN'));

/**
 * The verbatim text of a clause as blocks with their anchors: the one tree behind the page, the data,
 * the search and the checks. `## ` is the heading, `### 1. ` or a paragraph `1\. ` a numbered section,
 * a paragraph `(1) ` an item of it, a JSX `<table>` a form.
 * @throws BodyError where the text is anything but plain headings, paragraphs and tables
 */
export function parseBody(body: string): Block[] {
  const blocks: Block[] = [];
  const counts = { p: 0, t: 0 };
  for (const node of parseMdx(body).children) addBlock(blocks, counts, node);
  return blocks;
}

function parseMdx(body: string): Root {
  try {
    return processor.parse(body);
  } catch (error) {
    const line = error instanceof Error && 'line' in error ? Number(error.line) : 1;
    throw new BodyError('MDX 写法有误：正文里的 { 和 < 须写成 \\{ 和 \\<', line || 1);
  }
}

function addBlock(blocks: Block[], counts: { p: number; t: number }, node: RootContent): void {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'heading' && node.depth === 2) {
    if (blocks.length > 0) throw new BodyError('条款的标题只能有一个，并且在最前', line);
    blocks.push({ type: 'heading', anchor: 'h', lines: linesOf(node.children, line) });
  } else if (node.type === 'heading' && node.depth === 3) {
    addSection(blocks, textOf(node.children, line), true, line);
  } else if (node.type === 'paragraph') {
    addParagraph(blocks, counts, textOf(node.children, line), line);
  } else if (isTable(node)) {
    counts.t += 1;
    blocks.push(parseTable(node, `t${counts.t}`, reader));
  } else {
    throw new BodyError(`正文里不应有 ${node.type}：标题用 ## 或 ###，其余用段落，表格用 <table>`, line);
  }
}

function addSection(blocks: Block[], text: string, titled: boolean, line: number): void {
  const number = numberIn(NUMBERED.exec(text)?.[1]);
  const before = blocks.filter((block) => block.type === 'section').length;
  if (number !== before + 1) throw new BodyError(`这里应是第 ${before + 1} 节，写成“${before + 1}. …”`, line);
  blocks.push({
    type: 'section',
    anchor: `s${number}`,
    number,
    heading: piece(text),
    titled,
    paragraphs: [],
    items: [],
  });
}

function addParagraph(blocks: Block[], counts: { p: number }, text: string, line: number): void {
  if (/^[\d０-９]+[.．、] /.test(text)) return addSection(blocks, text, false, line);
  const last = blocks.at(-1);
  if (last?.type === 'section') return addToSection(last, text, line);
  counts.p += 1;
  blocks.push({ type: 'paragraph', anchor: `p${counts.p}`, piece: piece(text) });
}

function addToSection(section: Section, text: string, line: number): void {
  const item = /^[(（]([\d０-９]+)[)）]/.exec(text);
  if (!item) {
    if (section.items.length > 0) throw new BodyError('项之后不能再有不编号的段落', line);
    section.paragraphs.push(piece(text));
    return;
  }
  const number = numberIn(item[1]);
  if (number !== section.items.length + 1) throw new BodyError(`这里应是第（${section.items.length + 1}）项`, line);
  section.items.push({ anchor: `${section.anchor}-${number}`, number, piece: piece(text) });
}

function isTable(node: RootContent): node is MdxJsxFlowElement {
  return node.type === 'mdxJsxFlowElement' && node.name === 'table';
}

function piece(text: string): Piece {
  return { text, marks: [] };
}

/** Lines of a heading: `<br />` parts them. */
function linesOf(children: readonly PhrasingContent[], line: number): Piece[] {
  const lines = [''];
  for (const child of children) {
    if (child.type === 'mdxJsxTextElement' && child.name === 'br') lines.push('');
    else lines[lines.length - 1] += textOf([child], line);
  }
  return lines.map((text) => piece(text.trim()));
}

function textOf(children: readonly PhrasingContent[], line: number): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.value.replace(/\n/g, '');
      throw new BodyError(`正文只能是纯文字，这里是 ${child.type}：在符号前加反斜线`, line);
    })
    .join('');
}

const reader: TableReader = { piece, textOf, fail: (problem, line) => new BodyError(problem, line) };
