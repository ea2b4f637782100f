import { expect, it } from 'vitest';
import type { SheetOf } from '../../src/islands/scenario/export/cells.ts';
import { sheetsOf } from '../../src/islands/scenario/export/workbook.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { reportOf } from '../support/report.ts';

const { rules } = loadKnowledgeBase();

/** The sheet of each policy, in order. */
function policySheets(input: unknown): SheetOf[] {
  const titles = rules.policies.map(({ shortTitle }) => shortTitle);
  return sheetsOf(reportOf(rules, input)).filter(({ name }) => titles.includes(name));
}

it.each([
  ['2026-05-01', { kind: 'number', value: 2026, format: '0' }],
  [null, null],
])('a refused project dated %s has its year, or a blank', (date, year) => {
  const sheets = policySheets({
    applicant: { type: 'park' },
    projects: [{ id: 'a', matter: 'industrialisation', date, facts: { municipalSupport: 1_000_000 } }],
  });
  const rows = sheets.map(({ rows: [, first] }) => first);
  expect(rows).toHaveLength(rules.policies.length);
  for (const row of rows) expect(row?.[2]).toEqual(year);
});

it.each([
  ['2029-12-01', [/^2031 年已在政策有效期/]],
  ['2028-12-01', []],
])('a joint laboratory of three years from %s: years after the end of its policy are told', (date, expected) => {
  const [minhang] = policySheets({
    applicant: { type: 'enterprise' },
    projects: [
      {
        id: 'a',
        matter: 'joint-lab',
        date,
        facts: { annualInvestment: [2_000_000, 2_000_000, 2_000_000] },
      },
    ],
  });
  const told = (minhang?.rows ?? []).flatMap(([first]) =>
    first?.kind === 'text' && /有效期/.test(first.text) ? [first.text] : [],
  );
  expect(told).toEqual(expected.map((words) => expect.stringMatching(words) as string));
});
