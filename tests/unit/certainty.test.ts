import { describe, expect, it } from 'vitest';
import { compile } from '../../src/engine/index.ts';
import { judgeCertainty } from '../../src/islands/scenario/outcome/certainty.ts';
import { answerAll, doubtAll } from '../../src/islands/scenario/outcome/outcome.ts';
import { wordCertainty } from '../../src/islands/scenario/outcome/word-certainty.ts';
import { scenarioOf } from '../../src/islands/scenario/state/scenario-form.ts';
import { readScenario } from '../../src/islands/scenario/state/scenario-json.ts';
import { wordReasons, wordResult } from '../../src/islands/result/sums.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const { rules } = loadKnowledgeBase();
const engine = compile(rules);

type Facts = Record<string, unknown>;

function judged(...projects: [matter: string, facts: Facts, date?: string | null][]) {
  const read = readScenario(engine, {
    applicant: { type: 'enterprise' },
    projects: projects.map(([matter, facts, date = '2026-06-01'], at) => ({ id: `p${at}`, matter, date, facts })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const scenario = scenarioOf(read.form, engine);
  const outcomes = doubtAll(engine, scenario, answerAll(engine, scenario));
  return {
    verdict: wordCertainty(judgeCertainty(outcomes), rules),
    results: outcomes.map(({ result }) => wordResult(result, rules.reasons)),
    why: outcomes.map(({ result }) => wordReasons(result.refused, rules.reasons)),
  };
}

const device = (rdInvestment: number | null): Facts => ({ deviceClass: 'III', rdInvestment });

describe('what is not known is not compared', () => {
  it('an empty field', () => {
    const { verdict, results } = judged(['device-registration', device(null)]);
    expect(results).toEqual(['尚待填写', '尚待填写']);
    expect(verdict).toBe('尚待填写：填好后才能比较高低');
  });
  it('no date', () => {
    expect(judged(['device-registration', device(5_000_000), null]).results).toEqual(['尚待填写', '尚待填写']);
  });
  it('where one policy still asks and the other has answered', () => {
    const { verdict, results } = judged(['medical-ai', { totalInvestment: null }]);
    expect(results).toEqual(['无对应条款', '尚待填写']);
    expect(verdict).toContain('尚待填写');
  });
  it('where the only thing known is what one of them gives', () => {
    const { verdict } = judged(['device-registration', device(null)], ['medical-ai', { totalInvestment: 2_000_000 }]);
    expect(verdict).toBe('尚待填写：填好后才能比较高低');
  });
  it('what is known is compared without it', () => {
    const { verdict, results } = judged(
      ['device-registration', device(8_000_000)],
      ['device-registration', device(null)],
    );
    expect(results).toEqual([
      '可算得 100 万元（1 个项目尚待填写，未计入）',
      '可算得 100 万元（1 个项目尚待填写，未计入）',
    ]);
    expect(verdict).toBe('在全部口径下各区相同');
  });
});

describe('where nothing can be worked out', () => {
  it('the only one with something to give is named', () => {
    const { verdict, results } = judged(['medical-ai', { totalInvestment: 2_000_000 }]);
    expect(results).toEqual(['无对应条款', '最高可至 60 万元']);
    expect(verdict).toBe('只有松江区有支持：最高可至 60 万元');
  });
  it('nobody gives anything', () => {
    const { verdict, results } = judged(['device-registration', device(5_000_000), '2040-01-01']);
    expect(results).toEqual(['不在有效期内', '不在有效期内']);
    expect(verdict).toBe('所填的项目，各区都没有支持');
  });
});

describe('what is only a ceiling for the one and a sum for the other', () => {
  const approval = (category: string, municipalSupport = 0): [string, Facts] => [
    'drug-approval',
    { category, municipalSupport, rdInvestment: 90_000_000 },
  ];
  it('is not compared where the ceiling reaches the sum', () => {
    const { verdict, results } = judged(
      approval('innovative'),
      approval('improved', 1_000_000),
      approval('generic'),
      approval('veterinary'),
    );
    expect(results).toEqual(['可算得 530 万元', '最高可至 630 万元']);
    expect(verdict).toBe('闵行区可算得 530 万元；松江区条文只写上限（最高可至 630 万元），不能直接比高低');
  });
  it.each([
    // 松江 may give 300 万元 and 闵行 gives 300 万元: as much
    [[approval('innovative')], '闵行区可算得 300 万元；松江区条文只写上限（最高可至 300 万元），不能直接比高低'],
    // beside what it gives for the same device
    [
      [
        ['device-registration', device(9_000_000)],
        ['medical-ai', { totalInvestment: 90_000_000 }],
      ],
      '闵行区可算得 100 万元；松江区可算得 100 万元，其余条文只写上限（最高可至 100 万元），不能直接比高低',
    ],
    // out of its reach
    [[approval('generic'), ['contract-manufacturing', { municipalSupport: 20_000_000 }]], '在全部口径下闵行区均较高'],
  ] as [Parameters<typeof judged>, string][])('%j', (projects, expected) => {
    expect(judged(...projects).verdict).toBe(expected);
  });
});

describe('a verdict tells its reason', () => {
  it.each(['2025-10-01', '2028-01-01'])('the other is not in force on %s', (date) => {
    const { verdict, why } = judged(['device-registration', device(8_000_000), date]);
    expect(verdict).toBe('只有闵行区有支持');
    expect(why).toEqual(['', '不在有效期内（2026年1月1日至2027年12月31日）']);
  });
  it('both give', () => {
    expect(judged(['contract-manufacturing', { municipalSupport: 5_000_000 }]).verdict).toMatch(
      /^在全部口径下.+均较高$/,
    );
  });
});

describe('a refusal waits for the answers that a form still asks for', () => {
  it('a trial without phase and investment', () => {
    const [minhang] = judged(['drug-clinical-trial', { phase: null, rdInvestment: null }]).results;
    expect(minhang).toBe('尚待填写');
  });
  it('and is said once they are there', () => {
    const [minhang] = judged(['drug-clinical-trial', { phase: 'I', rdInvestment: 5_000_000 }]).results;
    expect(minhang).toBe('没有市级支持资金');
  });
});
