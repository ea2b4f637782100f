import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, type Engine, type PolicyResult } from '../../src/engine/index.ts';
import { workOut } from '../../src/engine/amount.ts';
import { writeEvaluation } from '../../src/explain/index.ts';
import { ruleBook } from '../fixtures/rulebook.ts';
import { arbitraryRuleBook } from '../support/arbitrary-rulebook.ts';
import { arbitraryScenario, type ScenarioInput } from '../support/arbitrary-scenario.ts';
import { findFaultsOfSteps } from '../support/check-steps.ts';
import { evaluateInput } from '../support/outcome.ts';

const fixture = compile(ruleBook);
const inBoth = arbitraryScenario(ruleBook, { maxProjects: 10 }).map((input): [Engine, ScenarioInput] => [
  fixture,
  input,
]);
const inAny = arbitraryRuleBook.chain((book) =>
  arbitraryScenario(book, { maxProjects: 6 }).map((input): [Engine, ScenarioInput] => [compile(book), input]),
);
const cases = fc.oneof({ weight: 3, arbitrary: inBoth }, { weight: 1, arbitrary: inAny });

function forAllResults(check: (result: PolicyResult, engine: Engine, input: ScenarioInput) => void): void {
  fc.assert(
    fc.property(cases, ([engine, input]) => {
      for (const result of evaluateInput(engine, input).policies) check(result, engine, input);
    }),
    { numRuns: 1000 },
  );
}

describe('for every scenario', () => {
  it('an award is never negative, never above what it was before annual caps, and one kind of sum', () => {
    forAllResults(({ awards }) => {
      for (const one of awards) {
        expect(one.determined >= 0n && one.discretionary >= 0n).toBe(true);
        expect(one.determined === 0n || one.discretionary === 0n).toBe(true);
        expect(one.determined + one.discretionary <= one.beforeAnnualCaps).toBe(true);
      }
    });
  });
  it('an award is never above its own limit', () => {
    forAllResults(({ awards }) => {
      for (const one of awards) {
        for (const step of one.steps) {
          if (step.kind === 'own-limit') expect(one.beforeAnnualCaps <= step.max).toBe(true);
          if (step.kind === 'ceiling' && step.max !== null) expect(one.beforeAnnualCaps <= step.max).toBe(true);
          if (step.kind === 'fixed') expect(one.beforeAnnualCaps).toBe(step.sum);
        }
      }
    });
  });
  it('the figures of every step add up', () => {
    forAllResults(({ awards }) => {
      for (const award of awards) expect(findFaultsOfSteps(award)).toEqual([]);
    });
  });
  it('a year never pays more than its cap, and the books of the cap are those of the awards', () => {
    forAllResults(({ caps }) => {
      for (const { used, max, draws, exhaustedBy } of caps) {
        expect(used <= max).toBe(true);
        expect(draws.reduce((sum, one) => sum + one.sum, 0n)).toBe(used);
        expect(exhaustedBy !== null).toBe(used === max);
      }
    });
  });
  it('range contains determined', () => {
    forAllResults(({ determined, range }) => {
      expect(range.min <= determined && determined <= range.max).toBe(true);
    });
  });
  it('totals are the sums of the years and of the awards', () => {
    forAllResults(({ determined, discretionary, years, awards }) => {
      const sum = (list: { determined: bigint; discretionary: bigint }[]): bigint[] => [
        list.reduce((total, one) => total + one.determined, 0n),
        list.reduce((total, one) => total + one.discretionary, 0n),
      ];
      expect(sum(years)).toEqual([determined, discretionary]);
      expect(sum(awards)).toEqual([determined, discretionary]);
      expect(years.map((one) => one.year)).toEqual([...new Set(awards.map((one) => one.year))].sort((a, b) => a - b));
    });
  });
  it('every project is answered: one award a year, or one refusal; in the order of projects', () => {
    forAllResults(({ awards, refused, pending }, _, { projects }) => {
      expect(pending).toEqual([]);
      const order = projects.map((one) => one.id);
      const places = awards.map((one) => [order.indexOf(one.project), one.year]);
      expect(places).toEqual([...places].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
      expect(new Set(places.map(String)).size).toBe(places.length);
      for (const { id } of projects) {
        const paid = awards.some((one) => one.project === id);
        const reasons = refused.filter((one) => one.project === id).map((one) => one.reason);
        if (paid) expect(reasons.filter((one) => one !== 'years-exhausted')).toEqual([]);
        else expect(reasons).toHaveLength(1);
      }
    });
  });
  it('a clause is named except where none covers the case', () => {
    forAllResults(({ refused }) => {
      for (const one of refused) expect(one.clause === null).toBe(one.reason === 'not-covered');
    });
  });
  it('the same scenario written and read again gives the same', () => {
    fc.assert(
      fc.property(cases, ([engine, input]) => {
        const again = JSON.parse(JSON.stringify(input)) as unknown;
        expect(writeEvaluation(evaluateInput(engine, again))).toBe(writeEvaluation(evaluateInput(engine, input)));
      }),
      { numRuns: 300 },
    );
  });
  it('the printed JSON holds every sum', () => {
    fc.assert(
      fc.property(cases, ([engine, input]) => {
        const evaluation = evaluateInput(engine, input);
        const printed = JSON.parse(writeEvaluation(evaluation, 2)) as {
          policies: { determined: number; awards: unknown[] }[];
        };
        for (const [at, { determined, awards }] of evaluation.policies.entries()) {
          expect(printed.policies[at]?.determined).toBe(Number(determined) / 100);
          expect(printed.policies[at]?.awards).toHaveLength(awards.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('order of projects', () => {
  it('does not matter before annual caps, nor at all where no cap bites', () => {
    fc.assert(
      fc.property(cases, ([engine, input]) => {
        const there = evaluateInput(engine, input).policies;
        const back = evaluateInput(engine, { ...input, projects: [...input.projects].reverse() }).policies;
        for (const [at, one] of there.entries()) {
          const other = back[at] as PolicyResult;
          const loose = one.awards.every(
            (award) => !award.steps.some((step) => step.kind === 'annual-cap' && step.bit),
          );
          expect(sorted(one, false)).toEqual(sorted(other, false));
          if (loose) expect(sorted(one, true)).toEqual(sorted(other, true));
          if (loose) expect(one.determined).toBe(other.determined);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function sorted({ awards, refused }: PolicyResult, afterCaps: boolean): string[] {
  const words = awards.map((one) => {
    const sum = afterCaps ? one.determined + one.discretionary : one.beforeAnnualCaps;
    return `${one.project} ${one.rule.ref} ${one.year} ${sum}`;
  });
  return [...words, ...refused.map((one) => `${one.project} ${one.clause} ${one.reason}`)].sort();
}

describe('a single rate or ratio', () => {
  it('never gives less where its base rises', () => {
    const sum = fc.bigInt(0n, 10n ** 14n);
    const rate = fc.integer({ min: 0, max: 3_000_000 });
    const max = fc.option(fc.integer({ min: 0, max: 10 ** 12 }));
    const amount = fc.oneof(
      fc.record({ kind: fc.constant('share' as const), rate, of: fc.constant('base'), max }),
      fc.record({
        kind: fc.constant('match' as const),
        ratio: rate,
        of: fc.constant('base'),
        jointCeiling: fc.constant(null),
        max,
      }),
      fc.record({ kind: fc.constant('up-to' as const), rate, of: fc.constant('base'), max }),
    );
    fc.assert(
      fc.property(amount, sum, sum, (rule, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const at = (base: bigint): bigint => workOut(rule, new Map([['base', base]]), 0).rounded;
        expect(at(low) <= at(high)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
