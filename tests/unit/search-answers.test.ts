import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { facetsOf, fits, NO_CHOICE, type Lists } from '../../src/search/facets.ts';
import { buildContent, openContent, openFiles } from '../support/search-index.ts';

const kb = loadKnowledgeBase();
let engine: SearchEngine;
let lists: Lists;
beforeAll(async () => {
  engine = await openContent();
  parted = await openContent(kb, true);
  lists = { ...engine.catalogue, ...(await engine.labels()) };
});

let parted: SearchEngine;

const idOf = (index: number): string => kb.nodes[index]?.id ?? '';
const literal = async (typed: string): Promise<string[]> =>
  (await engine.literal(typed)).literal.map(({ clause }) => idOf(clause.index));
const related = async (typed: string): Promise<string[]> =>
  (await engine.related(await engine.literal(typed))).map(({ clause }) => idOf(clause.index));

describe('one request that fails', () => {
  it.each([
    ['texts that are at hand', false],
    ['texts that come in packs', true],
  ])('is made again by the next query: %s', async (_of, large) => {
    const files = await buildContent(kb, large);
    // packs that come in another order put equals in another order
    const told = async (asked: SearchEngine, typed: string): Promise<unknown> => {
      const answer = await asked.literal(typed);
      return [answer.all, new Set((await asked.related(answer)).map(({ clause }) => clause.index))];
    };
    let failed = 0;
    for (const typed of ['洁净车间', 'CDMO', 'jjcj', '潔淨車間', '三类医疗器械证能给多少钱', '细则六']) {
      const read: string[] = [];
      const whole = await openFiles(files, (path) => !read.push(path));
      const opening = read.length;
      const expected = await told(whole, typed);
      for (const path of new Set(read.slice(opening))) {
        let down = true;
        const engine = await openFiles(files, (one) => one === path && down);
        await expect(told(engine, typed), path).rejects.toThrow(path);
        down = false;
        expect(await told(engine, typed), path).toEqual(expected);
        failed += 1;
      }
    }
    expect(failed).toBeGreaterThan(10);
  });
});

describe('beyond the literal', () => {
  it.each([
    ['1期', 'minhang-2025/rules/3'],
    ['CDMO', 'minhang-2025/rules/12'],
    ['CMO', 'songjiang-2025/measures/5'],
    ['三类证', 'minhang-2025/rules/6'],
    ['IVD', 'minhang-2025/rules/6'],
    ['临床研究', 'minhang-2025/rules/3'],
    ['补贴', 'minhang-2025/opinions/3'],
    ['厂房', 'minhang-2025/rules/13'],
    ['jjcj', 'minhang-2025/rules/13'],
    ['jiejingchejian', 'minhang-2025/rules/13'],
    ['jiejing cj'.replace(' ', ''), 'minhang-2025/rules/13'],
    ['潔淨車間', 'minhang-2025/rules/13'],
    ['洁净车涧', 'minhang-2025/rules/13'],
    ['委拖生产', 'songjiang-2025/measures/5'],
    ['三类医疗器械证能给多少钱', 'minhang-2025/rules/6'],
  ])('%s leads to %s', async (typed, expected) => {
    expect(await related(typed)).toContain(expected);
    // nor may it need all texts
    const found = await parted.related(await parted.literal(typed));
    expect(found.map(({ clause }) => idOf(clause.index))).toContain(expected);
  });

  it('nothing related to words in quotes, nothing twice, nothing that is excluded', async () => {
    expect(await related('"CDMO"')).toEqual([]);
    for (const typed of ['CDMO', '临床 试验', '资金 配套']) {
      const both = [...(await literal(typed)), ...(await related(typed))];
      expect(new Set(both).size).toBe(both.length);
    }
    const without = [...(await literal('三类 研发投入 -诊断')), ...(await related('三类 研发投入 -诊断'))];
    expect(without).not.toContain('minhang-2025/rules/6');
    expect(without).toContain('songjiang-2025/measures/1');
  });
});

describe('what this site calls a matter or a topic, though no text does', () => {
  const overseas = [
    'minhang-2025/opinions/14',
    'minhang-2025/rules/14',
    'minhang-2025/rules/15',
    'songjiang-2025/measures/4',
  ];

  it.each(['海外注册', '境外注册', '海外上市', '出海', '海外注册上市', '开拓全球市场'])(
    '%s leads first to the clauses that pay for it',
    async (typed) => {
      for (const one of [engine, parted]) {
        const answer = await one.literal(typed);
        const first = answer.literal.map(({ clause }) => clause);
        const shown = [...first, ...(await one.related(answer)).map(({ clause }) => clause)]
          .map(({ index }) => idOf(index))
          .filter((id) => id !== 'minhang-2025/opinions/preamble' || first.length === 0);
        expect(shown.slice(0, 4).sort()).toEqual(overseas);
      }
    },
  );

  it('is told as the name that it is, below what has the words themselves', async () => {
    for (const typed of ['境外注册', '校企联合实验室', '首次升规', '厂房', 'CDMO', '产业化项目']) {
      const answer = await engine.literal(typed);
      const found = await engine.related(answer);
      const named = found.filter(({ why }) => why.startsWith('本站列在'));
      for (const { clause, hits, why, score } of named) {
        expect(answer.literal.map((one) => one.clause.index)).not.toContain(clause.index);
        expect(hits).toEqual([]);
        const saying = found.filter((one) => one.words.some((word) => why.toLowerCase().includes(word)));
        for (const one of saying) expect(one.score).toBeGreaterThan(score);
      }
    }
    const [first] = await engine.related(await engine.literal('境外注册'));
    expect(first?.why).toMatch(/^(同义词：|本站列在(事项|支持项目)“.*境外注册)/);
  });
});

