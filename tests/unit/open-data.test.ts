import { describe, expect, it } from 'vitest';
import { readTrials } from '../../src/cli/checks/trials.ts';
import { awardRecords, type AwardRecord } from '../../src/data/awards.ts';
import { publications } from '../../src/data/index.ts';
import type { PolicyRecord } from '../../src/data/policies.ts';
import { compile, evaluate, type Project, type Scenario } from '../../src/engine/index.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { allTexts } from '../../src/model/versions.ts';
import { applicable, optionsTaken, paidBeforeCaps, type DataProject } from '../support/from-open-data.ts';

const kb = loadKnowledgeBase('content');
const published = publications(kb);
const of = (name: string) => published.find((one) => one.name === name);
const awards = JSON.parse(of('awards')?.json() ?? '') as AwardRecord[];
const policies = JSON.parse(of('policies')?.json() ?? '') as PolicyRecord[];
const award = (id: string): AwardRecord => awards.find((one) => one.id === id) as AwardRecord;

const engine = compile(kb.rules);
const scenarios = readTrials(
  engine,
  allTexts(kb),
  ({ node }, problem) => ({ file: node.file, line: 1, field: '', problem, remedy: '' }),
  [],
).map(({ scenario }) => scenario);

/** A scenario under its own readings, and under each other option of each reading of its policies. */
function everyReading(scenario: Scenario): Scenario[] {
  const options = policies.flatMap(({ readings }) =>
    readings.flatMap(({ id, options }) => options.map((one) => [id, one.id] as const)),
  );
  return [
    scenario,
    ...options.map(([id, option]) => ({ ...scenario, readings: new Map(scenario.readings).set(id, option) })),
  ];
}

/** "award year 分" of every project, a project at a time so that no annual cap is used up. */
function paidByEngine(scenario: Scenario, project: Project): string[] {
  return evaluate(engine, { ...scenario, projects: [project] }).policies.flatMap((result) =>
    result.awards
      .filter(({ beforeAnnualCaps }) => beforeAnnualCaps > 0n)
      .map(({ clause, support, year, beforeAnnualCaps }) => `${clause}#${support} ${year} ${beforeAnnualCaps}`),
  );
}

function paidByData(scenario: Scenario, { matter, date, facts }: Project, data: readonly AwardRecord[]): string[] {
  const project: DataProject = {
    matter,
    date: date ?? '',
    applicant: scenario.applicant.type,
    facts,
    taken: optionsTaken(policies, scenario.readings),
  };
  return policies.flatMap((policy) => paidBeforeCaps(applicable(data, policy, project), project));
}

describe('参照执行', () => {
  it.each(['policies', 'clauses'])('%s say for which measures and until when', (name) => {
    const records = JSON.parse(of(name)?.json() ?? '') as Record<string, unknown>[];
    for (const { id, policy = id, appliesFrom, appliesUntil, appliesTo } of records)
      expect([id, appliesFrom, appliesUntil, appliesTo]).toEqual(
        policy === 'minhang-2025'
          ? [id, '2024-10-31', '2025-06-30', '相关涉及资金支持的政策措施']
          : [id, null, null, null],
      );
  });
});

