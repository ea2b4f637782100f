import { figuresOf } from '../load/quotes.ts';
import { piecesOf } from '../model/blocks.ts';
import type { Block } from '../model/node.ts';
import { writeBody } from './body.ts';
import { findCandidates, type DraftEntry } from './candidates.ts';
import type { Clauses } from './clause-level.ts';
import { afterMarker } from './markers.ts';
import { ownName, spell, unused, type DocumentName } from './names.ts';
import { outline, type OutlineNode } from './outline.ts';
import { isSupplement } from './special-lines.ts';
import { isHeadingLike, type Paragraph } from './unwrap.ts';

/** A node as it is going to be written. */
export interface ImportedNode {
  /** second and third part of its id */
  part: string;
  node: string;
  kind: 'notice' | 'title' | 'preamble' | 'chapter' | 'clause' | 'form';
  /** name of its file without `.mdx` */
  file: string;
  label?: string;
  title?: string;
  awards: DraftEntry[];
  mdx: string;
  blocks: Block[];
  /** numbers inside it that do not count on */
  flat: boolean;
  /** line of the source on which it begins */
  line: number;
}

export interface TextNodes {
  nodes: ImportedNode[];
  clauses: Clauses;
  outOfOrder: Paragraph[];
}

/** All nodes of one document with clauses. @param name how the document is called */
export function textNodes(
  part: string,
  name: DocumentName,
  title: readonly Paragraph[],
  paragraphs: readonly Paragraph[],
): TextNodes {
  const { clauses, nodes, outOfOrder } = outline(paragraphs);
  const taken = new Set<string>();
  let intros = 0;
  const heading = title.length > 0 ? [plainNode(part, 'title', '00-title', title, [], `${name.word}标题`)] : [];
  const written = nodes.map((node): ImportedNode => {
    if (node.role.is === 'intro') intros += 1;
    const id = unused(nodeName(node, intros), taken);
    taken.add(id);
    return textNode(part, name, node, id, clauses);
  });
  return { nodes: [...heading, ...written], clauses, outOfOrder };
}

/** Names of the nodes, as design.md has them. */
function nodeName({ role, paragraphs }: OutlineNode, intros: number): string {
  switch (role.is) {
    case 'preamble':
      return 'preamble';
    case 'chapter':
      return `chapter-${role.numbers.join('-')}`;
    case 'clause':
      return role.chapter === null ? String(role.number) : `${role.chapter}-${role.number}`;
    case 'own':
      return ownName(afterMarker(paragraphs[0]?.bare ?? ''));
    case 'intro':
      return `intro-${intros}`;
    case 'supplementary':
      return 'supplementary';
    case 'supplementary-clause':
      return `supplementary-${role.number}`;
  }
}

function textNode(part: string, name: DocumentName, node: OutlineNode, id: string, clauses: Clauses): ImportedNode {
  const [first, ...rest] = node.paragraphs;
  const headed =
    first !== undefined && node.kind !== 'preamble' && (isHeadingLike(first.bare) || isSupplement(first.bare));
  const alone = node.kind === 'clause' && rest.length === 0;
  const heading = headed && !alone ? [first] : [];
  const body = writeBody(heading, heading.length > 0 ? rest : node.paragraphs, clauses.kind !== 'arabic');
  const bare = first?.bare ?? '';
  const own = node.role.is === 'own' || node.role.is === 'supplementary' || node.role.is === 'intro';
  const supplementary = node.kind === 'chapter' && node.role.is === 'supplementary';
  return {
    part,
    node: id,
    kind: node.kind,
    file: fileName(node, id),
    ...(node.kind === 'preamble' ? { label: `${name.word}序言`, title: '序言' } : {}),
    ...(supplementary ? { label: `${name.word}附则` } : {}),
    ...(own && !supplementary ? { label: ownLabel(node, first) } : {}),
    ...(node.kind === 'clause' && heading.length === 0 ? { title: firstWords(bare) } : bracketed(bare, heading)),
    awards: node.kind === 'clause' ? findCandidates(body.blocks) : [],
    ...body,
    line: first?.line ?? 1,
  };
}

/** "第三条（支持对象）": the brackets are no part of the title. */
function bracketed(bare: string, heading: readonly Paragraph[]): { title?: string } {
  const words = heading.length > 0 ? /^[（(【〔](.+)[）)】〕]$/.exec(afterMarker(bare))?.[1] : undefined;
  return words === undefined ? {} : { title: words };
}

function ownLabel(node: OutlineNode, first: Paragraph | undefined): string {
  const words = firstWords(first?.bare ?? '', 16);
  if (node.role.is === 'intro') return `引言：${words}`;
  const bare = first?.bare ?? '';
  return isHeadingLike(bare) ? bare : bare.slice(0, first?.marker?.length ?? 0) + words;
}

/** A title for a clause that has no heading: what it begins with, up to the first stop. */
function firstWords(bare: string, most = 24): string {
  const words = afterMarker(bare).replace(/^[（(]([^）)]+)[）)].*$/, '$1');
  return (words.split(/[，。；：:;]/).find((one) => one !== '') ?? (words || bare)).slice(0, most);
}

function fileName({ role, paragraphs }: OutlineNode, id: string): string {
  const slug = spell(afterMarker(paragraphs[0]?.bare ?? ''), 4);
  const two = (number: number): string => String(number).padStart(2, '0');
  if (role.is === 'clause')
    return role.chapter === null ? `${two(role.number)}-${slug}` : `${two(role.chapter)}-${two(role.number)}-${slug}`;
  if (role.is === 'supplementary') return '90-supplementary';
  if (role.is === 'supplementary-clause') return `9${role.number}-${slug}`;
  return `00-${id}`;
}

/** A node whose paragraphs stay as they are: notices, titles, forms. */
export function plainNode(
  part: string,
  kind: 'title' | 'notice' | 'form',
  file: string,
  heading: readonly Paragraph[],
  paragraphs: readonly Paragraph[],
  label?: string,
  node: string = kind,
): ImportedNode {
  const body = writeBody(heading, paragraphs, false);
  const line = [...heading, ...paragraphs][0]?.line ?? 1;
  return { part, node, kind, file, ...(label === undefined ? {} : { label }), awards: [], ...body, line };
}

/** How many sums, rates and ratios a node's text states. */
export function countFigures({ blocks }: ImportedNode): number {
  return piecesOf(blocks)
    .flatMap(({ piece }) => figuresOf(piece.text))
    .filter(({ kind }) => kind === 'money' || kind === 'percent' || kind === 'ratio').length;
}
