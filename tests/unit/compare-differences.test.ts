import { describe, expect, it } from 'vitest';
import { markup } from '../../src/components/markup.ts';
import { apartFrom } from '../../src/compare/apart.ts';
import { compareAll, type TopicComparison } from '../../src/compare/index.ts';
import { wordApart, wordDifferences } from '../../src/islands/compare/differences.ts';
import { Matrix } from '../../src/islands/compare/Matrix.tsx';
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
    ['scope', '2 项不同，余见条文'],
    ['execution', '1 项不同，余见条文'],
    ['review-service', '2 项不同，余见条文'],
    ['industrialisation', '7 项不同'],
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

  it('is all that is marked, and nothing else', () => {
    const html = markup(Matrix, { topics, policies: kb.policies, title: '议题' });
    for (const one of topics) {
      const body = html.split('<tbody').find((part) => part.includes(`data-topic="${one.id}"`)) ?? '';
      const rows = body.split('<tr').filter((part) => part.includes('class="term-row'));
      let term = '';
      const marked = new Set<string>();
      for (const row of rows) {
        term = /class="term-name">([^<]*)/.exec(row)?.[1] ?? term;
        if (row.includes('≠')) marked.add(term);
      }
      const said = /(\d+) 项不同/.exec(wordDifferences(one, kb.policies))?.[1];
      if (said !== undefined) expect([one.id, Number(said)]).toEqual([one.id, marked.size]);
    }
  });

  it('says who may apply under either policy', () => {
    expect([0, 1].map((at) => headlineOf(topic('scope'), at).words)).toEqual([
      '企业、事业单位、民办非企业单位、园区',
      '企业',
    ]);
  });
});

describe('the line of a topic', () => {
  it.each([
    // 10% of purchases is worked out, the reward for clustering is at discretion: no range from one to the other
    ['supply-chain', 0, '至多', '1000 万元，另最高可至 100 万元'],
    ['exchange', 0, '最高可至', '30–100 万元'],
    ['device-research', 0, '至多', '50–100 万元'],
    ['drug-research', 1, '最高可至', '30–300 万元'],
    ['above-scale', 0, '定额', '20 万元'],
  ])('%s of policy %i: %s %s', (id, at, before, words) => {
    expect(headlineOf(topic(id), at)).toMatchObject({ before, words });
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
