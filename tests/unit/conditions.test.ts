import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareAll } from '../../src/compare/index.ts';
import { wordDatum } from '../../src/islands/compare/words.ts';
import { buildKnowledgeBase } from '../../src/load/build.ts';
import { uncheckedOf } from '../../src/components/clause/unchecked.ts';
import { formatFault } from '../../src/load/fault.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { readContentFiles } from '../../src/load/files.ts';
import { ParseCache } from '../../src/load/parse-cache.ts';

const files = readContentFiles(join(import.meta.dirname, '../../content'));
const cache = new ParseCache();
const RULE_9 = 'policies/minhang-2025/rules/09-supply-chain.mdx';
const CONDITION = '重点领域关键产业链环节企业研发、制造的技术产品和服务';

/** Metadata of 细则（九） with one condition that is said to stand with these awards. */
function withAwards(awards: string) {
  const text = files.get(RULE_9) ?? '';
  const conditions = `conditions:\n  - { quote: ${CONDITION}, note: 须属关键环节。${awards} }\n`;
  const changed = text.replace(/^conditions:\n(?: {2}.*\n)+/m, conditions);
  expect(changed).not.toBe(text);
  return buildKnowledgeBase(new Map(files).set(RULE_9, changed), cache);
}

function awardsOf({ knowledgeBase }: ReturnType<typeof withAwards>) {
  const awards = knowledgeBase?.rules.policies.flatMap((policy) => policy.awards) ?? [];
  return awards.filter(({ clause }) => clause === 'minhang-2025/rules/9');
}

function notesOf(base: ReturnType<typeof withAwards>): Record<string, string[]> {
  return Object.fromEntries(awardsOf(base).map(({ id, conditions }) => [id, conditions.map(({ note }) => note)]));
}

describe('a condition of a clause with several awards', () => {
  it('stands with all of them where it names none', () => {
    expect(notesOf(withAwards(''))).toEqual({ purchase: ['须属关键环节。'], cluster: ['须属关键环节。'] });
  });

  it('stands only with those that it names', () => {
    expect(notesOf(withAwards(', awards: [purchase]'))).toEqual({ purchase: ['须属关键环节。'], cluster: [] });
  });

  it('is told once on the page of its clause, with the awards where not all are meant', () => {
    const only = (awards: string) => uncheckedOf(awardsOf(withAwards(awards))).map((one) => one.only);
    expect(only('')).toEqual([[]]);
    expect(only(', awards: [purchase]')).toEqual([['产业链采购']]);
  });

  it.each([
    [
      'an award that the clause does not have',
      'purchases',
      '本条没有扶持项“purchases”',
      '改成其中之一：purchase、cluster',
    ],
    ['all awards there are', 'purchase, cluster', '写全了本条的扶持项', '删去 awards'],
    ['an award twice', 'cluster, cluster', '扶持项“cluster”写了两次', '删去一个'],
  ])('may not name %s', (_, awards, problem, remedy) => {
    const faults = withAwards(`, awards: [${awards}]`).faults.map(formatFault);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(problem);
    expect(faults[0]).toContain(remedy);
    expect(faults[0]).toMatch(
      /^content\/policies\/minhang-2025\/rules\/09-supply-chain\.mdx:\d+ \[conditions\.0\.awards/,
    );
  });
});

describe('what a requirement demands in the words of its text', () => {
  const RULE_7 = 'policies/minhang-2025/rules/07-class-ii-device.mdx';

  it('stands in its quote', () => {
    const text = files.get(RULE_7) ?? '';
    const changed = text.replace('words: 落地生产', 'words: 实现产出');
    expect(changed).not.toBe(text);
    const faults = buildKnowledgeBase(new Map(files).set(RULE_7, changed), cache).faults.map(formatFault);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(
      /07-class-ii-device\.mdx:\d+ \[awards\.0\.requires\.0\.words\] 引文里没有“实现产出” → 照引文/,
    );
  });

  it.each([
    ['minhang-2025', '须落地生产'],
    ['songjiang-2025', '须生产'],
  ])('is what the comparison says of %s', (policy, words) => {
    const rows = compareAll(loadKnowledgeBase()).find(({ id }) => id === 'device-research')?.rows ?? [];
    const data = rows.flatMap(({ cells }) =>
      cells.flatMap((one) => (one.policy === policy && one.cell.kind === 'stated' ? one.cell.values : [])),
    );
    const demands = data.filter(({ datum }) => datum.kind === 'requirement').map(({ datum }) => wordDatum(datum));
    expect(new Set(demands)).toEqual(new Set([words]));
  });
});