describe('a number is meant whole', () => {
  it.each(['500 万元', '５００ 万元', '500万元', '五百万元', '0.05亿'])('%s is no 5000', async (typed) => {
    for (const one of [engine, parted]) {
      const answer = await one.literal(typed);
      const found = [...answer.literal, ...(await one.related(answer))];
      expect(found.map(({ clause }) => idOf(clause.index))).toContain('songjiang-2025/measures/3');
      for (const { hits } of found)
        for (const { piece } of hits) expect(piece.text.replace(/\s/g, '')).toMatch(/(?<![\d.])500万/);
    }
  });

  it('which stands nowhere is not found in parts', async () => {
    expect(await literal('700 万元')).toEqual([]);
    expect(await related('700 万元')).toEqual([]);
    expect(await related('0.5亿')).toContain('minhang-2025/rules/13');
  });

  it('in words apart and in what is excluded', async () => {
    const sum = (id: string): string => kb.nodes.find((node) => node.id === id)?.text.replace(/\s/g, '') ?? '';
    for (const one of [engine, parted]) {
      const ids = async (typed: string): Promise<string[]> =>
        (await one.literal(typed)).all.map((place) => idOf(place));
      const holding = await ids('50万 支持');
      expect(holding.length).toBeGreaterThan(0);
      for (const id of holding) expect(sum(id)).toMatch(/(?<!\d)50万/);
      expect((await ids('支持 -50万')).filter((id) => holding.includes(id))).toEqual([]);
      expect([...holding, ...(await ids('支持 -50万'))].sort()).toEqual((await ids('支持')).sort());
    }
  });
});

describe('a district that the query names', () => {
  it.each([
    ['闵行最高', 'minhang-2025'],
    ['闵行区最高', 'minhang-2025'],
    ['松江最高', 'songjiang-2025'],
    ['松江 最高', 'songjiang-2025'],
    ['闵行海外注册', 'minhang-2025'],
    ['松江的海外注册', 'songjiang-2025'],
    ['松江临床试验', 'songjiang-2025'],
  ])('%s: its clauses stand first', async (typed, policy) => {
    for (const one of [engine, parted]) {
      const answer = await one.literal(typed);
      const found = [...answer.literal, ...(await one.related(answer))];
      const own = found.map(({ clause }) => idOf(clause.index).startsWith(`${policy}/`));
      expect(own[0]).toBe(true);
      expect(own).toEqual([...own].sort((a, b) => Number(b) - Number(a)));
      for (const { why } of found) expect(why).not.toContain('相近');
    }
  });
});

describe('nonsense', () => {
  it.each(['zzz', 'zz', 'xyz', 'abcd', 'qwerty', 'hhhh', '啊啊啊', '闵行zzz'])('%s finds nothing', async (typed) => {
    expect(await literal(typed)).toEqual([]);
    expect(await related(typed)).toEqual([]);
    expect(await parted.related(await parted.literal(typed))).toEqual([]);
  });
});

describe('words joined by "and" across a clause', () => {
  it('stand in one clause though in different paragraphs', async () => {
    const found = await literal('诊断试剂 审计报告');
    expect(found).toContain('minhang-2025/rules/6');
    for (const id of found) {
      const text = kb.nodes.find((node) => node.id === id)?.text.replace(/\s/g, '') ?? '';
      expect(text).toContain('诊断试剂');
      expect(text).toContain('审计报告');
    }
  });
});

describe('order', () => {
  it('whole numbers before hits inside them', async () => {
    const { literal: results } = await engine.literal('00万元');
    const whole = results.map(({ hits }) => hits.some((hit) => hit.whole));
    expect(whole).toEqual([...whole].sort((a, b) => Number(b) - Number(a)));
    expect((await literal('I期'))[0]).toBe('minhang-2025/rules/3');
  });

  it('a title before the text', async () => {
    expect((await literal('委托生产')).slice(0, 3).sort()).toEqual([
      'minhang-2025/opinions/10',
      'minhang-2025/rules/12',
      'songjiang-2025/measures/5',
    ]);
    expect((await literal('洁净车间'))[0]).toMatch(/opinions\/12|rules\/13/);
  });

  it.each(['医疗器械', '1:0.5', '委托生产', '研发投入', '1:1', '海外权益许可'])(
    '%s: both districts near the top, implementing clause beside the implemented',
    async (typed) => {
      const ids = await literal(typed);
      const policies = ids.slice(0, 3).map((id) => id.split('/')[0]);
      expect(new Set(policies).size).toBe(2);
    },
  );

  it('细则 stands beside the 意见 that it carries out', async () => {
    const ids = await literal('洁净车间');
    expect(Math.abs(ids.indexOf('minhang-2025/opinions/12') - ids.indexOf('minhang-2025/rules/13'))).toBe(1);
  });
});

describe('facets', () => {
  it('count what choosing them leaves', async () => {
    const { literal: results } = await engine.literal('资金');
    const found = results.map(({ clause }) => clause.facts);
    const facets = facetsOf(found, NO_CHOICE, lists);
    for (const [name, values] of Object.entries(facets)) {
      for (const { id, count } of values) {
        expect(found.filter((one) => fits(one, { ...NO_CHOICE, [name]: [id] }, lists))).toHaveLength(count);
      }
    }
  });

  it('the sum is that of the clause’s awards', async () => {
    const { literal: results } = await engine.literal('支持');
    const rich = results
      .filter(({ clause }) => fits(clause.facts, { ...NO_CHOICE, sum: 1000 }, lists))
      .map(({ clause }) => idOf(clause.index));
    expect(rich).toContain('minhang-2025/rules/13');
    expect(rich).not.toContain('minhang-2025/rules/11');
  });
});
