import { describe, expect, it } from 'vitest';
import { compareAll, type Term, type TopicComparison } from '../../src/compare/index.ts';
import { wordClaimants } from '../../src/islands/compare/claimants.ts';
import { wordCell, wordDatum } from '../../src/islands/compare/words.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const kb = loadKnowledgeBase();
const topics = compareAll(kb);
const topic = (id: string): TopicComparison => topics.find((one) => one.id === id) as TopicComparison;
const materialsOf = (id: string) => topic(id).rows.find(({ term }) => term === 'materials')?.cells ?? [];

describe('what a topic with money promises without a sum', () => {
  const open = (id: string, term: Term) => topic(id).rows.find((one) => one.term === term && one.cases.length === 0);
  it.each<[string, Term, (string | null)[]]>([
    ['frontier-research', 'support', ['特色集聚区和重大产业平台建设资金支持：给予支持，未写数额', '无对应条款']],
    ['frontier-research', 'applicants', ['特色集聚区和重大产业平台建设资金支持：企业、园区', '无对应条款']],
    ['demonstration', 'applicants', ['无对应条款', '加强院外场景应用推广：企业']],
    ['device-research', 'support', []],
  ])('%s %s', (id, term, words) => {
    expect((open(id, term)?.cells ?? []).map(({ cell }) => wordCell(cell, term))).toEqual(words);
  });

  it('names every clause that promises it', () => {
    const { cell } = open('frontier-research', 'support')?.cells[0] ?? {};
    const clauses =
      cell?.kind === 'stated' ? cell.values.flatMap(({ sources }) => sources.map(({ clause }) => clause)) : [];
    expect(clauses).toEqual(['minhang-2025/opinions/1', 'minhang-2025/rules/1']);
  });

  it.each<[string, number, string[]]>([
    ['frontier-research', 0, ['可申报：企业', '另有未写数额的支持，可申报：企业、园区']],
    ['platforms', 0, ['可申报：企业、园区']],
    ['platforms', 1, ['可申报：企业']],
    ['data-ai', 0, []],
    ['data-ai', 1, ['可申报：企业']],
    ['clinical', 0, []],
    ['demonstration', 1, ['未写数额的支持，可申报：企业']],
    [
      'exchange',
      0,
      [expect.stringMatching(/^可申报：企业、.*（国际和区域交流活动）；行业组织（/) as unknown as string],
    ],
    ['exchange', 1, []],
    ['talent', 0, []],
  ])('beside the sums of %s it is said who can claim them (%i)', (id, at, lines) => {
    expect(wordClaimants(topic(id), at)).toEqual(lines);
  });
});

describe('materials', () => {
  const words = (id: string) => {
    const cell = materialsOf(id)[0]?.cell;
    return cell?.kind === 'stated' ? cell.values.map((one) => `${one.award ?? ''}：${wordDatum(one.datum)}`) : [];
  };

  it.each([
    ['frontier-research', '市级重大研发专项', '特色集聚区和重大产业平台建设资金支持：签订相关协议'],
    ['exchange', '国际和区域交流活动', '行业组织专业服务：签订相关协议'],
  ])('%s: those of one award are not taken for those of another', (id, silent, listed) => {
    expect(words(id)).toContain(`${silent}：未规定`);
    expect(words(id)).toContain(listed);
    expect(words(id).filter((one) => one.startsWith(silent))).toHaveLength(1);
  });

  it('have no names where every award asks for some', () => {
    expect(words('device-research').every((one) => one.startsWith('：'))).toBe(true);
    expect(words('device-research').length).toBeGreaterThan(3);
  });

  it('are asked for an award only where its own clause asks for them', () => {
    for (const one of kb.topics.filter(({ id }) => topic(id).money)) {
      const silent = kb.rules.policies
        .flatMap(({ awards }) => awards)
        .filter(
          ({ matter, clause }) =>
            one.matters.includes(matter) && kb.nodes.find(({ id }) => id === clause)?.materials.length === 0,
        );
      const cells = materialsOf(one.id);
      for (const award of silent) {
        const cell = cells.find(({ policy }) => policy === award.clause.split('/')[0])?.cell;
        if (cell?.kind === 'silent') continue;
        expect(
          cell?.kind === 'stated' &&
            cell.values.filter((value) => value.award === award.title).map(({ datum }) => datum.kind),
        ).toEqual(['unstated']);
      }
    }
  });
});
