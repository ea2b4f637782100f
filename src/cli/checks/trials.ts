import {
  compile,
  evaluatePolicy,
  parseScenario,
  sliceRuleBook,
  type Engine,
  type PolicyResult,
  type Scenario,
  type Step,
} from '../../engine/index.ts';
import type { Fault } from '../../load/fault.ts';
import type { ExampleCase, PolicyNode } from '../../model/node.ts';
import type { PolicyRule, RuleBook } from '../../model/rulebook.ts';

/** A worked example that the engine can run. */
export interface Trial {
  node: PolicyNode;
  /** its place among the clause's examples */
  index: number;
  example: ExampleCase;
  scenario: Scenario;
}

/** What becomes of one project in one year: `key` tells outcomes apart. */
export interface Outcome {
  project: string;
  key: string;
  /** clause and award that pay, null where it is refused */
  award: { clause: string; id: string } | null;
  reason: string | null;
  year: number | null;
  determined: bigint;
  discretionary: bigint;
  /** refs of awards that would pay too and are not taken */
  over: string[];
}

/** All examples as scenarios; what the engine cannot read is a fault. */
export function readTrials(
  engine: Engine,
  nodes: readonly PolicyNode[],
  report: (trial: Omit<Trial, 'scenario'>, problem: string) => Fault,
  faults: Fault[],
): Trial[] {
  return nodes.flatMap((node) =>
    node.examples.flatMap((example, index): Trial[] => {
      const parsed = parseScenario(engine, example.scenario);
      if (parsed.ok) return [{ node, index, example, scenario: parsed.scenario }];
      for (const { message } of parsed.errors) faults.push(report({ node, index, example }, message));
      return [];
    }),
  );
}

/** Where an example stands: its file below content/, and the path there. */
export function placeOfExample({ node, index, example }: Omit<Trial, 'scenario'>): {
  file: string;
  path: (string | number)[];
} {
  const { file, index: place } = example.at ?? { file: node.file, index };
  return { file, path: ['examples', place] };
}

/** What the clause's own policy gives. */
export function runTrial(engine: Engine, { node, scenario }: Trial): PolicyResult {
  const policy = engine.policies.find(({ rule }) => rule.id === node.policy);
  if (!policy) throw new Error(`No policy “${node.policy}” in the rule book`);
  return evaluatePolicy(engine, policy, scenario);
}

export function outcomesOf({ awards, refused }: PolicyResult): Outcome[] {
  return [
    ...awards.map(({ project, clause, support, year, determined, discretionary, steps }) =>
      outcome({
        project,
        award: { clause, id: support },
        reason: null,
        year,
        determined,
        discretionary,
        over: rivalsIn(steps),
      }),
    ),
    ...refused.map(({ project, reason }) => refusal(project, reason)),
  ];
}

export function expectedOf({ expect }: ExampleCase): Outcome[] {
  return expect.map((one) =>
    'refused' in one
      ? refusal(one.project, one.refused)
      : outcome({
          project: one.project,
          award: { clause: one.clause, id: one.award },
          reason: null,
          year: one.year,
          determined: BigInt(one.determined),
          discretionary: BigInt(one.discretionary),
          over: [...one.over].sort(),
        }),
  );
}

/** Awards that cover the case and would pay, but less. */
function rivalsIn(steps: readonly Step[]): string[] {
  return steps
    .flatMap((step) => (step.kind === 'choice' ? step.others : []))
    .filter(({ outcome }) => outcome.kind !== 'refused')
    .map(({ award }) => award)
    .sort();
}

function refusal(project: string, reason: string): Outcome {
  return outcome({ project, award: null, reason, year: null, determined: 0n, discretionary: 0n, over: [] });
}

function outcome(parts: Omit<Outcome, 'key'>): Outcome {
  const { project, award, reason, year, determined, discretionary, over } = parts;
  const key = award
    ? `${award.clause}#${award.id} ${year} ${determined} ${discretionary} ${over.join(' ')}`
    : `refused ${reason}`;
  return { ...parts, key: `${project} ${key}` };
}

/** Everything that a trial shows, as one string to compare. */
export function fingerprint(outcomes: readonly Outcome[]): string {
  return outcomes
    .map(({ key }) => key)
    .sort()
    .join('\n');
}

/** An engine for one policy and the matters that these trials are about: quick to compile again and again. */
export function narrow(ruleBook: RuleBook, policy: PolicyRule, trials: readonly Trial[]): RuleBook {
  const matters = new Set(trials.flatMap(({ scenario }) => scenario.projects.map(({ matter }) => matter)));
  return sliceRuleBook({ ...ruleBook, policies: [policy] }, [...matters]);
}

/** Whether any of the trials comes out differently under another rule book. */
export function changes(trials: readonly Trial[], known: ReadonlyMap<Trial, string>, ruleBook: RuleBook): boolean {
  const engine = compile(ruleBook);
  return trials.some((trial) => fingerprint(outcomesOf(runTrial(engine, trial))) !== known.get(trial));
}