describe('from /data/ alone', () => {
  const cases = scenarios
    .flatMap(everyReading)
    .flatMap((one) => one.projects.map((project) => [one, project] as const));

  it('one tells which awards every example gets under every reading, and how much before annual caps', () => {
    const wrong = cases.flatMap(([scenario, project]) => {
      const [expected, told] = [paidByEngine(scenario, project), paidByData(scenario, project, awards)];
      return String(expected) === String(told) ? [] : [{ expected, told, readings: [...scenario.readings] }];
    });
    expect(cases.length).toBeGreaterThan(2000);
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it.each<[keyof AwardRecord, Partial<AwardRecord>]>([
    ['when', { when: [] }],
    ['except', { except: [] }],
    ['requirements', { requirements: [] }],
    ['alternatives', { alternatives: [] }],
    ['thresholdOf', { thresholdOf: null }],
    ['jointCeilingOf', { jointCeilingOf: null }],
  ])('one could not without %s', (_, lost) => {
    const poorer = awards.map((one) => ({ ...one, ...lost }));
    expect(cases.some((one) => String(paidByEngine(...one)) !== String(paidByData(...one, poorer)))).toBe(true);
  });
});

describe('the documentation of /data/clauses.json', () => {
  const meaning = (base: typeof kb) =>
    publications(base)
      .find(({ name }) => name === 'clauses')
      ?.fields.find(({ name }) => name === 'part')?.meaning;

  it('names the parts that the policies have', () => {
    expect(meaning(kb)).toBe(
      '所属部分的编号：notice 印发通知、opinions 若干意见、rules 操作细则、forms 申请表、measures 若干措施',
    );
    expect(of('clauses')?.schema()).toContain(meaning(kb));
    const [policy] = kb.policies;
    if (!policy) throw new Error('content/ has policies');
    const parts = (count: number) =>
      policy.parts
        .slice(0, 1)
        .flatMap((part) => Array.from({ length: count }, (_, at) => ({ ...part, id: `p${at}`, title: '章' })));
    expect(meaning({ ...kb, policies: [{ ...policy, parts: parts(2) }, ...kb.policies.slice(1)] })).toMatch(
      /：p0 章、p1 章、notice 印发通知、/,
    );
    expect(meaning({ ...kb, policies: [{ ...policy, parts: parts(99) }, ...kb.policies.slice(1)] })).toMatch(
      /p11 章 等，各政策的见 policies 的 parts$/,
    );
  });
});

describe('/data/awards.json', () => {
  it.each([
    ['class-ii', ['deviceClass=II']],
    ['class-iii', ['deviceClass=III']],
    ['special-review-registered', ['specialReview=true']],
  ])('tells %s of songjiang measures/1 apart by its case', (id, when) => {
    expect(award(`songjiang-2025/measures/1#${id}`).when).toEqual(when);
  });

  it('names what gives way to another award, and the reading under which it does', () => {
    expect(award('songjiang-2025/measures/1#class-ii').except).toEqual([
      { when: ['specialReview=true', 'municipalSupport>0'], under: [] },
      { when: ['specialReview=true'], under: ['songjiang-2025/other-devices=outside-procedure'] },
    ]);
  });

  it('requires by default only what the default readings require', () => {
    const one = award('songjiang-2025/measures/7#quality-certification');
    expect(one.requires).toEqual([]);
    expect(one.requirements).toEqual([
      {
        fact: 'serviceInstitution=true',
        under: ['songjiang-2025/certification-scope=service-institutions'],
        refusal: 'applicant-type',
      },
    ]);
    const defaults = optionsTaken(policies, new Map());
    for (const { requires, requirements } of awards)
      expect(requires).toEqual(
        requirements.filter(({ under }) => under.every((option) => defaults.has(option))).map(({ fact }) => fact),
      );
  });

  it('says what this site cannot verify, and which caps count under which reading', () => {
    expect(award('songjiang-2025/measures/1#class-iii').conditions).toEqual(['“重点产品”没有定义；本站假定符合。']);
    const stated = kb.rules.policies.flatMap((policy) => policy.awards).map(({ conditions }) => conditions.length);
    expect(awards.map(({ conditions }) => conditions.length)).toEqual(stated);
    expect(award('songjiang-2025/measures/1#special-review').caps).toEqual([
      {
        id: 'songjiang-2025/measures/1#article',
        max: 2_000_000,
        under: ['songjiang-2025/device-annual-cap=article'],
        sharedWith: null,
        sharedUnder: [],
      },
    ]);
    expect(awards.some(({ caps }) => caps.some(({ sharedUnder }) => sharedUnder.length > 0))).toBe(true);
  });

  it('names every option of a reading that it lists as one on which it depends', () => {
    for (const { id, readings, onlyUnder, except, requirements, alternatives, caps } of awards) {
      const tests = [onlyUnder, ...[except, requirements, alternatives, caps].flat().map(({ under }) => under)].flat();
      for (const option of tests) expect([id, readings]).toEqual([id, expect.arrayContaining([option.split('=')[0]])]);
    }
  });
});

it('an award of a reading, and of a version of its clause, says so', () => {
  const changed = structuredClone(kb.rules);
  const [first] = changed.policies[1]?.awards ?? [];
  if (!first) throw new Error('there is an award');
  first.reading = [{ reading: 'songjiang-2025/other-devices', option: 'outside-procedure' }];
  first.term = { from: '2026-09-01', until: '2027-09-30' };
  expect(awardRecords({ ...kb, rules: changed }).find(({ id }) => id === first.ref)).toMatchObject({
    onlyUnder: ['songjiang-2025/other-devices=outside-procedure'],
    from: '2026-09-01',
    until: '2027-09-30',
  });
});

describe('/data/awards.csv', () => {
  const [header = '', ...rows] = (of('awards')?.csv() ?? '').trimEnd().split('\r\n');

  it('has every field of the JSON, and the old ones where they were', () => {
    const columns = header.replace('\uFEFF', '').split(',');
    expect(columns.sort()).toEqual(Object.keys(awards[0] ?? {}).sort());
    const before =
      'id,policy,clause,label,url,matter,matterTitle,title,summary,kind,discretionary,base,rate,sum,max,jointCeiling,' +
      'threshold,annualCap,once,years,applicants,requires,readings,quote';
    expect(header.startsWith(`\uFEFF${before},`)).toBe(true);
    expect(rows.length).toBe(awards.length);
  });

  it('words what is nested, and no cell begins as a formula does or shows an object', () => {
    const row = rows.find((one) => one.startsWith('songjiang-2025/measures/1#class-ii,')) ?? '';
    expect(row).toContain(
      'specialReview=true 且 municipalSupport>0；specialReview=true（口径 songjiang-2025/other-devices=outside-procedure）',
    );
    expect(rows.join('\n')).not.toMatch(/\[object|undefined|NaN/);
    for (const cell of rows.flatMap((one) => one.split(','))) expect(cell).not.toMatch(/^"?[=+\-@\t]/);
  });
});

it('the schema describes what is nested', () => {
  const { items } = JSON.parse(of('awards')?.schema() ?? '') as {
    items: { properties: Record<string, { description: string; items?: { required?: string[] } }> };
  };
  expect(Object.keys(items.properties)).toEqual(Object.keys(awards[0] ?? {}));
  expect(items.properties['except']?.items?.required).toEqual(['when', 'under']);
  expect(items.properties['requirements']?.items?.required).toEqual(['fact', 'under', 'refusal']);
});
