import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { ADDRESSES, listedAddresses } from '../../src/cli/checks/addresses.ts';
import { writeAddresses } from '../../src/cli/write-addresses.ts';
import { columnOf, joinColumns, type Fetched } from '../../src/compare/column.ts';
import { compareAll, narrow, pairTexts, type Row, type Term } from '../../src/compare/index.ts';
import { scenarioProps } from '../../src/components/calculate/scenario-props.ts';
import { choiceFiles } from '../../src/components/choice/files.ts';
import { llmsOf } from '../../src/data/llms.ts';
import { publications } from '../../src/data/index.ts';
import { compile, parseScenario } from '../../src/engine/index.ts';
import { headlineOf } from '../../src/islands/compare/headline.ts';
import { wordFavour } from '../../src/islands/compare/words.ts';
import type { Report } from '../../src/islands/scenario/export/report.ts';
import { sheetsOf } from '../../src/islands/scenario/export/workbook.ts';
import { judgeCertainty } from '../../src/islands/scenario/outcome/certainty.ts';
import { answerAll, doubtAll } from '../../src/islands/scenario/outcome/outcome.ts';
import { wordCertainty } from '../../src/islands/scenario/outcome/word-certainty.ts';
import { scenarioOf } from '../../src/islands/scenario/state/scenario-form.ts';
import { readScenario, writeScenario } from '../../src/islands/scenario/state/scenario-json.ts';
import { readContentFiles } from '../../src/load/files.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { addressesOf } from '../../src/model/addresses.ts';
import { sitePages } from '../../src/model/pages.ts';
import { catalogueOf } from '../../src/search/build.ts';
import { contentWithThird, removeContent, THIRD } from '../support/third-district.ts';

const root = contentWithThird();
const many = contentWithThird(8);
afterAll(() => [root, many].forEach(removeContent));

const two = loadKnowledgeBase('content');
const kb = loadKnowledgeBase(root);
const ten = loadKnowledgeBase(many);
const FIRST = two.policies.map(({ id }) => id);
const wan = (sum: number): bigint => BigInt(sum) * 1_000_000n;

function rowOf(term: Term, topic: string, label: string): Row {
  const row = compareAll(kb)
    .find(({ id }) => id === topic)
    ?.rows.find((one) => one.term === term && one.cases.some((each) => each.label === label));
  if (!row) throw new Error(`no row ${topic} ${term} ${label}`);
  return row;
}

const wordsOf = (row: Row): string | undefined => wordFavour(row, (id) => id.replace(/-\d+$/, ''))?.title;

describe('a third policy, added as a folder and nothing else', () => {
  it('is found right by the check, once its addresses are listed', () => {
    const files = new Map(readContentFiles(root));
    const written = writeAddresses(kb, listedAddresses(files));
    files.set(ADDRESSES, written.ok ? written.text : '');
    const { faults, counts } = checkContent(files);
    expect(faults).toEqual([]);
    expect(counts.policies).toBe(3);
  });

  it('has its column in the matrix, and is ranked among all that are shown', () => {
    const cap = rowOf('project-cap', 'device-research', '第三类 · 非诊断试剂 · 未进入特别审查程序');
    expect(cap.cells.map(({ policy }) => policy)).toEqual([...FIRST, THIRD]);
    expect(cap.favour).toEqual({ kind: 'fact', policies: [THIRD] });
    expect(wordsOf(cap)).toBe('xugou最高');
    expect(wordsOf(rowOf('rate', 'device-research', '第三类 · 非诊断试剂 · 未进入特别审查程序'))).toBe(
      'minhang、songjiang最高',
    );
    const lines = compareAll(kb).map((topic) => headlineOf(topic, 2));
    expect(lines.map(({ words }) => words)).toContain('45–120 万元');
    expect(lines.filter(({ words }) => words === '').length).toBe(0);
  });

  it('takes nothing from what is said of the others where it has no clause', () => {
    const before = new Map(compareAll(two).map((topic) => [topic.id, topic]));
    const without = compareAll(kb).filter(({ clauses }) => clauses[2]?.nodes.length === 0);
    expect(without.length).toBeGreaterThan(10);
    for (const topic of without) {
      const ranked = (rows: readonly Row[]) =>
        rows.filter(({ term }) => term !== 'support').map(({ term, cases, favour }) => ({ term, cases, favour }));
      const old = new Set(ranked(before.get(topic.id)?.rows ?? []).map((row) => JSON.stringify(row)));
      for (const row of ranked(topic.rows)) expect(old).toContain(JSON.stringify(row));
    }
  });

  it('stands in data, departments, pages, addresses, search and llms.txt', () => {
    for (const { name, count, json } of publications(kb)) {
      expect([name, json().includes(THIRD)]).toEqual([name, true]);
      expect(count).toBeGreaterThan(publications(two).find((one) => one.name === name)?.count ?? 0);
    }
    expect(kb.departments.find(({ policy }) => policy === THIRD)).toMatchObject({ full: '虚构区星云产业局' });
    expect(kb.departments.find(({ policy }) => policy === THIRD)?.nodes.length).toBe(2);
    expect(sitePages(kb).map(({ url }) => url)).toContain(`/${THIRD}/measures/5/`);
    expect(addressesOf(kb).map(({ address }) => address)).toContain(
      `/${THIRD}/notes/#reading-${THIRD}-device-annual-cap`,
    );
    expect(catalogueOf(kb).policies.map(({ name }) => name)).toContain('虚构 2026');
    expect(llmsOf(kb, { siteName: '', notice: '', link: (url) => url })).toMatch(/《闵[^》]+》、《松[^》]+》和《虚/);
  });

  it('answers in a scenario, its workbook and its certainty', () => {
    const engine = compile(kb.rules);
    const read = readScenario(engine, {
      applicant: { type: 'enterprise' },
      projects: [
        { id: 'a', matter: 'medical-ai', date: '2026-06-01', facts: { totalInvestment: 90_000_000 } },
        {
          id: 'b',
          matter: 'device-registration',
          date: '2026-06-01',
          facts: { deviceClass: 'III', rdInvestment: 9_000_000 },
        },
      ],
    });
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const scenario = scenarioOf(read.form, engine);
    const outcomes = doubtAll(engine, scenario, answerAll(engine, scenario));
    expect(outcomes[2]?.result).toMatchObject({ determined: wan(120), discretionary: wan(90) });
    const certainty = wordCertainty(judgeCertainty(outcomes), kb.rules);
    expect(certainty).toBe(
      '松江区可算得 100 万元，其余条文只写上限（最高可至 100 万元）；虚构区可算得 120 万元，其余条文只写上限（最高可至 90 万元），不能直接比高低',
    );
    const props = scenarioProps(kb, new Date(0));
    const report: Report = {
      ...props,
      form: read.form,
      outcomes,
      certainty,
      date: '',
      address: '',
      absolute: (url) => url,
    };
    const sheets = sheetsOf(report);
    expect(sheets.map(({ name }) => name).slice(2, 5)).toEqual(['闵行 2025', '松江 2025', '虚构 2026']);
    const total = sheets[4]?.rows.at(-1)?.find((cell) => cell?.kind === 'number');
    expect(total).toMatchObject({ value: 1_200_000 });
    expect(JSON.stringify(sheets.at(-1))).toContain('虚构区星云产业局');
  });
});

