/** Scenarios a second: ten random projects each, all policies, full range, trace of the chosen readings. */
import fc from 'fast-check';
import { compile, evaluate, parseScenario, type Scenario } from '../src/engine/index.ts';
import { loadKnowledgeBase } from '../src/load/index.ts';
import { arbitraryScenario } from '../tests/support/arbitrary-scenario.ts';

const SECONDS = Number(process.argv[2] ?? 3);
const PROJECTS = 10;

const engine = compile(loadKnowledgeBase().rules);
const arbitrary = arbitraryScenario(engine.ruleBook, { minProjects: PROJECTS, maxProjects: PROJECTS, readings: false });
const scenarios = fc.sample(arbitrary, { numRuns: 2000, seed: 20251201 }).map((input): Scenario => {
  const parsed = parseScenario(engine, input);
  if (!parsed.ok) throw new Error(parsed.errors.map((one) => `${one.path}: ${one.message}`).join('\n'));
  return parsed.scenario;
});

/** Runs for so many seconds. @returns scenarios a second */
function measure(seconds: number): number {
  const start = performance.now();
  let count = 0;
  let steps = 0;
  while (performance.now() - start < seconds * 1000) {
    for (const scenario of scenarios) {
      for (const { awards } of evaluate(engine, scenario).policies)
        for (const award of awards) steps += award.steps.length;
      count += 1;
    }
  }
  if (steps === 0) throw new Error('No award has a trace');
  return (count * 1000) / (performance.now() - start);
}

measure(1);
const projects = scenarios.reduce((sum, one) => sum + one.projects.length, 0) / scenarios.length;
const rate = measure(SECONDS);
process.stdout.write(
  `${Math.round(rate)} scenarios/s (${projects.toFixed(1)} projects each, ${engine.policies.length} policies, range and trace)\n`,
);
