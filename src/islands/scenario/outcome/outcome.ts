import { compareReadings, evaluatePolicy, type CompiledPolicy, type Engine, type PolicyResult, type Range, type ReadingComparison, type Scenario } from '../../../engine/index.ts';
import type { PolicyRule } from '../../../model/rulebook.ts';

/** What one policy answers to a scenario. */
export interface PolicyAnswer {
  compiled: CompiledPolicy;
  rule: PolicyRule;
  result: PolicyResult;
}

/** How far readings could change the answer of one policy. */
export interface PolicyDoubt {
  rule: PolicyRule;
  /** 可算得 over all readings, whichever the visitor fixed */
  range: Range;
  /** the readings that change something here */
  switches: ReadingComparison[];
}

export function answerAll(engine: Engine, scenario: Scenario): PolicyAnswer[] {
  return engine.policies.map((compiled) => ({ compiled, rule: compiled.rule, result: evaluatePolicy(engine, compiled, scenario) }));
}

export function doubtAll(engine: Engine, scenario: Scenario): PolicyDoubt[] {
  const free = { ...scenario, readings: new Map<string, string>() };
  return engine.policies.map((compiled) => ({
    rule: compiled.rule,
    range: evaluatePolicy(engine, compiled, free).range,
    switches: compareReadings(engine, compiled, scenario).filter(({ matters }) => matters),
  }));
}
