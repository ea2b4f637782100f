import {
  compareReadings,
  evaluatePolicy,
  type Engine,
  type PolicyResult,
  type Scenario,
} from '../../../engine/index.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';

/** What every policy gives under the readings taken. */
export function answerAll(engine: Engine, scenario: Scenario): PolicyOutcome[] {
  return engine.policies.map((compiled) => answer(compiled, evaluatePolicy(engine, compiled, scenario)));
}

function answer(compiled: Engine['policies'][number], result: PolicyResult): PolicyOutcome {
  return { compiled, rule: compiled.rule, result, range: result.range, switches: [] };
}

/** The same with how far readings could change it: the range over all of them, and those that change something here. */
export function doubtAll(engine: Engine, scenario: Scenario, answers: readonly PolicyOutcome[]): PolicyOutcome[] {
  const free = { ...scenario, readings: new Map<string, string>() };
  return answers.map((one) => {
    const { result, compiled } = one;
    const range = scenario.readings.size === 0 ? result.range : evaluatePolicy(engine, compiled, free).range;
    const switches = compareReadings(engine, compiled, scenario, result).filter(({ matters }) => matters);
    return { ...one, range, switches };
  });
}
