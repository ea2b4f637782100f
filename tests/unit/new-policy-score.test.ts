import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { guidanceLines } from '../../src/cli/guidance.ts';
import { bareOf } from '../../src/import/bare.ts';
import { importPolicy } from '../../src/import/index.ts';
import { scoreImport, scoreLines } from '../../src/import/score.ts';
import { surroundingsOf } from '../../src/import/surroundings.ts';
import { buildKnowledgeBase } from '../../src/load/build.ts';
import { ParseCache } from '../../src/load/parse-cache.ts';
import { formatFault } from '../../src/load/fault.ts';
import { readContentFiles, type ContentFiles } from '../../src/load/files.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { anchorsOf } from '../../src/model/blocks.ts';
import { ARTICLES, RESTARTING } from '../fixtures/official-texts.ts';
import { breakPages, numbersFrom, strewSpaces, swapBrackets, widenDigits, wrapLines } from '../support/disturb.ts';

const root = join(import.meta.dirname, '../../content');
const kb = loadKnowledgeBase(root);
const content = readContentFiles(root);
/** what does not change between the tests is read once */
const cache = new ParseCache();
const check = (files: ContentFiles) => checkContent(files, { cache });

/** content/ with a policy imported into it. */
function contentWith(id: string, text: string): ContentFiles {
  const { files } = importPolicy(text, id, surroundingsOf(id, content));
  return new Map([
    ...content,
    ...[...files].map(([path, words]): [string, string] => [`policies/${id}/${path}`, words]),
  ]);
}

describe('the texts of the policies on the site, imported again', () => {
  const scores = kb.policies.map(({ id }) => scoreImport(kb, id));
  console.log(scoreLines(scores).join('\n'));

  it.each(scores.map((score) => [score.policy, score] as const))(
    '%s: every boundary and number right, at least nine figures in ten',
    (_, { nodes, clauses, figures, awards }) => {
      expect(nodes.missing).toEqual([]);
      expect(clauses.right).toBe(clauses.of);
      expect(figures.right / figures.of).toBeGreaterThanOrEqual(0.9);
      expect(awards.right / awards.of).toBeGreaterThanOrEqual(0.9);
    },
  );
});

type Disturb = (text: string, next: () => number) => string;
const WAYS: [string, Disturb][] = [
  ['pages that end in words, a blank line between', (text, next) => breakPages(text, next, 'blank')],
  ['page numbers', (text, next) => breakPages(text, next, 'numbered')],
  ['form feeds', (text, next) => breakPages(text, next, 'form-feed')],
  ['brackets of the other form', swapBrackets],
  ['stray spaces', (text, next) => strewSpaces(text, next)],
  ['digits of the other width', (text) => widenDigits(text)],
  ['all of it together', (text, next) => strewSpaces(breakPages(swapBrackets(text, next), next, 'numbered'), next)],
];

/** Brackets and digits of either form are the same here: they were exchanged on purpose. */
const structureOf = (text: string, id: string): string[] =>
  importPolicy(text, id, { order: 1, marks: [], departments: [] }).parts.flatMap((part) =>
    part.nodes.map(
      (node) =>
        `${id}/${part.id}/${node.node} ${bareOf(
          anchorsOf(node.blocks)
            .map((anchor) => anchor.text)
            .join(''),
        )}`,
    ),
  );

describe.each(kb.policies.map(({ id, source }) => [id, source] as const))('%s, disturbed as by a PDF', (id, source) => {
  const made = kb.nodes.filter((node) => node.policy === id).map((node) => `${node.id} ${bareOf(node.text)}`);

  it.each(WAYS)('%s', (_, disturb) => {
    for (let seed = 1; seed <= 5; seed += 1) expect(structureOf(disturb(source, numbersFrom(seed)), id)).toEqual(made);
  });

  it('lines as wide as a page', () => {
    const clauses = (all: readonly string[]) => all.filter((line) => !/\/forms\//.test(line));
    expect(clauses(structureOf(wrapLines(source), id))).toEqual(clauses(made));
  });
});

describe('an imported policy', () => {
  const CASES: [string, string][] = [
    ...kb.policies.map(({ id, source }): [string, string] => [`again-${id}`, source]),
    ['east-2026', ARTICLES],
    ['west-2026', RESTARTING],
  ];

  it.each(CASES)('%s loads without an error; all that is left is told as guidance', (id, text) => {
    const checked = check(contentWith(id, text));
    expect(checked.faults.map(formatFault)).toEqual([]);
    expect(checked.drafts).toEqual([id]);
    // the words of candidates are found where they were quoted, and their figures are theirs
    const wrong = checked.guidance.filter(({ field }) => /quote|amount|node$/.test(field) && field !== 'node');
    expect(wrong.map(formatFault)).toEqual([]);
    const lines = guidanceLines(checked);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^待办 content\/[^:]+:\d+ \[[^\]]+\] .+ → .+$/);
    expect(lines.at(-1)).toContain(`草稿 ${id}`);
  });

  it('is known to nothing but its own pages', () => {
    const built = buildKnowledgeBase(contentWith('east-2026', ARTICLES));
    expect(built.knowledgeBase?.policies.map(({ id }) => id)).toEqual(kb.policies.map(({ id }) => id));
    expect(built.knowledgeBase?.rules).toEqual(buildKnowledgeBase(content).knowledgeBase?.rules);
    expect(JSON.stringify(built.knowledgeBase)).not.toContain('east-2026');
  });

  it('whose text loses a character is an error', () => {
    const files = new Map(contentWith('east-2026', ARTICLES));
    const path = [...files.keys()].find((one) => one.includes('east-2026/provisions/02')) ?? '';
    files.set(path, (files.get(path) ?? '').replace('登记的企业。', '登记企业。'));
    const { faults } = check(files);
    expect(faults.map(({ file, field }) => `${file} ${field}`)).toEqual([`${path} 正文`]);
  });

  it('with a candidate that states another sum is told so', () => {
    const files = new Map(contentWith('east-2026', ARTICLES));
    const path = [...files.keys()].find((one) => one.includes('east-2026/provisions/04')) ?? '';
    files.set(path, (files.get(path) ?? '').replace('sum: 50万元', 'sum: 60万元'));
    expect(check(files).guidance.map(({ problem }) => problem)).toContain('元数据的数是 60万元，引文的数是 50万元');
  });

  it('is told what policy.yaml lacks', () => {
    const { guidance } = check(contentWith('east-2026', ARTICLES));
    expect(guidance.filter(({ file }) => file.endsWith('policy.yaml')).map(({ field }) => field)).toEqual([
      'documentNumber',
      'publication',
    ]);
  });
});

describe('a draft that is finished', () => {
  const file = 'policies/songjiang-2025/policy.yaml';
  const draft = new Map(content);
  draft.set(file, (draft.get(file) ?? '').replace('order: 2', 'draft: true\norder: 2'));

  it('has nothing left to do, with matters and topics that only it uses', () => {
    const checked = check(draft);
    expect(checked.guidance.map(formatFault)).toEqual([]);
    expect(guidanceLines(checked).at(-1)).toContain('没有待办了');
    // its own matters, topics and departments go with it; what names it elsewhere is told
    expect(new Set(checked.faults.map((one) => one.file))).toEqual(
      new Set(['policies/minhang-2025/readings.yaml', 'search/synonyms.yaml', 'changes.yaml', 'glossary.yaml']),
    );
  });
});
