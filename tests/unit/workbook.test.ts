import { expect, it } from 'vitest';
import { compile } from '../../src/engine/index.ts';
import type { Report } from '../../src/islands/scenario/export/report.ts';
import { sheetsOf } from '../../src/islands/scenario/export/workbook.ts';
import { answerAll, doubtAll } from '../../src/islands/scenario/outcome/outcome.ts';
import { scenarioOf } from '../../src/islands/scenario/state/scenario-form.ts';
import { readScenario } from '../../src/islands/scenario/state/scenario-json.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const { rules } = loadKnowledgeBase();
const engine = compile(rules);

/** The sheet of each policy for one project of a park, which no policy pays for. */
function policySheets(date: string | null) {
  const read = readScenario(engine, {
    applicant: { type: 'park' },
    projects: [{ id: 'a', matter: 'industrialisation', date, facts: { municipalSupport: 1_000_000 } }],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const scenario = scenarioOf(read.form, engine);
  const report: Report = {
    form: read.form,
    rules,
    outcomes: doubtAll(engine, scenario, answerAll(engine, scenario)),
    documents: [],
    papers: [],
    certainty: '',
    notice: '',
    siteName: '',
    date: '',
    address: '',
    absolute: (url) => url,
  };
  return sheetsOf(report).filter(({ name }) => rules.policies.some(({ shortTitle }) => shortTitle === name));
}

it.each([
  ['2026-05-01', { kind: 'number', value: 2026, format: '0' }],
  [null, null],
])('a refused project dated %s has its year, or a blank', (date, year) => {
  const rows = policySheets(date).map(({ rows }) => rows[1]);
  expect(rows).toHaveLength(rules.policies.length);
  for (const row of rows) expect(row?.[2]).toEqual(year);
});
