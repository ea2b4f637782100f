import { describe, expect, it } from 'vitest';
import { compile } from '../../src/engine/index.ts';
import { fen, fixed, match, reading, share, upTo, wan } from '../fixtures/builders.ts';
import { outcomes, run, tinyAward, tinyBook, type AwardDraft, type TinyFacts } from '../support/tiny.ts';

const READINGS = [reading('p/r', 'x', 'y')];

describe('conditions', () => {
  const table: [string, AwardDraft, TinyFacts, string][] = [
    ['any of several options', { when: { kind: ['a', 'b'] } }, { kind: 'b' }, '100/0'],
    ['none of the options', { when: { kind: ['a', 'b'] } }, { kind: 'c' }, 'not-covered@null'],
    ['a boolean', { when: { related: false } }, { related: false }, '100/0'],
    ['the other boolean', { when: { related: false } }, { related: true }, 'not-covered@null'],
    ['above 0', { when: { base: '> 0' } }, { base: 0.01 }, '100/0'],
    ['above 0, at 0', { when: { base: '> 0' } }, { base: 0 }, 'not-covered@null'],
    ['0', { when: { base: '= 0' } }, { base: 0 }, '100/0'],
    ['0, above', { when: { base: '= 0' } }, { base: 0.01 }, 'not-covered@null'],
    ['a list above 0', { when: { yearly: '> 0' } }, { yearly: [0, 0.01] }, '100/0'],
    ['all must hold', { when: { kind: 'a', made: true } }, { made: false }, 'not-covered@null'],
    ['an exception', { except: [{ when: { kind: 'a', made: true } }] }, {}, 'not-covered@null'],
    ['an exception that does not apply', { except: [{ when: { kind: 'a', made: false } }] }, {}, '100/0'],
  ];
  it.each(table)('%s', (_, draft, facts, expected) => {
    expect(outcomes(run(tinyBook([tinyAward(draft)]), [{ facts }]))).toEqual([expected]);
  });
});

describe('readings decide', () => {
  const table: [string, AwardDraft, string, string][] = [
    ['whether an award exists', { reading: { 'p/r': 'y' } }, 'not-covered@null', '100/0'],
    [
      'whether an exception applies',
      { except: [{ when: { kind: 'a' }, reading: { 'p/r': 'y' } }] },
      '100/0',
      'not-covered@null',
    ],
    [
      'whether a condition is asked',
      { requires: [{ fact: 'made', is: false, reason: 'not-produced', reading: { 'p/r': 'y' } }] },
      '100/0',
      'not-produced@p/x/1',
    ],
  ];
  it.each(table)('%s', (_, draft, standard, other) => {
    const book = tinyBook([tinyAward(draft)], { readings: READINGS });
    expect(outcomes(run(book, [{}]))).toEqual([standard]);
    const result = run(book, [{}], { readings: { 'p/r': 'y' } });
    expect(outcomes(result)).toEqual([other]);
    expect(result.reached).toEqual(['p/r']);
    expect(run(book, [{}]).range).toEqual({ min: 0n, max: 100n });
    expect(result.range.min).toBe(result.range.max);
  });
});

describe('refusals come in the order of the reasons', () => {
  const strict: AwardDraft = {
    amount: match(1),
    applicants: ['park'],
    requires: [
      { fact: 'made', is: true, reason: 'not-produced' },
      { fact: 'related', is: false, reason: 'related-parties' },
    ],
    threshold: { fact: 'price', min: wan(10_000), reason: 'below-threshold' },
  };
  const bad = { made: false, related: true, price: 99_999_999.99, municipalSupport: 0 };
  const table: [string, TinyFacts, string, string, string][] = [
    ['everything wrong', bad, '2028-01-01', 'enterprise', 'not-in-force'],
    ['in force', bad, '2027-12-31', 'enterprise', 'applicant-type'],
    ['right applicant', bad, '2026-01-01', 'park', 'related-parties'],
    ['unrelated', { ...bad, related: false }, '2025-07-01', 'park', 'below-threshold'],
    ['exactly the threshold', { ...bad, related: false, price: 100_000_000 }, '2025-07-01', 'park', 'not-produced'],
    ['produced', { ...bad, related: false, price: 1e12, made: true }, '2025-07-01', 'park', 'no-municipal-support'],
    ['before the 参照 period', bad, '2025-06-30', 'park', 'not-in-force'],
  ];
  it.each(table)('%s', (_, facts, date, applicant, reason) => {
    const result = run(tinyBook([tinyAward(strict)]), [{ facts, date }], { applicant });
    expect(outcomes(result)).toEqual([`${reason}@p/x/1`]);
  });
  it('a condition may be refused as applicant-type', () => {
    const requires = [{ fact: 'made', is: true, reason: 'applicant-type' }];
    expect(outcomes(run(tinyBook([tinyAward({ requires })]), [{ facts: { made: false } }]))).toEqual([
      'applicant-type@p/x/1',
    ]);
  });
  it('a condition may ask for an option', () => {
    const requires = [{ fact: 'kind', is: 'b', reason: 'not-produced' }];
    expect(outcomes(run(tinyBook([tinyAward({ requires })]), [{ facts: { kind: 'b' } }]))).toEqual(['100/0']);
  });
});

