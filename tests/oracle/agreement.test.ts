import { expect, test } from 'vitest';
import { compile, evaluate, parseScenario } from '../../src/engine/index.ts';
import { writeEvaluation } from '../../src/explain/index.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { comparable, evaluateByHand } from './oracle.ts';
import { randomScenario } from './random-scenarios.ts';

const SCENARIOS = Number(process.env['ORACLE_SCENARIOS'] ?? 3000);

test(
  `the engine on the encoded policies agrees to the cent with the independent implementation`,
  { timeout: 600_000 },
  () => {
    const engine = compile(loadKnowledgeBase().rules);
    for (let seed = 1; seed <= SCENARIOS; seed += 1) {
      const scenario = randomScenario(seed);
      const parsed = parseScenario(engine, scenario);
      if (!parsed.ok) throw new Error(`seed ${seed}: ${JSON.stringify(parsed.errors)}`);
      const given: unknown = JSON.parse(writeEvaluation(evaluate(engine, parsed.scenario)));
      expect(comparable(given), `seed ${seed}`).toEqual(evaluateByHand(scenario));
    }
  },
);
