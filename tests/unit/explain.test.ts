import { describe, expect, it } from 'vitest';
import { compile } from '../../src/engine/index.ts';
import { toExact } from '../../src/engine/exact.ts';
import type { Rival } from '../../src/engine/steps.ts';
import { explainChoice } from '../../src/explain/choice.ts';
import { explainRefusal, explainSteps, summariseAward, wordYearlyCap } from '../../src/explain/index.ts';
import { cap, fixed, match, reading, share, source, upTo, wan } from '../fixtures/builders.ts';
import { ruleBook } from '../fixtures/rulebook.ts';
import { evaluateInput } from '../support/outcome.ts';
import { FACTS, run, tinyAward, tinyBook, type AwardDraft, type TinyProject } from '../support/tiny.ts';

const lines = (
  draft: AwardDraft,
  project: TinyProject = {},
  options: Parameters<typeof tinyBook>[1] = {},
): string[] => {
  const [award] = run(tinyBook([tinyAward({ label: '细则（六）2（2）', ...draft })], options), [project]).awards;
  return explainSteps(award?.steps ?? []).map((line) => line.text);
};

describe('steps', () => {
  it('a formula and its limit are one line, with the unit of the text', () => {
    const award = tinyAward({ amount: share(20, 'base', wan(50)) });
    award.sources = [source('p/x/1', '细则（六）2（2）', '每个品种一次性给予研发投入的 20%，最高不超过 50 万元支持')];
    const [paid] = run(tinyBook([award]), [{ facts: { base: 8_000_000 } }]).awards;
    expect(explainSteps(paid?.steps ?? []).map((line) => line.text)).toEqual([
      '细则（六）2（2）：投入 800 万元 × 20% = 160 万元，超过每个品种 50 万元的上限，计 50 万元',
    ]);
  });
  it.each<[string, AwardDraft, TinyProject, string[]]>([
    [
      'below its limit',
      { amount: share(20, 'base', wan(50)) },
      { facts: { base: 100 } },
      ['细则（六）2（2）：投入 100 元 × 20% = 20 元，未超过 50 万元的上限'],
    ],
    [
      'no limit',
      { amount: match(0.5) },
      { facts: { municipalSupport: 90_000 } },
      ['细则（六）2（2）：市级支持资金 9 万元，按 1:0.5 配套 = 4.5 万元', '细则（六）2（2）：未规定上限'],
    ],
    [
      'a joint ceiling',
      { amount: match(1, [50, 'base']) },
      { facts: { base: 100_000, municipalSupport: 30_000 } },
      [
        '细则（六）2（2）：市级支持资金 3 万元，按 1:1 配套 = 3 万元',
        '细则（六）2（2）：市区两级合计不超过投入 10 万元 × 50% = 5 万元，市级已给 3 万元，区级至多 2 万元，计 2 万元',
      ],
    ],
    ['fixed', { amount: fixed(wan(20)) }, {}, ['细则（六）2（2）：定额 20 万元']],
    ['a ceiling', { amount: upTo(wan(100)) }, {}, ['细则（六）2（2）：条文只规定上限 100 万元，最高可至 100 万元']],
    [
      'a ceiling with a share',
      { amount: upTo(wan(30), 50, 'base') },
      { facts: { base: 100_000 } },
      ['细则（六）2（2）：不超过投入 10 万元 × 50% = 5 万元，且最高 30 万元，最高可至 5 万元'],
    ],
    [
      'rounding',
      { amount: share(50, 'base', wan(1)) },
      { facts: { base: 0.01 } },
      [
        '细则（六）2（2）：投入 0.01 元 × 50% = 0.005 元，未超过 1 万元的上限',
        '细则（六）2（2）：四舍五入到分，计 0.01 元',
      ],
    ],
    [
      'a threshold',
      { amount: fixed(1), threshold: { fact: 'price', min: wan(10_000), reason: 'below-threshold' } },
      {},
      ['细则（六）2（2）：首付款 1 亿元，达到 1 亿元的门槛', '细则（六）2（2）：定额 0.01 元'],
    ],
  ])('%s', (_, draft, project, expected) => {
    expect(lines(draft, project)).toEqual(expected);
  });
  it('an annual cap says what is left of it', () => {
    const book = tinyBook([tinyAward({ amount: fixed(wan(150)), label: 'L', caps: ['p/x/1#c'] })], {
      caps: [cap('p/x/1#c', wan(200), 'C')],
    });
    const texts = run(book, [{}, {}]).awards.map((one) => explainSteps(one.steps).at(-1)?.text);
    expect(texts).toEqual([
      'C：2026 年累计上限 200 万元，未超过',
      'C：2026 年累计上限 200 万元，已用 150 万元，余 50 万元，超过，计 50 万元',
    ]);
  });
  it('a reading and a choice are told', () => {
    const readings = [reading('p/r', '甲说', '乙说')];
    expect(lines({ amount: fixed(1), reading: { 'p/r': '甲说' } }, {}, { readings })[0]).toBe(
      '细则（六）2（2）：口径“p/r”取“甲说”',
    );
    const two = [
      tinyAward({ order: 1, id: 'one', label: '甲', amount: fixed(5) }),
      tinyAward({ order: 2, id: 'two', label: '乙', amount: fixed(7) }),
    ];
    const [award] = run(tinyBook(two), [{}]).awards;
    expect(explainSteps(award?.steps ?? []).at(-1)?.text).toBe(
      '同一项目还符合甲“one”（0.05 元）；只享受一次，取较高的一项，计 0.07 元',
    );
  });
  it.each([
    [['missed'], '丙“missed”也管这种情形，但其条件不满足，按本条计 0.07 元'],
    [
      ['one', 'missed'],
      '同一项目还符合甲“one”（0.05 元）；丙“missed”也管这种情形，但其条件不满足；只享受一次，取较高的一项，计 0.07 元',
    ],
  ])('a clause whose conditions are not met is not said to be met, beside %j', (ids, words) => {
    const rivals: Record<string, Rival['outcome']> = {
      one: { kind: 'lower', sum: 5n },
      missed: { kind: 'refused', reason: 'condition-not-met' },
    };
    const others = ids.map((id): Rival => {
      const clauseLabel = id === 'one' ? '甲' : '丙';
      return { award: id, title: id, clause: id, clauseLabel, sources: [], outcome: rivals[id] as Rival['outcome'] };
    });
    expect(explainChoice({ kind: 'choice', to: toExact(7n), others, sources: [] })).toBe(words);
  });
});

