import { describe, expect, it } from 'vitest';
import type { AmountRule } from '../../src/model/rulebook.ts';
import { fen, fixed, match, share, upTo } from '../fixtures/builders.ts';
import { outcomes, run, tinyAward, tinyBook, type TinyFacts } from '../support/tiny.ts';

const cases: [string, AmountRule, TinyFacts, string][] = [
  ['share', share(20, 'base'), { base: 1000 }, '20000/0'],
  ['share rounds half up', share(50, 'base'), { base: 0.01 }, '1/0'],
  ['share rounds down below half', share(20, 'base'), { base: 0.02 }, '0/0'],
  ['share below its limit', share(20, 'base', fen(200.01)), { base: 1000 }, '20000/0'],
  ['share at its limit', share(20, 'base', fen(200)), { base: 1000 }, '20000/0'],
  ['share above its limit', share(20, 'base', fen(199.99)), { base: 1000 }, '19999/0'],
  ['share limited before it is rounded', share(30, 'base', 1), { base: 0.05 }, '1/0'],
  ['share of nothing is an award of 0', share(20, 'base'), { base: 0 }, '0/0'],
  ['share of the largest sum', share(100, 'base'), { base: 1e12 }, '100000000000000/0'],
  ['match', match(0.5), { municipalSupport: 0.01 }, '1/0'],
  ['match 1:1', match(1), { municipalSupport: 12.34 }, '1234/0'],
  ['match with its limit', match(1, null, fen(10)), { municipalSupport: 12.34 }, '1000/0'],
  ['joint ceiling not reached', match(1, [50, 'base']), { base: 100, municipalSupport: 25 }, '2500/0'],
  ['joint ceiling bites', match(1, [50, 'base']), { base: 100, municipalSupport: 25.01 }, '2499/0'],
  ['joint ceiling already used up', match(1, [50, 'base']), { base: 100, municipalSupport: 60 }, '0/0'],
  ['joint ceiling, then limit', match(1, [50, 'base'], fen(20)), { base: 100, municipalSupport: 26 }, '2000/0'],
  ['joint ceiling leaves half a 分', match(1, [50, 'base']), { base: 0.03, municipalSupport: 0.01 }, '1/0'],
  ['fixed', fixed(fen(20)), {}, '2000/0'],
  ['up to a sum', upTo(fen(30)), {}, '0/3000'],
  ['up to a share', upTo(null, 50, 'base'), { base: 1.01 }, '0/51'],
  ['up to the smaller: the sum', upTo(fen(30), 50, 'base'), { base: 61 }, '0/3000'],
  ['up to the smaller: the share', upTo(fen(30), 50, 'base'), { base: 59 }, '0/2950'],
];

describe('amounts', () => {
  it.each(cases)('%s', (_, amount, facts, expected) => {
    expect(outcomes(run(tinyBook([tinyAward({ amount })]), [{ facts }]))).toEqual([expected]);
  });

  it('a limit is a limit of the exact sum: half a 分 below it still rounds up to it', () => {
    const result = run(tinyBook([tinyAward({ amount: share(50, 'base', 3) })]), [{ facts: { base: 0.05 } }]);
    expect(result.determined).toBe(3n);
  });

  it('totals stay exact beyond the safe integers', () => {
    const award = tinyAward({ amount: share(100, 'base') });
    const many = Array.from({ length: 1000 }, () => ({ facts: { base: 999_999_999_999.99 } }));
    expect(run(tinyBook([award]), many).determined).toBe(99_999_999_999_999_000n);
  });
});

describe('alternatives', () => {
  const readings = [
    {
      id: 'p/r',
      title: 'r',
      question: 'r',
      default: 'x',
      options: ['x', 'y', 'z'].map((id) => ({ id, label: id, explanation: id })),
    },
  ];
  const award = tinyAward({
    amount: fixed(1),
    alternatives: [
      { reading: { 'p/r': 'y' }, amount: fixed(2) },
      { reading: { 'p/r': 'y' }, amount: fixed(3) },
      { reading: { 'p/r': 'z' }, amount: upTo(4) },
    ],
  });
  it.each([
    ['x', '1/0'],
    ['y', '2/0'],
    ['z', '0/4'],
  ])('reading %s: the first that holds replaces the amount', (option, expected) => {
    const result = run(tinyBook([award], { readings }), [{}], { readings: { 'p/r': option } });
    expect(outcomes(result)).toEqual([expected]);
  });
  it('range runs over the options left open, discretionary sums aside', () => {
    expect(run(tinyBook([award], { readings }), [{}]).range).toEqual({ min: 0n, max: 2n });
  });
});

describe('lists of yearly sums', () => {
  const yearly = [10, 20, 30, 40];
  const years = (result: ReturnType<typeof run>): string[] =>
    result.awards.map((one) => `${one.year}:${one.determined}`);
  it('are all paid where the text is silent', () => {
    const result = run(tinyBook([tinyAward({ amount: share(10, 'yearly') })]), [{ facts: { yearly } }]);
    expect(years(result)).toEqual(['2026:100', '2027:200', '2028:300', '2029:400']);
    expect(result.years.map((one) => one.year)).toEqual([2026, 2027, 2028, 2029]);
  });
  it('stop after so many years, which is said once', () => {
    const award = tinyAward({ amount: share(10, 'yearly'), instalments: { kind: 'yearly', years: 3 } });
    const result = run(tinyBook([award]), [{ facts: { yearly } }]);
    expect(years(result)).toEqual(['2026:100', '2027:200', '2028:300']);
    expect(result.refused.map((one) => one.detail)).toMatchObject([{ kind: 'years-exhausted', paid: 3, asked: 4 }]);
    expect(run(tinyBook([award]), [{ facts: { yearly: [1, 2, 3] } }]).refused).toEqual([]);
  });
  it('once pays the first year', () => {
    const award = tinyAward({ amount: share(10, 'yearly'), instalments: { kind: 'once', years: 1 } });
    expect(outcomes(run(tinyBook([award]), [{ facts: { yearly } }]))).toEqual(['100/0', 'years-exhausted@p/x/1']);
  });
  it('the date decides for all years', () => {
    const award = tinyAward({ amount: share(10, 'yearly') });
    const late = run(tinyBook([award]), [{ facts: { yearly }, date: '2027-12-31' }]);
    expect(late.awards.map((one) => one.year)).toEqual([2027, 2028, 2029, 2030]);
    expect(outcomes(run(tinyBook([award]), [{ facts: { yearly }, date: '2028-01-01' }]))).toEqual([
      'not-in-force@p/x/1',
    ]);
  });
});
