import { describe, expect, it } from 'vitest';
import { apartFrom } from '../../src/compare/apart.ts';
import { compareAll, type TopicComparison } from '../../src/compare/index.ts';
import { wordApart, wordDifferences } from '../../src/islands/compare/differences.ts';
import { headlineOf } from '../../src/islands/compare/headline.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import type { PolicyRule } from '../../src/model/rulebook.ts';

const kb = loadKnowledgeBase();
const topics = compareAll(kb);
const topic = (id: string): TopicComparison => topics.find((one) => one.id === id) as TopicComparison;

describe('what is not compared item by item', () => {
  it('never counts as the same: topics whose clauses state no terms differ as far as is known', () => {
    for (const { id, money, clauses, differs, wording } of topics) {
      if (money || clauses.some(({ nodes }) => nodes.length === 0)) continue;
      expect([id, differs, wording]).toEqual([id, true, true]);
    }
  });

  it.each([
    ['scope', '1 项不同，余见条文'],
    ['execution', '1 项不同，余见条文'],
    ['review-service', '1 项不同，余见条文'],
    ['talent', '仅闵行 2025 有条款'],
  ])('%s: %s', (id, words) => {
    expect(wordDifferences(topic(id), kb.policies)).toBe(words);
  });

  it.each([
    [{ differences: 0, wording: true }, '文字对照'],
    [{ differences: 0, wording: false }, '逐项相同'],
    [{ differences: 2, wording: false }, '2 项不同'],
  ])('%j: %s', (found, words) => {
    expect(wordDifferences({ ...found, clauses: topic('scope').clauses }, kb.policies)).toBe(words);
  });

  it('is never what rows are that differ in their validity alone, but where a topic is about that', () => {
    const both = topics.filter(({ clauses }) => clauses.every(({ nodes }) => nodes.length > 0));
    for (const { id, differences, rows } of both) {
      const terms = new Set(rows.filter(({ differs }) => differs).map(({ term }) => term));
      expect(terms.size - differences, id).toBe(id === 'execution' ? 0 : 1);
    }
  });

  it('says who may apply under either policy', () => {
    expect([0, 1].map((at) => headlineOf(topic('scope'), at).words)).toEqual([
      '企业、事业单位、民办非企业单位、园区',
      '企业',
    ]);
  });
});

describe('sums for different things', () => {
  const apart = (id: string) => wordApart(topic(id), kb.policies);
  it('are said to be so', () => {
    expect(topics.filter(({ id }) => apart(id) !== null).map(({ id }) => id)).toEqual(['platforms', 'clean-room']);
    expect(apart('platforms')).toBe('两边支持的事项不同');
  });

  const A = { id: 'a', shortTitle: '甲' };
  const B = { id: 'b', shortTitle: '乙' };
  const C = { id: 'c', shortTitle: '丙' };
  it.each([
    [['c'], '丙支持的是另外的事项'],
    [['a', 'b'], '甲、乙支持的事项各不相同'],
    [[], null],
  ])('among three, %j stand apart: %s', (some, words) => {
    expect(wordApart({ apart: some }, [A, B, C])).toBe(words);
  });

  const gives = (id: string, ...matters: string[]) =>
    ({ id, awards: matters.map((matter) => ({ matter })) }) as PolicyRule;
  it.each<[PolicyRule[], string[]]>([
    [
      [gives('a', 'm'), gives('b', 'n')],
      ['a', 'b'],
    ],
    [[gives('a', 'm', 'n'), gives('b', 'n')], []],
    [[gives('a', 'm'), gives('b', 'm'), gives('c', 'n')], ['c']],
    [[gives('a', 'm'), gives('b')], []],
    // what is no matter of the topic makes nothing common
    [
      [gives('a', 'm', 'x'), gives('b', 'n', 'x')],
      ['a', 'b'],
    ],
  ])('%j', (policies, expected) => {
    expect(apartFrom(policies, ['m', 'n'])).toEqual(expected);
  });
});