describe('refusals', () => {
  const refusal = (draft: AwardDraft, project: TinyProject, applicant = 'enterprise'): string => {
    const [one] = run(tinyBook([tinyAward({ label: '第4条', ...draft })]), [project], { applicant }).refused;
    return one ? explainRefusal(one) : '';
  };
  it.each<[string, AwardDraft, TinyProject, string, string]>([
    ['not covered', { when: { kind: 'b' } }, {}, 'enterprise', '无对应条款'],
    [
      'too late',
      {},
      { date: '2028-01-01' },
      'enterprise',
      '2028年1月1日已过有效期（2025年7月1日至2027年12月31日，含参照执行期）',
    ],
    [
      'too early',
      {},
      { date: '2025-06-30' },
      'enterprise',
      '2025年6月30日不在有效期（2025年7月1日至2027年12月31日，含参照执行期）',
    ],
    [
      'applicant',
      { applicants: ['park', 'enterprise'] },
      {},
      'public-institution',
      '第4条：只支持园区、企业，申报主体为事业单位',
    ],
    [
      'requirement',
      { requires: [{ fact: 'made', is: true, reason: 'not-produced' }] },
      { facts: { made: false } },
      'enterprise',
      '第4条：要求“是否生产”为“是”',
    ],
    [
      'requirement in the words of its text',
      { requires: [{ fact: 'made', is: true, words: '落地生产', reason: 'not-produced' }] },
      { facts: { made: false } },
      'enterprise',
      '第4条：要求“落地生产”，而“是否生产”为“否”',
    ],
    [
      'threshold',
      { threshold: { fact: 'price', min: wan(10_000), reason: 'below-threshold' } },
      { facts: { price: 99_999_999.99 } },
      'enterprise',
      '第4条：首付款 9999.999999 万元，未达到 1 亿元的门槛',
    ],
    ['no support', { amount: match(1) }, {}, 'enterprise', '第4条：以市级支持资金为基数，市级支持资金为 0'],
  ])('%s', (_, draft, project, applicant, expected) => {
    expect(refusal(draft, project, applicant)).toBe(expected);
  });
  it('years', () => {
    const draft: AwardDraft = { amount: share(1, 'yearly'), instalments: { kind: 'yearly', years: 3 } };
    expect(refusal(draft, { facts: { yearly: [1, 1, 1, 1] } })).toBe('第4条：最多支持 3 年，第 4 年不再支持');
    expect(refusal(draft, { facts: { yearly: [1, 1, 1, 1, 1] } })).toBe('第4条：最多支持 3 年，第 4 至 5 年不再支持');
  });
  it('a refusal that rests on a reading says so', () => {
    const project = {
      id: 'a',
      matter: 'drug-clinical-trial',
      date: '2026-01-01',
      facts: { phase: 'III', rdInvestment: 1 },
    };
    const [result] = evaluateInput(compile(ruleBook), {
      applicant: { type: 'enterprise' },
      projects: [project],
    }).policies;
    const [one] = result?.refused ?? [];
    expect(one && explainRefusal(one)).toBe('无对应条款（视口径而定：“minhang-2025/phase-iii”取“not-listed”）');
  });
});

