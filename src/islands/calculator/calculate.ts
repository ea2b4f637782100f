import {
  compareReadings,
  evaluatePolicy,
  type CompiledPolicy,
  type Engine,
  type PolicyResult,
  type Project,
  type Range,
  type ReadingComparison,
  type Scenario,
} from '../../engine/index.ts';
import type { MatterRule, PolicyRule } from '../../model/rulebook.ts';
import { projectOf, type CalculatorForm } from '../state/form-state.ts';

/** The project of a calculator has no name of its own. */
const ID = '1';

/** What one policy answers to the form. */
export interface PolicyOutcome {
  compiled: CompiledPolicy;
  rule: PolicyRule;
  result: PolicyResult;
  /** 可算得 over all readings, whichever the visitor has chosen */
  range: Range;
  /** the readings that change something here */
  readonly switches: ReadingComparison[];
}

export interface Outcome {
  matter: MatterRule;
  scenario: Scenario;
  project: Project;
  policies: PolicyOutcome[];
}

export function calculate(engine: Engine, form: CalculatorForm, matter: MatterRule): Outcome {
  const project = projectOf(form, matter, ID);
  const readings = new Map(Object.entries(form.readings));
  const scenario: Scenario = { applicant: { type: form.applicant }, readings, projects: [project] };
  return { matter, scenario, project, policies: engine.policies.map((one) => calculatePolicy(engine, one, scenario)) };
}

function calculatePolicy(engine: Engine, compiled: CompiledPolicy, scenario: Scenario): PolicyOutcome {
  const result = evaluatePolicy(engine, compiled, scenario);
  const all = { ...scenario, readings: new Map<string, string>() };
  const range = scenario.readings.size === 0 ? result.range : evaluatePolicy(engine, compiled, all).range;
  let switches: ReadingComparison[] | null = null;
  return {
    compiled,
    rule: compiled.rule,
    result,
    range,
    // As much work as all the rest, and hardly any keystroke asks for it: the readings are drawn when the visitor pauses.
    get switches() {
      return (switches ??= compareReadings(engine, compiled, scenario, result).filter((one) => one.matters));
    },
  };
}
