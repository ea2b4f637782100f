import { toChineseNumber } from '../domain/chinese-numbers.ts';
import type { Clauses } from './clause-level.ts';
import { divide, type Region } from './divide.ts';
import { documentName, type DocumentName } from './names.ts';
import { plainNode, textNodes, type ImportedNode } from './nodes.ts';
import { isAnnex } from './special-lines.ts';
import { textOf } from './body.ts';
import type { Paragraph } from './unwrap.ts';

/** A part of the policy as policy.yaml lists it, with its nodes. */
export interface ImportedPart {
  id: string;
  title: string;
  fullTitle: string;
  labels: Record<string, string>;
  citations: Record<string, string>;
  sections?: { conditions: string; standard: string; materials: string };
  nodes: ImportedNode[];
  kind: Region['kind'];
  /** of a text only */
  clauses: Clauses | null;
  outOfOrder: Paragraph[];
}

type Draft = Omit<ImportedPart, 'labels' | 'citations' | 'clauses' | 'outOfOrder'> & Partial<ImportedPart>;

/** The parts of a policy, with every paragraph of the text in exactly one node, in order. */
export function importParts(paragraphs: readonly Paragraph[]): ImportedPart[] {
  const parts: ImportedPart[] = [];
  const taken = new Set<string>();
  const fallback = paragraphs[0]?.bare.slice(0, 30) ?? '';
  for (const region of divide(paragraphs)) {
    const last = parts.at(-1);
    const above = parts.findLast(({ kind }) => kind === 'text')?.fullTitle;
    if (last && continues(last, region)) {
      last.nodes.push(...nodesBelow(last, region));
      continue;
    }
    const draft = partOf(region, taken, above ?? fallback);
    taken.add(draft.id);
    parts.push({ labels: {}, citations: {}, clauses: null, outOfOrder: [], ...draft });
  }
  return parts;
}

/** 公开属性 below the notice belongs to it; forms that follow each other are one part. */
function continues(last: ImportedPart, region: Region): boolean {
  return (last.kind === 'notice' && region.kind === 'colophon') || (last.kind === 'form' && region.kind === 'form');
}

function nodesBelow(last: ImportedPart, region: Region): ImportedNode[] {
  if (region.kind === 'form') return [formNode(last.id, region, last.nodes.length + 1)];
  return [colophonNode(last.id, region.paragraphs, last.nodes.length + 1)];
}

function partOf(region: Region, taken: ReadonlySet<string>, above: string): Draft {
  const id = (name: string): string => (taken.has(name) ? `${name}-${nextOf(name, taken)}` : name);
  switch (region.kind) {
    case 'notice': {
      const title = region.paragraphs.find(({ bare }) => /^关于.*通知$/.test(bare));
      const node = plainNode(id('notice'), 'notice', '1-notice', [], region.paragraphs, '印发通知', '1');
      return {
        id: id('notice'),
        title: '印发通知',
        fullTitle: title ? textOf(title) : (region.paragraphs[0]?.bare ?? ''),
        nodes: [{ ...node, title: title ? textOf(title) : '印发通知' }],
        kind: region.kind,
      };
    }
    case 'colophon':
      return {
        id: id('closing'),
        title: '落款与印发',
        fullTitle: above,
        nodes: [colophonNode(id('closing'), region.paragraphs, 1)],
        kind: region.kind,
      };
    case 'form':
      return {
        id: id('forms'),
        title: '申请表',
        fullTitle: above,
        labels: { '': '附件{arabic}' },
        citations: { '': '附件{arabic}' },
        nodes: [formNode(id('forms'), region, 1)],
        kind: region.kind,
      };
    case 'text':
      return textPart(region, id);
  }
}

function textPart(region: Region & { kind: 'text' }, id: (name: string) => string): Draft {
  const words = region.title.filter(({ bare }) => !isAnnex(bare));
  const fullTitle = words[0] ? textOf(words[0]) : (region.paragraphs[0]?.bare.slice(0, 30) ?? '');
  const name = documentName(words[0]?.bare ?? '');
  const { nodes, clauses, outOfOrder } = textNodes(id(name.id), name, region.title, region.paragraphs);
  const sections = sectionsOf(nodes);
  return {
    id: id(name.id),
    title: name.title,
    fullTitle,
    ...labelForms(name, clauses, nodes),
    ...(sections ? { sections } : {}),
    nodes,
    kind: 'text',
    clauses,
    outOfOrder,
  };
}

const CLAUSE_FORMS: Partial<Record<string, string>> = {
  article: '第{han}条',
  arabic: '第{arabic}条',
  'han-bracket': '（{han}）',
  han: '{han}、{title}',
};
const CHAPTER_FORMS: Partial<Record<string, string>> = {
  chapter: '第{han}章 {title}',
  section: '第{han}节 {title}',
  han: '{han}、{title}',
  'han-bracket': '（{han}）{title}',
};

/** How the numbered nodes of a part are called, for every way of numbering that it has. */
function labelForms(
  { word }: DocumentName,
  { kind, chapters }: Clauses,
  nodes: readonly ImportedNode[],
): Pick<ImportedPart, 'labels' | 'citations'> {
  const labels: Record<string, string> = {};
  const citations: Record<string, string> = {};
  for (const node of nodes) {
    const [, key = '', number] = /^(.*?)(\d+)$/.exec(node.node) ?? [];
    if (number === undefined || citations[key] !== undefined) continue;
    const depth = key.split('-').length - 2;
    const form = key.startsWith('chapter-')
      ? CHAPTER_FORMS[chapters[depth] ?? 'han']
      : key === 'intro-'
        ? '{title}'
        : key === 'supplementary-'
          ? '附则（{han}）'
          : CLAUSE_FORMS[kind ?? 'han'];
    const above = /^(\d+)-$/.exec(key)?.[1];
    const chapter = above === undefined ? '' : toChineseNumber(Number(above));
    citations[key] = chapter + (form ?? '{arabic}');
    // brackets alone say nothing; 第三条 does
    const bracketed = kind === 'han-bracket' || key === 'supplementary-';
    labels[key] = bracketed && !(depth > 0) ? word + citations[key] : citations[key];
  }
  return { labels, citations };
}

/** Which headings inside clauses say who, what and with which papers; null where the text has none of them. */
function sectionsOf(nodes: readonly ImportedNode[]): ImportedPart['sections'] | null {
  const headings = nodes.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'section' && block.titled ? [block.heading.text.replace(/^[\d０-９]+[.．、]\s*/, '')] : [],
    ),
  );
  const find = (form: RegExp): string | undefined => headings.find((text) => form.test(text));
  const [conditions, standard, materials] = [find(/条件|对象/), find(/标准|方式|内容/), find(/材料|资料/)];
  return conditions && standard && materials ? { conditions, standard, materials } : null;
}

function formNode(part: string, { title, paragraphs }: Region & { kind: 'form' }, order: number): ImportedNode {
  const stated = /^附件([一二三四五六七八九十]|\d+)/.exec(title[0]?.bare ?? '')?.[1];
  const number = stated && /^\d+$/.test(stated) ? stated : String(order);
  return plainNode(part, 'form', `${number}-form`, title, paragraphs, undefined, number);
}

function colophonNode(part: string, paragraphs: readonly Paragraph[], number: number): ImportedNode {
  const label = '公开属性与印发';
  return { ...plainNode(part, 'notice', `${number}-colophon`, [], paragraphs, label, String(number)), title: label };
}

function nextOf(name: string, taken: ReadonlySet<string>): number {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  return number;
}
