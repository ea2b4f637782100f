import { departmentsIn } from '../domain/departments.ts';
import { anchorsOf } from '../model/blocks.ts';
import type { PolicyNode } from '../model/node.ts';
import type { Fault } from './fault.ts';
import { firstLine, labelsOf, numberOf, splitNode, titleOf } from './labels.ts';
import { nodeIdOf, type ClauseFile } from './read-clause.ts';
import type { PolicyFolder } from './read-policies.ts';
import { joinVersions } from './versions.ts';

/** The nodes of one policy, in document order; what needs other nodes is filled in later. */
export function buildNodes(folder: PolicyFolder, faults: Fault[]): PolicyNode[] {
  checkOrder(folder, faults);
  const chapters: ClauseFile[] = [];
  let index = -1;
  const nodes = folder.clauses.map((file) => {
    if (file.version === 1) index += 1;
    checkNumber(file, faults);
    const above = chapterAbove(file, chapters);
    if (file.meta.kind === 'chapter') chapters.push(file);
    return buildNode(folder, file, index, above ? `${folder.policy.id}/${above.part}/${above.meta.node}` : null);
  });
  joinVersions(folder, nodes, faults);
  return nodes;
}

/** The heading that a node stands under. "chapter-2-1" is under "chapter-2"; what has no number (附则) under none. */
function chapterAbove(file: ClauseFile, chapters: readonly ClauseFile[]): ClauseFile | undefined {
  const before = chapters.filter((one) => one.part === file.part);
  if (file.meta.kind === 'chapter') return before.findLast((one) => file.meta.node.startsWith(`${one.meta.node}-`));
  return splitNode(file.meta.node).number === null ? undefined : before.at(-1);
}

function buildNode(folder: PolicyFolder, file: ClauseFile, index: number, chapter: string | null): PolicyNode {
  const { policy } = folder;
  const { meta, blocks } = file;
  const part = policy.parts.find((one) => one.id === file.part) ?? policy.parts[0];
  if (!part) throw new Error('a policy has parts: the schema demands it');
  const title = titleOf(meta, blocks);
  const hasPage = meta.kind !== 'chapter';
  const anchors = anchorsOf(blocks);
  const partUrl = `/${policy.id}/${file.part}/`;
  return {
    id: nodeIdOf(file),
    policy: policy.id,
    part: file.part,
    node: meta.node,
    kind: meta.kind,
    index,
    version: null,
    ...labelsOf(meta, part, title, blocks),
    title,
    url: hasPage ? `${partUrl}${meta.node}/` : `${partUrl}#${meta.node}`,
    hasPage,
    blocks,
    text: anchors.map(({ text }) => text).join('\n'),
    // a chapter has no page: its only anchor is its place on the part's page
    anchors: hasPage ? anchors : [{ id: meta.node, text: anchors.map(({ text }) => text).join('\n') }],
    topics: meta.topics,
    departments: departmentsIn(anchors.map(({ text }) => text).join('\n')),
    implements: meta.implements,
    implementedBy: [],
    support: meta.support && meta.support !== 'none' ? [meta.support] : [],
    applicants: meta.applicants?.types ?? [],
    chapter,
    conditions: sectionTexts(file, part.sections?.conditions),
    materials: sectionItems(file, part.sections?.materials),
    awards: [],
    restates: [],
    restatements: [],
    readings: [],
    contradictions: [],
    terms: [],
    examples: [],
    file: file.file,
  };
}

type Passage = PolicyNode['conditions'][number];

function sectionOf(file: ClauseFile, heading: string | undefined) {
  if (heading === undefined) return null;
  const found = file.blocks.find((block) => block.type === 'section' && block.heading.text.endsWith(heading));
  return found?.type === 'section' ? found : null;
}

function sectionTexts(file: ClauseFile, heading: string | undefined): Passage[] {
  const section = sectionOf(file, heading);
  if (!section) return [];
  return [...section.paragraphs.map(({ text }) => ({ anchor: section.anchor, text })), ...sectionItems(file, heading)];
}

function sectionItems(file: ClauseFile, heading: string | undefined): Passage[] {
  const section = sectionOf(file, heading);
  return (section?.items ?? []).map(({ anchor, piece }) => ({
    anchor,
    // the list shows its own numbers, and the stop that ends an item belongs to the sentence
    text: piece.text.replace(/^[(（]\d+[)）]\s*/, '').replace(/[；;。]$/, ''),
  }));
}

function checkOrder(folder: PolicyFolder, faults: Fault[]): void {
  const ids = new Set<string>();
  for (const part of folder.policy.parts) {
    const files = folder.clauses.filter((clause) => clause.part === part.id && clause.version === 1);
    files.forEach((file, index) => {
      const { order } = file.meta;
      const published = files.slice(0, index).findLast(({ amends }) => amends === null);
      // the place of an added clause is told by the one before it
      const expected = file.amends === null ? (published?.meta.order ?? 0) + 1 : order;
      // told only where there is a fault: to find the line the file is read again
      const at = () => ({ file: file.file, line: file.locate(['order']), field: 'order' });
      if (order === expected - 1)
        faults.push({ ...at(), problem: `次序 ${order} 已被占用`, remedy: '次序从 1 起连续，各不相同' });
      else if (order !== expected)
        faults.push({
          ...at(),
          problem: `次序 ${order} 之前有空缺，应为 ${expected}`,
          remedy: '补上缺少的文件，或改 order',
        });
      const id = `${part.id}/${file.meta.node}`;
      if (ids.has(id))
        faults.push({
          file: file.file,
          line: file.locate(['node']),
          field: 'node',
          problem: `编号 ${file.meta.node} 重复`,
          remedy: '每个 node 在同一部分里只能出现一次',
        });
      ids.add(id);
    });
    checkSequence(files, faults);
  }
}

/** Numbered nodes of a part run 1, 2, 3 … in document order: a missing clause shows here. */
function checkSequence(files: ClauseFile[], faults: Fault[]): void {
  const next = new Map<string, number>();
  const named = new Set(
    files.filter(({ meta }) => splitNode(meta.node).number === null).map(({ blocks }) => numberOf(firstLine(blocks))),
  );
  for (const file of files) {
    const { key, number } = splitNode(file.meta.node);
    if (number === null) continue;
    // forms may begin later than 1: 附件1 can be a text
    if (file.meta.kind === 'form' && !next.has(key)) next.set(key, number - 1);
    let expected = (next.get(key) ?? 0) + 1;
    // what the text numbers 一、 can be a clause under another name
    if (file.meta.kind === 'chapter') {
      while (expected < number && (!next.has(key) || named.has(expected))) expected += 1;
    }
    if (number !== expected) {
      faults.push({
        file: file.file,
        line: file.locate(['node']),
        field: 'node',
        problem: `编号 ${file.meta.node}：这里应是 ${key}${expected}`,
        remedy: '补上缺少的条款，或改 node',
      });
    }
    next.set(key, number);
  }
}

/** The number in the text's own heading is the number in the id. */
function checkNumber(file: ClauseFile, faults: Fault[]): void {
  const { number } = splitNode(file.meta.node);
  const stated = numberOf(firstLine(file.blocks));
  if (number === null || stated === null || file.meta.kind === 'notice' || stated === number) return;
  faults.push({
    file: file.file,
    line: file.locate(['node']),
    field: 'node',
    problem: `正文写的是第 ${stated}，node 写的是 ${file.meta.node}`,
    remedy: '以正文为准改 node',
  });
}
