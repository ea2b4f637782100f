import type { ReadingRule } from '../model/rulebook.ts';
import type { CompiledPolicy, Engine } from './compiled.ts';
import { evaluatePolicy } from './evaluate.ts';
import type { PolicyResult } from './evaluation.ts';
import type { Scenario } from './scenario-types.ts';

/** What each option of one reading would give, all other readings as they are. */
export interface ReadingComparison {
  reading: ReadingRule;
  /** option in force */
  chosen: string;
  options: { option: string; result: PolicyResult }[];
  /** whether any option gives other awards or refusals */
  matters: boolean;
}

/**
 * Tries every option of every reading that bears on the scenario.
 * @param current what the policy gives for the scenario as it is; serves for the options in force
 */
export function compareReadings(
  engine: Engine,
  policy: CompiledPolicy,
  scenario: Scenario,
  current: PolicyResult,
): ReadingComparison[] {
  // With every reading fixed the engine has no range to look for, which is most of its work.
  const fixed = current.readings.map(({ reading, option }) => [reading, option] as const);
  return policy.rule.readings
    .filter((reading) => current.reached.includes(reading.id))
    .map((reading) => {
      const chosen = current.readings.find((one) => one.reading === reading.id)?.option ?? reading.default;
      const options = reading.options.map(({ id }) => {
        if (id === chosen) return { option: id, result: current };
        const readings = new Map(fixed).set(reading.id, id);
        return { option: id, result: evaluatePolicy(engine, policy, { ...scenario, readings }) };
      });
      const words = options.map(({ result }) => summarise(result));
      return { reading, chosen, options, matters: words.some((one) => one !== words[0]) };
    });
}

/** Everything about a result that a visitor would see change. */
function summarise({ awards, refused, pending }: PolicyResult): string {
  return JSON.stringify([
    awards.map((one) => [one.project, one.rule.ref, one.year, String(one.determined), String(one.discretionary)]),
    refused.map((one) => [one.project, one.clause, one.reason]),
    pending.map((one) => [one.project, one.missing]),
  ]);
}
