import { describe, expect, it } from 'vitest';
import { explainBindingLimit, explainBindingLimits } from '../../src/explain/index.ts';
import { cap, fixed, match, reading, share, upTo, wan } from '../fixtures/builders.ts';
import { run, tinyAward, tinyBook, type AwardDraft, type TinyFacts } from '../support/tiny.ts';

describe('what held a sum down', () => {
  const C = 'p/x/1#c';
  const yearly = { caps: [cap(C, wan(200), 'C')], readings: [reading('p/r', '甲说', '乙说')] };
  const limit = (draft: AwardDraft, facts: TinyFacts): string => {
    const [award] = run(tinyBook([tinyAward(draft)], yearly), [{ facts }]).awards;
    return explainBindingLimit(award?.steps ?? []).text;
  };
  it.each<[string, AwardDraft, TinyFacts, string]>([
    ['only a ceiling', { amount: upTo(wan(300)) }, {}, '即条文所写上限'],
    [
      'a share below its ceiling',
      { amount: upTo(wan(30), 50, 'base') },
      { base: 400_000 },
      '即条文所写上限（投入的 50%）',
    ],
    ['a share that is its ceiling', { amount: upTo(wan(30), 50, 'base') }, { base: 600_000 }, '正好达到最高 30 万元'],
    ['a share above its ceiling', { amount: upTo(wan(30), 50, 'base') }, { base: 800_000 }, '受限于最高 30 万元'],
    [
      'a share without a ceiling',
      { amount: upTo(null, 50, 'base') },
      { base: 800_000 },
      '即条文所写上限（投入的 50%）',
    ],
    ['a ceiling and its yearly cap', { amount: upTo(wan(300)), caps: [C] }, {}, '受限于 2026 年累计 200 万元'],
    [
      'a joint ceiling met',
      { amount: match(1, [50, 'base']) },
      { base: 4_000_000, municipalSupport: 1_000_000 },
      '正好达到市区两级合计 200 万元',
    ],
    [
      'a joint ceiling not met',
      { amount: match(1, [50, 'base']) },
      { base: 5_000_000, municipalSupport: 1_000_000 },
      '未触及上限',
    ],
    ['a yearly cap', { amount: share(20, 'base'), caps: [C] }, { base: 5_000_000 }, '未触及上限'],
  ])('%s', (_, draft, facts, expected) => {
    expect(limit(draft, facts)).toBe(expected);
  });
  it.each([
    ['甲说', '未触及上限'],
    ['乙说', '未规定上限'],
  ])('a cap that counts only under a reading, under %s', (option, expected) => {
    const award = tinyAward({ amount: share(20, 'base'), caps: [{ cap: C, reading: { 'p/r': '甲说' } }] });
    const [paid] = run(tinyBook([award], yearly), [{ facts: { base: 5_000_000 } }], {
      readings: { 'p/r': option },
    }).awards;
    expect(explainBindingLimit(paid?.steps ?? []).text).toBe(expected);
  });
  it('what is left of a yearly cap, used up to the last', () => {
    const { awards } = run(tinyBook([tinyAward({ amount: fixed(wan(100)), caps: [C] })], yearly), [{}, {}]);
    expect(awards.map(({ steps }) => explainBindingLimit(steps).text)).toEqual([
      '定额',
      '正好达到 2026 年累计 200 万元',
    ]);
  });
  it.each([
    [[100, 100, 100], ['未触及上限']],
    [
      [100, 2000, 250],
      ['2026 年未触及上限', '2027 年受限于最高 1 元', '2028 年未触及上限'],
    ],
  ])('of several years %j: once where they agree, else with the years', (yearlySums, expected) => {
    const amount = share(10, 'yearly', yearlySums[1] === 2000 ? 100 : wan(1));
    const facts = { yearly: yearlySums.map((sum) => sum / 100) };
    const { awards } = run(tinyBook([tinyAward({ amount })], yearly), [{ facts }]);
    expect(awards).toHaveLength(3);
    expect(explainBindingLimits(awards)).toEqual(expected);
  });
});
