import { beforeAll, describe, expect, it } from 'vitest';
import { legalCitation } from '../../src/components/clause/citations.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { openContent } from '../support/search-index.ts';

const kb = loadKnowledgeBase();
let engine: SearchEngine;
beforeAll(async () => {
  engine = await openContent();
});
const idOf = (index: number): string => kb.nodes[index]?.id ?? '';
/** Where a query leads straight to: the clause and, where it names one, the place in it. */
const direct = async (typed: string): Promise<string[]> =>
  (await engine.literal(typed)).direct.map(({ index, url }) => idOf(index) + (/#s\d.*/.exec(url)?.[0] ?? ''));

describe('clause numbers go straight there', () => {
  it.each([
    ['细则六', ['minhang-2025/rules/6']],
    ['细则（六）', ['minhang-2025/rules/6']],
    ['操作细则第6条', ['minhang-2025/rules/6']],
    ['闵行意见第十四条', ['minhang-2025/opinions/14']],
    ['闵行区若干意见十四', ['minhang-2025/opinions/14']],
    ['松江第7条', ['songjiang-2025/measures/7']],
    ['松江 第七条', ['songjiang-2025/measures/7']],
    ['松江区措施7', ['songjiang-2025/measures/7']],
    ['minhang rules 6', ['minhang-2025/rules/6']],
    ['minhang-2025/rules/6', ['minhang-2025/rules/6']],
    ['闵行2025细则六', ['minhang-2025/rules/6']],
    ['第7条', ['songjiang-2025/measures/7', 'minhang-2025/opinions/7', 'minhang-2025/rules/7']],
    ['附件1', ['minhang-2025/forms/1']],
    ['songjiang-2025/7', ['songjiang-2025/measures/7']],
    ['细则 十二', ['minhang-2025/rules/12']],
    ['细则十二、', ['minhang-2025/rules/12']],
    // as our labels and citations write them
    ['细则附则（一）', ['minhang-2025/rules/supplementary-1']],
    ['意见附则二', ['minhang-2025/opinions/supplementary-2']],
    ['意见附则', ['minhang-2025/opinions/supplementary']],
    ['松江附则', ['songjiang-2025/measures/supplementary']],
    ['松江1', ['songjiang-2025/measures/1', 'songjiang-2025/notice/1']],
    ['附则', []],
    ['附则一', []],
    ['细则（六）2（3）', ['minhang-2025/rules/6#s2-3']],
    ['细则（六）2', ['minhang-2025/rules/6#s2']],
    ['闵行细则六2（3）', ['minhang-2025/rules/6#s2-3']],
    ['细则（六）9（9）', ['minhang-2025/rules/6']],
    ['细则附则（二）2', ['minhang-2025/rules/supplementary-2#s2']],
    // several numbers are not one
    ['细则1、2', []],
    ['细则1 2', []],
    ['细则一、二', []],
    ['意见1-4', []],
    ['第1-2条', []],
    ['第1~2条', []],
    ['松江第1、1条', []],
    ['松江第1，1条', []],
    ['minhang-2025/rules/1/2', []],
    ['细则九十九', []],
    ['六', []],
    ['2025', []],
    ['1000万', []],
  ])('%s', async (typed, expected) => {
    expect(await direct(typed)).toEqual(expected);
  });
});

it('the citation that a clause offers to copy leads back to it, for every clause', async () => {
  for (const node of kb.nodes.filter(({ kind, node: id }) => kind === 'clause' && /\d$/.test(id))) {
    const policy = kb.policies.find(({ id }) => id === node.policy);
    const cited = policy ? legalCitation(node, policy) : '';
    expect.soft(await direct(cited), cited).toEqual([node.id]);
  }
});

it.each([
  ['《关于印发〈松江区关于加快推进生物医药产业高质量集聚发展的若干措施（试行）〉的通知》第1条', ['印发通知']],
  ['《关于印发〈松江区若干措施〉的通知》第1条第1段', ['印发通知第1段']],
  ['松江第1条第1段', ['第1条', '印发通知第1段']],
  ['松江第1条第2段', ['第1条', '印发通知第2段']],
])('instruments named within others, and their first paragraphs: %s', async (typed, labels) => {
  expect((await engine.literal(typed)).direct.map(({ label }) => label)).toEqual(labels);
});
