import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compareAll } from '../../src/compare/index.ts';
import { headlineOf } from '../../src/islands/compare/headline.ts';
import { publications } from '../../src/data/index.ts';
import { sheetsOf } from '../../src/islands/scenario/export/workbook.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { reportOf } from '../support/report.ts';

const root = mkdtempSync(join(tmpdir(), 'content-'));
cpSync('content', root, { recursive: true });
const [FROM, TO] = ['同一企业年度最高支持 500 万元', '同一企业年度最高支持 600 万元'];
for (const file of [
  'policies/songjiang-2025/source.txt',
  'policies/songjiang-2025/measures/03-industrialisation.mdx',
]) {
  const path = join(root, file);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(FROM, TO).replace('max: 500 万元', 'max: 600 万元'));
}
afterAll(() => rmSync(root, { recursive: true }));

/** What matrix, calculator and workbook say of one project with 2000 万元 of the city's money. */
function tell(folder: string): {
  matrix: string;
  terms: string;
  data: string;
  answer: bigint | undefined;
  workbook: unknown[];
} {
  const kb = loadKnowledgeBase(folder);
  const topic = compareAll(kb).find(({ id }) => id === 'industrialisation');
  if (!topic) throw new Error('does not fit');
  const report = reportOf(kb.rules, {
    applicant: { type: 'enterprise' },
    projects: [{ id: 'a', matter: 'industrialisation', date: '2026-05-01', facts: { municipalSupport: 20_000_000 } }],
  });
  const total = sheetsOf(report).filter(({ rows }) =>
    rows.some(([first]) => first?.kind === 'text' && first.text === '合计'),
  );
  return {
    matrix: headlineOf(topic, 1).words,
    terms: JSON.stringify(topic, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    data:
      publications(kb)
        .find(({ name }) => name === 'awards')
        ?.json() ?? '',
    answer: report.outcomes[1]?.result.determined,
    workbook: total.map(({ rows }) => rows.at(-1)?.find((cell) => cell?.kind === 'number')),
  };
}

describe('one cap changed in a copy of content', () => {
  it('changes matrix, topic, calculator, data and workbook alike', () => {
    const before = tell('content');
    const after = tell(root);
    expect([before.matrix, before.answer]).toEqual(['500 万元', 500_000_000n]);
    expect([after.matrix, after.answer]).toEqual(['600 万元', 600_000_000n]);
    for (const words of [before.terms, before.data]) expect(words).not.toMatch(/600 万元|\b6000000\b/);
    expect(after.terms).toContain('600 万元');
    expect(after.data).toMatch(/\b6000000\b/);
    expect(before.workbook[1]).toMatchObject({ value: 5_000_000 });
    expect(after.workbook[1]).toMatchObject({ value: 6_000_000 });
    expect(after.workbook[0]).toEqual(before.workbook[0]);
  });
});
