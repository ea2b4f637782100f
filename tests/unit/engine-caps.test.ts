import { describe, expect, it } from 'vitest';
import { cap, fixed, reading, share, upTo } from '../fixtures/builders.ts';
import { outcomes, run, tinyAward, tinyBook } from '../support/tiny.ts';

const A = 'p/x/1#a';
const B = 'p/x/2#b';
const READINGS = [reading('p/r', 'x', 'y')];
const day = (year: number): string => `${year}-05-05`;

describe('annual caps', () => {
  const book = tinyBook([tinyAward({ amount: share(100, 'base'), caps: [A] })], { caps: [cap(A, 1000, 'A')] });
  const project = (yuan: number, date = day(2026)) => ({ facts: { base: yuan }, date });

  it('are spent in the order of projects', () => {
    const result = run(book, [project(6), project(6), project(6)]);
    expect(outcomes(result)).toEqual(['600/0', '400/0', '0/0']);
    expect(result.awards.map((one) => one.beforeAnnualCaps)).toEqual([600n, 600n, 600n]);
    expect(result.caps).toMatchObject([{ year: 2026, max: 1000n, used: 1000n, exhaustedBy: 'p1' }]);
    expect(result.caps[0]?.draws).toEqual([
      { project: 'p0', sum: 600n },
      { project: 'p1', sum: 400n },
      { project: 'p2', sum: 0n },
    ]);
  });
  it('start anew every calendar year, whatever the order', () => {
    const result = run(book, [project(6, '2027-01-01'), project(6, '2026-12-31'), project(6, '2027-12-31')]);
    expect(outcomes(result)).toEqual(['600/0', '600/0', '400/0']);
    expect(result.years.map((one) => [one.year, one.determined])).toEqual([
      [2026, 600n],
      [2027, 1000n],
    ]);
  });
  it('exactly used up is exhausted; one 分 less is not', () => {
    expect(run(book, [project(10)]).caps[0]?.exhaustedBy).toBe('p0');
    expect(run(book, [project(9.99)]).caps[0]?.exhaustedBy).toBeNull();
  });
  it('count discretionary sums', () => {
    const both = tinyBook(
      [
        tinyAward({ when: { kind: 'a' }, amount: upTo(700), caps: [A] }),
        tinyAward({ id: 'b', when: { kind: 'b' }, amount: fixed(700), caps: [A] }),
      ],
      { caps: [cap(A, 1000, 'A')] },
    );
    expect(outcomes(run(both, [{}, { facts: { kind: 'b' } }]))).toEqual(['0/700', '300/0']);
  });
  it('are spent with rounded awards', () => {
    const half = tinyBook([tinyAward({ amount: share(50, 'base'), caps: [A] })], { caps: [cap(A, 2, 'A')] });
    expect(outcomes(run(half, [project(0.01), project(0.01), project(0.01)]))).toEqual(['1/0', '1/0', '0/0']);
  });
  it('several at once: the smallest remainder, spent from each', () => {
    const awards = [
      tinyAward({ when: { kind: 'a' }, amount: fixed(700), caps: [A, B] }),
      tinyAward({ id: 'b', when: { kind: 'b' }, amount: fixed(700), caps: [A] }),
      tinyAward({ id: 'c', when: { kind: 'c' }, amount: fixed(700), caps: [B] }),
    ];
    const both = tinyBook(awards, { caps: [cap(A, 1000, 'A'), cap(B, 500, 'B')] });
    const result = run(both, [{}, { facts: { kind: 'b' } }, { facts: { kind: 'c' } }]);
    expect(outcomes(result)).toEqual(['500/0', '500/0', '0/0']);
    expect(result.caps.map((one) => one.exhaustedBy)).toEqual(['p1', 'p0']);
  });
});

describe('caps under readings', () => {
  it('count an award only where their reading holds', () => {
    const caps = [{ cap: A, reading: { 'p/r': 'y' } }];
    const book = tinyBook([tinyAward({ amount: fixed(700), caps })], { caps: [cap(A, 500, 'A')], readings: READINGS });
    expect(outcomes(run(book, [{}]))).toEqual(['700/0']);
    expect(outcomes(run(book, [{}], { readings: { 'p/r': 'y' } }))).toEqual(['500/0']);
    expect(run(book, [{}]).range).toEqual({ min: 500n, max: 700n });
  });

  const awards = [
    tinyAward({ when: { kind: 'a' }, amount: fixed(700), caps: [A] }),
    tinyAward({ order: 2, id: 'b', when: { kind: 'b' }, amount: fixed(700), caps: [B] }),
  ];
  const projects = [{}, { facts: { kind: 'b' } }];
  const rules: [string, ReturnType<typeof cap>[]][] = [
    ['one way', [cap(A, 1000, 'A'), cap(B, 1000, 'B', [A, { 'p/r': 'y' }])]],
    ['the other way', [cap(A, 1000, 'A', [B, { 'p/r': 'y' }]), cap(B, 1000, 'B')]],
    ['both ways', [cap(A, 1000, 'A', [B, { 'p/r': 'y' }]), cap(B, 1000, 'B', [A, { 'p/r': 'y' }])]],
  ];
  it.each(rules)('become one pool: declared %s', (_, caps) => {
    const book = tinyBook(awards, { caps, readings: READINGS });
    const apart = run(book, projects);
    expect(outcomes(apart)).toEqual(['700/0', '700/0']);
    expect(apart.range).toEqual({ min: 1000n, max: 1400n });
    const shared = run(book, projects, { readings: { 'p/r': 'y' } });
    expect(outcomes(shared)).toEqual(['700/0', '300/0']);
    expect(shared.range).toEqual({ min: 1000n, max: 1000n });
    expect(shared.caps).toMatchObject([{ used: 1000n, exhaustedBy: 'p1' }]);
    expect(shared.caps[0]?.pooledWith).toHaveLength(1);
  });
  it('an award under both draws on the pool once', () => {
    const both = [tinyAward({ amount: fixed(400), caps: [A, B] })];
    const caps = [cap(A, 1000, 'A'), cap(B, 1000, 'B', [A, { 'p/r': 'y' }])];
    const result = run(tinyBook(both, { caps, readings: READINGS }), [{}, {}, {}], { readings: { 'p/r': 'y' } });
    expect(outcomes(result)).toEqual(['400/0', '400/0', '200/0']);
  });
});