describe('what is chosen', () => {
  it('is compared as if there were nothing else', () => {
    const side = narrow(kb, FIRST);
    expect(compareAll(side)).toEqual(compareAll(two));
    expect(side.topics.flatMap((topic) => pairTexts(side, topic))).toEqual(
      two.topics.flatMap((topic) => pairTexts(two, topic)),
    );
    expect(narrow(two, FIRST)).toBe(two);
  });

  it('is the same when a browser has fetched it', () => {
    const files = choiceFiles(kb);
    expect(files?.all.length).toBe(1 + 3 * kb.policies.length);
    const chosen = [FIRST[1] ?? '', THIRD];
    const fetched = chosen.map((id): Fetched => {
      const rules = kb.rules.policies.find((one) => one.id === id);
      if (!rules) throw new Error(id);
      return JSON.parse(JSON.stringify({ rules, ...columnOf(kb, id) })) as Fetched;
    });
    const joined = joinColumns({ matters: kb.rules.matters, topics: kb.topics }, fetched);
    const side = narrow(kb, chosen);
    expect(compareAll(joined)).toEqual(compareAll(side));
    expect(joined.topics.flatMap((topic) => pairTexts(joined, topic))).toEqual(
      side.topics.flatMap((topic) => pairTexts(side, topic)),
    );
  });

  it('of two policies: no files, because there is nothing to choose', () => {
    expect(choiceFiles(two)).toBeNull();
  });

  it('a page brings no more than the first, however many there are', () => {
    const size = (knowledgeBase: typeof kb): number => JSON.stringify(scenarioProps(knowledgeBase, new Date(0))).length;
    // but for "partial"
    expect(size(ten)).toBeLessThanOrEqual(size(kb) + 20);
    expect(compareAll(narrow(ten, [...FIRST, THIRD]))).toEqual(compareAll(kb));
  });

  it('a scenario keeps readings of policies that are not shown, where there are such policies', () => {
    const reading = `${THIRD}/device-annual-cap`;
    const file = {
      applicant: { type: 'enterprise' },
      readings: { [reading]: 'class-iii' },
      projects: [
        { id: 'a', matter: 'device-registration', date: '2026-06-01', facts: { deviceClass: 'II', rdInvestment: 1 } },
      ],
    };
    const shown = compile(narrow(kb, FIRST).rules);
    const read = readScenario(shown, file);
    expect(read.ok && writeScenario(read.form, kb.rules.matters).readings).toEqual({ [reading]: 'class-iii' });
    expect(parseScenario(compile(two.rules), file).ok).toBe(false);
    for (const wrong of [{ [`${FIRST[0]}/nonsense`]: 'x' }, { nonsense: 'x' }, { [reading]: 1 }, { 'A/B': 'x' }])
      expect(parseScenario(shown, { ...file, readings: wrong }).ok).toBe(false);
  });
});
