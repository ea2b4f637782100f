/** Nothing is declared and not executed: the fixture has every word of the schema, and scenarios reach each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, type PolicyResult } from '../../src/engine/index.ts';
import { explainRefusal, explainSteps } from '../../src/explain/index.ts';
import { ruleBook } from '../fixtures/rulebook.ts';
import { arbitraryScenario, type ScenarioShape } from '../support/arbitrary-scenario.ts';
import { evaluateInput } from '../support/outcome.ts';

const engine = compile(ruleBook);

function sample(shape: ScenarioShape, numRuns: number): PolicyResult[] {
  const inputs = fc.sample(arbitraryScenario(ruleBook, shape), { numRuns, seed: 7 });
  return inputs.flatMap((input) => evaluateInput(engine, input).policies);
}

/** Many projects of the matters that one cap counts: so that it is used up. */
function crowd(ref: string): PolicyResult[] {
  const counted = ruleBook.policies
    .flatMap((one) => one.awards)
    .filter((one) => one.caps.some(({ cap }) => cap === ref));
  return sample({ matters: counted.map((one) => one.matter), minProjects: 24, maxProjects: 40 }, 60);
}

const caps = ruleBook.policies.flatMap((one) => one.caps.map(({ ref }) => ref));
const results = [...sample({ maxProjects: 8 }, 3000), ...caps.flatMap(crowd)];
const awards = results.flatMap((one) => one.awards);
const steps = awards.flatMap((one) => one.steps);
const refused = results.flatMap((one) => one.refused);
const kindsOf = <T extends string>(list: { kind: T }[]): T[] => [...new Set(list.map((one) => one.kind))].sort();

describe('random scenarios reach', () => {
  it('every award of the rule book', () => {
    const paid = new Set(awards.map((one) => one.rule.ref));
    expect(ruleBook.policies.flatMap((one) => one.awards).filter((one) => !paid.has(one.ref))).toEqual([]);
  });
  it('every kind of step', () => {
    expect(kindsOf(steps)).toEqual([
      'annual-cap',
      'ceiling',
      'choice',
      'fixed',
      'instalment',
      'joint-ceiling',
      'match',
      'own-limit',
      'reading',
      'rounding',
      'share',
      'threshold',
      'unlimited',
    ]);
  });
  it('every limit, on both sides', () => {
    for (const kind of ['own-limit', 'joint-ceiling', 'annual-cap'] as const) {
      expect(new Set(steps.flatMap((one) => (one.kind === kind ? [one.bit] : []))), kind).toEqual(
        new Set([true, false]),
      );
    }
  });
  it('every annual cap, and the end of each', () => {
    const usage = results.flatMap((one) => one.caps);
    for (const ref of caps) {
      const own = usage.filter((one) => one.cap.ref === ref || one.pooledWith.some((other) => other.ref === ref));
      expect(
        own.some((one) => one.exhaustedBy !== null),
        ref,
      ).toBe(true);
    }
    expect(usage.some((one) => one.pooledWith.length > 0)).toBe(true);
  });
  it('every effect of a reading, and every option of every reading', () => {
    const effects = new Set(steps.flatMap((one) => (one.kind === 'reading' ? [one.affects] : [])));
    expect([...effects].sort()).toEqual(['amount', 'cap', 'coverage', 'exception', 'requirement']);
    const taken = new Set(results.flatMap((one) => one.readings.map(({ reading, option }) => `${reading}=${option}`)));
    const offered = ruleBook.policies
      .flatMap((one) => one.readings)
      .flatMap((one) => one.options.map(({ id }) => `${one.id}=${id}`));
    expect(offered.filter((one) => !taken.has(one))).toEqual([]);
  });
  it('every reading as one that changes the range', () => {
    const reached = new Set(results.flatMap((one) => (one.range.min < one.range.max ? one.reached : [])));
    expect([...reached].sort()).toEqual(ruleBook.policies.flatMap((one) => one.readings.map(({ id }) => id)).sort());
  });
  it('every reason and every detail of a refusal', () => {
    expect(new Set(refused.map((one) => one.reason))).toEqual(new Set(ruleBook.reasons.map((one) => one.id)));
    expect(kindsOf(refused.map((one) => one.detail))).toEqual([
      'applicant',
      'not-covered',
      'not-in-force',
      'requirement',
      'threshold',
      'years-exhausted',
      'zero-base',
    ]);
  });
  it('and every result is told in plain Chinese', () => {
    const words = [
      ...awards.flatMap((one) => explainSteps(one.steps).map((line) => line.text)),
      ...refused.map(explainRefusal),
    ];
    for (const line of words) {
      expect(line).not.toBe('');
      expect(line).not.toMatch(/undefined|null|NaN|Infinity|object|\n/);
    }
  });
});