describe('a yearly cap', () => {
  it.each([
    ['enterprise', '每个企业每年累计最高', '按投入的 20%，每年累计最高 200 万元'],
    ['applicant', '每年最高', '按投入的 20%，每年最高 200 万元'],
  ] as const)('of one %s is worded as its text words it', (per, words, summary) => {
    const own = { ...cap('p/x/1#c', wan(200), 'C'), per };
    const matter = { ...(ruleBook.matters[0] as (typeof ruleBook.matters)[0]), facts: FACTS };
    const award = tinyAward({ amount: share(20, 'base'), caps: ['p/x/1#c'] });
    expect(wordYearlyCap(own)).toBe(words);
    expect(summariseAward(award, matter, [own])).toBe(summary);
  });
});

describe('the rule of an award in one line', () => {
  const matter = { ...(ruleBook.matters[0] as (typeof ruleBook.matters)[0]), facts: FACTS };
  const caps = [cap('p/x/1#c', wan(200), 'C')];
  it.each<[AwardDraft, string]>([
    [{ amount: share(20, 'base', wan(50)) }, '按投入的 20%，最高 50 万元'],
    [{ amount: share(20, 'base') }, '按投入的 20%，未规定上限'],
    [{ amount: share(20, 'base'), caps: ['p/x/1#c'] }, '按投入的 20%，每年累计最高 200 万元'],
    [
      { amount: share(20, 'base'), caps: [{ cap: 'p/x/1#c', reading: { 'p/r': 'x' } }] },
      '按投入的 20%，每年累计最高 200 万元（视口径而定）',
    ],
    [{ amount: match(0.5, null, wan(1000)) }, '按市级支持资金 1:0.5 配套，最高 1000 万元'],
    [{ amount: match(1, [50, 'base']) }, '按市级支持资金 1:1 配套，市区两级合计不超过投入的 50%'],
    [{ amount: fixed(wan(20)), instalments: { kind: 'once', years: 1 } }, '定额 20 万元，一次性'],
    [
      { amount: share(30, 'yearly'), instalments: { kind: 'yearly', years: 3 } },
      '按各年投入的 30%，最多支持 3 年，未规定上限',
    ],
    [{ amount: upTo(wan(100)) }, '最高可至 100 万元'],
    [{ amount: upTo(wan(30), 50, 'base') }, '最高可至投入的 50%，且不超过 30 万元'],
  ])('%#', (draft, words) => {
    expect(summariseAward(tinyAward(draft), matter, caps)).toBe(words);
  });
});
