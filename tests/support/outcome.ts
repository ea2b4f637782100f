import { evaluate, parseScenario, type Engine, type Evaluation } from '../../src/engine/index.ts';

/** Evaluates an input that must be valid. */
export function evaluateInput(engine: Engine, input: unknown): Evaluation {
  const parsed = parseScenario(engine, input);
  if (!parsed.ok) throw new Error(parsed.errors.map((one) => `${one.path}: ${one.message}`).join('\n'));
  return evaluate(engine, parsed.scenario);
}
