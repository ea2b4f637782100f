import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, type Engine } from '../../src/engine/index.ts';
import { findExtreme, type Factor } from '../../src/engine/factors.ts';
import { ruleBook } from '../fixtures/rulebook.ts';
import { arbitraryRuleBook } from '../support/arbitrary-rulebook.ts';
import { arbitraryScenario, type ScenarioInput } from '../support/arbitrary-scenario.ts';
import { evaluateInput } from '../support/outcome.ts';
import { run, tinyAward, tinyBook } from '../support/tiny.ts';
import { cap, fixed, reading } from '../fixtures/builders.ts';

/** Every combination of the readings that a scenario leaves open, by trying them all. */
function bruteForce(engine: Engine, input: ScenarioInput, policy: number): { min: bigint; max: bigint } {
  let combinations: Record<string, string>[] = [{}];
  for (const one of engine.policies[policy]?.rule.readings ?? []) {
    if (input.readings && Object.hasOwn(input.readings, one.id)) continue;
    combinations = combinations.flatMap((taken) => one.options.map(({ id }) => ({ ...taken, [one.id]: id })));
  }
  const totals = combinations.map((taken) => {
    const result = evaluateInput(engine, { ...input, readings: { ...input.readings, ...taken } });
    return result.policies[policy]?.determined ?? -1n;
  });
  return totals.reduce(
    (range, one) => ({ min: one < range.min ? one : range.min, max: one > range.max ? one : range.max }),
    {
      min: totals[0] ?? -1n,
      max: totals[0] ?? -1n,
    },
  );
}

describe('range', () => {
  it('equals trying every combination: both policies', () => {
    const engine = compile(ruleBook);
    const shapes = arbitraryScenario(ruleBook, { maxProjects: 8 });
    fc.assert(
      fc.property(shapes, (input) => {
        for (const [number, result] of evaluateInput(engine, input).policies.entries()) {
          expect(result.range).toEqual(bruteForce(engine, input, number));
        }
      }),
      { numRuns: 300 },
    );
  });
  it('equals trying every combination: devices that fight for the same caps', () => {
    const engine = compile(ruleBook);
    const shapes = arbitraryScenario(ruleBook, {
      minProjects: 3,
      maxProjects: 8,
      matters: ['device-registration', 'device-special-review', 'drug-approval'],
    });
    fc.assert(
      fc.property(shapes, (input) => {
        for (const [number, result] of evaluateInput(engine, input).policies.entries()) {
          expect(result.range).toEqual(bruteForce(engine, input, number));
        }
      }),
      { numRuns: 200 },
    );
  });
  it('equals trying every combination: any rule book', () => {
    const cases = arbitraryRuleBook.chain((book) =>
      fc.tuple(fc.constant(book), arbitraryScenario(book, { maxProjects: 5 })),
    );
    fc.assert(
      fc.property(cases, ([book, input]) => {
        const engine = compile(book);
        expect(evaluateInput(engine, input).policies[0]?.range).toEqual(bruteForce(engine, input, 0));
      }),
      { numRuns: 300 },
    );
  });
  it('does not walk through combinations of readings that do not meet', () => {
    const readings = Array.from({ length: 40 }, (_, at) => reading(`p/r${at}`, 'x', 'y'));
    const awards = readings.map((one, at) =>
      tinyAward({ order: at, id: `a${at}`, when: { kind: 'a' }, amount: fixed(at), reading: { [one.id]: 'y' } }),
    );
    // Each project meets one reading: 2^40 combinations, 80 judgements.
    const books = awards.map((award, at) => ({ ...award, matter: `m${at}` }));
    const book = tinyBook(books, { readings });
    const matters = books.map((_, at) => ({ ...(book.matters[0] as (typeof book.matters)[0]), id: `m${at}` }));
    const engine = compile({ ...book, matters });
    const projects = matters.map(({ id }) => ({
      id,
      matter: id,
      date: '2026-05-05',
      facts: { base: 1, yearly: [1], kind: 'a' },
    }));
    const [result] = evaluateInput(engine, { applicant: { type: 'enterprise' }, projects }).policies;
    expect(result?.range).toEqual({ min: 0n, max: 780n });
  });
  it('stays fixed where the scenario fixes every reading', () => {
    const book = tinyBook([tinyAward({ amount: fixed(7), reading: { 'p/r': 'y' }, caps: ['p/x/1#c'] })], {
      readings: [reading('p/r', 'x', 'y')],
      caps: [cap('p/x/1#c', 5, 'c')],
    });
    expect(run(book, [{}], { readings: { 'p/r': 'y' } }).range).toEqual({ min: 5n, max: 5n });
    expect(run(book, [{}]).range).toEqual({ min: 0n, max: 5n });
  });
});

describe('findExtreme', () => {
  it('equals the walk through all combinations', () => {
    const sizes = [2, 3, 2, 2];
    const factor = fc.uniqueArray(fc.nat(3), { maxLength: 3 }).chain((choices) => {
      const length = choices.reduce((product, one) => product * (sizes[one] ?? 1), 1);
      return fc
        .array(fc.bigInt(-9n, 9n), { minLength: length, maxLength: length })
        .map((values): Factor => ({ choices, values }));
    });
    fc.assert(
      fc.property(fc.array(factor, { maxLength: 5 }), (factors) => {
        const totals: bigint[] = [];
        for (let at = 0; at < 24; at += 1) {
          const options = [at % 2, Math.floor(at / 2) % 3, Math.floor(at / 6) % 2, Math.floor(at / 12)];
          const value = ({ choices, values }: Factor): bigint =>
            values[choices.reduce((index, one) => index * (sizes[one] ?? 1) + (options[one] ?? 0), 0)] ?? 0n;
          totals.push(factors.reduce((sum, one) => sum + value(one), 0n));
        }
        const min = totals.reduce((a, b) => (a < b ? a : b));
        const max = totals.reduce((a, b) => (a > b ? a : b));
        expect(findExtreme(factors, sizes, (a, b) => (a < b ? a : b))).toBe(min);
        expect(findExtreme(factors, sizes, (a, b) => (a > b ? a : b))).toBe(max);
      }),
    );
  });
});
