import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, evaluate, parseScenario, type PolicyResult } from '../../src/engine/index.ts';
import { explainPending } from '../../src/explain/index.ts';
import { ruleBook } from '../fixtures/rulebook.ts';
import { fixed, match, share } from '../fixtures/builders.ts';
import { arbitraryScenario } from '../support/arbitrary-scenario.ts';
import { outcomes, run, tinyAward, tinyBook, type TinyProject } from '../support/tiny.ts';

const partial = (awards: ReturnType<typeof tinyAward>[], project: TinyProject): PolicyResult =>
  run(tinyBook(awards), [project], { partial: true });

describe('what is not known is never zero', () => {
  it('a missing base leaves the award open and says what is missing', () => {
    const result = partial([tinyAward({ amount: share(20, 'base') })], { facts: { base: null } });
    expect(result.pending).toEqual([{ project: 'p0', clause: 'p/x/1', missing: ['base'] }]);
    expect([result.awards, result.refused]).toEqual([[], []]);
  });
  it('undefined is as blank as null', () => {
    const result = partial([tinyAward({ amount: share(20, 'base') })], { facts: { base: undefined } });
    expect(result.pending).toMatchObject([{ missing: ['base'] }]);
  });
  it('blank support is not support of 0', () => {
    const result = partial([tinyAward({ amount: match(1, [50, 'base']) })], { facts: { municipalSupport: null } });
    expect(outcomes(result)).toEqual([]);
    expect(result.pending).toMatchObject([{ missing: ['municipalSupport'] }]);
  });
  it('one blank year leaves the list open', () => {
    const result = partial([tinyAward({ amount: share(20, 'yearly') })], { facts: { yearly: [1, null, 3] } });
    expect(result.pending).toMatchObject([{ missing: ['yearly'] }]);
  });
  it('a blank date is named', () => {
    const result = partial([tinyAward({ amount: fixed(5) })], { date: null });
    expect(result.pending).toEqual([{ project: 'p0', clause: 'p/x/1', missing: ['date'] }]);
  });
  it('a fact that nothing asks for may be blank', () => {
    expect(outcomes(partial([tinyAward({ amount: fixed(5) })], { facts: { base: null } }))).toEqual(['5/0']);
  });
  it('where clauses differ, no clause is named', () => {
    const a = tinyAward({ order: 1, when: { kind: 'a' }, amount: fixed(5) });
    const b = tinyAward({ order: 2, when: { kind: 'b' }, amount: fixed(6) });
    const result = partial([a, b], { facts: { kind: null } });
    expect(result.pending).toEqual([{ project: 'p0', clause: null, missing: ['kind'] }]);
  });
});

describe('a refusal is said as soon as it is certain', () => {
  it('although the base is missing', () => {
    const award = tinyAward({
      amount: share(20, 'base'),
      requires: [{ fact: 'made', is: true, reason: 'not-produced' }],
    });
    expect(outcomes(partial([award], { facts: { base: null, made: false } }))).toEqual(['not-produced@p/x/1']);
  });
  it('although an earlier condition is open', () => {
    const award = tinyAward({
      requires: [
        { fact: 'related', is: false, reason: 'related-parties' },
        { fact: 'made', is: true, reason: 'not-produced' },
      ],
    });
    expect(outcomes(partial([award], { facts: { related: null, made: false } }))).toEqual(['not-produced@p/x/1']);
  });
  it('although it is open which clause it would be', () => {
    const a = tinyAward({ order: 1, when: { kind: 'a' } });
    const b = tinyAward({ order: 2, when: { kind: 'b' } });
    const result = partial([a, b], { facts: { kind: null }, date: '2030-01-01' });
    expect(outcomes(result)).toEqual(['not-in-force@null']);
  });
  it('but not for a base of 0, with which forms begin, as long as they ask for more', () => {
    const award = tinyAward({ amount: match(1, [50, 'base']) });
    const open = partial([award], { facts: { municipalSupport: 0, base: null } });
    expect(open.pending).toMatchObject([{ project: 'p0', missing: ['base'] }]);
    expect(open.refused).toEqual([]);
    expect(outcomes(partial([award], { facts: { municipalSupport: 0, base: 5 } }))).toEqual([
      'no-municipal-support@p/x/1',
    ]);
  });
  it('no condition that can still hold is refused', () => {
    const a = tinyAward({
      order: 1,
      when: { kind: 'a' },
      requires: [{ fact: 'made', is: true, reason: 'not-produced' }],
    });
    const b = tinyAward({ order: 2, when: { kind: 'b' } });
    const result = partial([a, b], { facts: { kind: null, made: false } });
    expect(result.pending).toEqual([{ project: 'p0', clause: 'p/x/2', missing: ['kind'] }]);
  });
});

describe('an answer given early is the answer given in the end', () => {
  const engine = compile(ruleBook);
  const cases = arbitraryScenario(ruleBook, { maxProjects: 1 }).chain((input) => {
    const names = engine.matters.get(input.projects[0]?.matter ?? '')?.rule.facts.map((one) => one.name) ?? [];
    return fc.tuple(fc.constant(input), fc.subarray([...names, 'date']));
  });
  it('for random scenarios with random blanks', () => {
    fc.assert(
      fc.property(cases, ([input, blanks]) => {
        const whole = parseScenario(engine, input);
        const facts = {
          ...input.projects[0]?.facts,
          ...Object.fromEntries(blanks.filter((one) => one !== 'date').map((one) => [one, null])),
        };
        const date = blanks.includes('date') ? null : input.projects[0]?.date;
        const part = parseScenario(
          engine,
          { ...input, projects: [{ ...input.projects[0], facts, date }] },
          { partial: true },
        );
        if (!whole.ok || !part.ok) throw new Error('both are valid');
        const final = evaluate(engine, whole.scenario).policies;
        for (const [at, early] of evaluate(engine, part.scenario).policies.entries()) {
          expectConsistent(early, final[at] as PolicyResult, blanks);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

/** An early award is the final one; an early refusal is a refusal, and where a clause is named, of that clause. */
function expectConsistent(early: PolicyResult, final: PolicyResult, blanks: string[]): void {
  for (const { missing } of early.pending) {
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.filter((one) => !blanks.includes(one))).toEqual([]);
  }
  if (early.pending.length > 0) return;
  expect(early.awards.map((one) => [one.rule.ref, one.determined, one.discretionary])).toEqual(
    final.awards.map((one) => [one.rule.ref, one.determined, one.discretionary]),
  );
  expect(final.refused).toHaveLength(early.refused.length);
  if (blanks.length === 0) expect(outcomes(early)).toEqual(outcomes(final));
}

it('pending answers are worded with the labels of the form', () => {
  const matter = ruleBook.matters.find((one) => one.id === 'device-registration');
  if (!matter) throw new Error('matter');
  const pending = { project: 'p', clause: null, missing: ['rdInvestment', 'date'] };
  expect(explainPending(pending, matter)).toBe('尚待填写：研发投入、日期');
});