describe('several clauses', () => {
  const two = (a: AwardDraft, b: AwardDraft): ReturnType<typeof tinyBook> =>
    tinyBook([tinyAward({ order: 2, id: 'two', ...b }), tinyAward({ order: 1, id: 'one', ...a })]);
  const paid = (result: ReturnType<typeof run>): string[] =>
    result.awards.map((one) => `${one.support}:${one.determined + one.discretionary}`);

  it('the highest is paid', () => {
    expect(paid(run(two({ amount: fixed(5) }, { amount: fixed(6) }), [{}]))).toEqual(['two:6']);
  });
  it('discretionary sums count as much', () => {
    expect(paid(run(two({ amount: fixed(5) }, { amount: upTo(6) }), [{}]))).toEqual(['two:6']);
  });
  it('on a tie the smaller number, whatever the order in the book', () => {
    expect(paid(run(two({ amount: fixed(5) }, { amount: fixed(5) }), [{}]))).toEqual(['one:5']);
  });
  it('sums that round to the same are a tie', () => {
    const result = run(two({ amount: share(1, 'base') }, { amount: share(2, 'base') }), [{ facts: { base: 0.01 } }]);
    expect(paid(result)).toEqual(['one:0']);
  });
  it('a clause that is refused stands back', () => {
    const refused = { requires: [{ fact: 'made', is: false, reason: 'not-produced' }], amount: fixed(9) };
    expect(paid(run(two(refused, { amount: fixed(5) }), [{}]))).toEqual(['two:5']);
  });
  it('where all are refused, the smallest number with its first reason', () => {
    const a = { requires: [{ fact: 'made', is: false, reason: 'not-produced' }] };
    const b = { applicants: ['park' as const] };
    expect(outcomes(run(two(a, b), [{}]))).toEqual(['not-produced@p/x/1']);
  });
  it('a clause that matches nothing leaves the refusal to another', () => {
    const a = { amount: match(1) };
    const b = { requires: [{ fact: 'made', is: false, reason: 'not-produced' }] };
    expect(outcomes(run(two(a, b), [{}]))).toEqual(['not-produced@p/x/2']);
    expect(outcomes(run(two(a, { amount: match(0.5) }), [{}]))).toEqual(['no-municipal-support@p/x/1']);
  });
  it('a share of the city’s money with none is refused too', () => {
    expect(outcomes(run(tinyBook([tinyAward({ amount: share(20, 'municipalSupport', fen(1)) })]), [{}]))).toEqual([
      'no-municipal-support@p/x/1',
    ]);
  });
});

describe('a rule book that contradicts itself is refused when it is compiled', () => {
  it.each([
    ['fact', tinyBook([tinyAward({ amount: share(1, 'nowhere') })])],
    ['fact of the wrong kind', tinyBook([tinyAward({ amount: share(1, 'kind') })])],
    ['cap', tinyBook([tinyAward({ caps: ['p/x/1#nowhere'] })])],
    ['reading', tinyBook([tinyAward({ reading: { 'p/nowhere': 'x' } })])],
    ['option', tinyBook([tinyAward({ reading: { 'p/r': 'nowhere' } })], { readings: READINGS })],
  ])('%s', (_, book) => {
    expect(() => compile(book)).toThrow(/Rule book/);
  });
});
