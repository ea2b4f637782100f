import { findReach, type Reach } from './clusters.ts';
import type { CompiledMatter, CompiledPolicy, Engine } from './compiled.ts';
import type { AwardResult, Evaluation, Pending, PolicyResult, Refusal, YearTotal } from './evaluation.ts';
import { judge } from './judge.ts';
import { Payer } from './pay.ts';
import { findRange } from './range.ts';
import { chooseOptions } from './readings.ts';
import { describeExcess, describeRefusal, listTaken } from './refusal.ts';
import type { Scenario } from './scenario-types.ts';
import type { Candidate } from './verdict.ts';

/** What every policy gives for a scenario, in the order of the rule book. */
export function evaluate(engine: Engine, scenario: Scenario): Evaluation {
  return { policies: engine.policies.map((policy) => evaluatePolicy(engine, policy, scenario)) };
}

/** What one policy gives for a scenario. */
export function evaluatePolicy(engine: Engine, policy: CompiledPolicy, scenario: Scenario): PolicyResult {
  const options = chooseOptions(policy, scenario.readings);
  const free = policy.rule.readings.map((one) => !scenario.readings.has(one.id));
  const reaches = scenario.projects.map((project, number) => findReach(policy, project, number, free, options));
  const circumstances = { validity: policy.rule.validity, applicant: scenario.applicant, options };
  const payer = new Payer(policy, options);
  const awards: AwardResult[] = [];
  const refused: Refusal[] = [];
  const pending: Pending[] = [];
  const settled: bigint[] = [];
  for (const [number, project] of scenario.projects.entries()) {
    const matter = engine.matters.get(project.matter) as CompiledMatter;
    const reach = reaches[number] as Reach;
    const verdict = judge(reach.awards, project, circumstances);
    let determined = 0n;
    if (verdict.kind === 'paid') {
      for (const payment of verdict.payments) {
        const award = payer.pay(matter, project, payment, verdict);
        awards.push(award);
        determined += award.determined;
      }
      if (verdict.excess) refused.push(describeExcess(project, verdict.excess));
    } else if (verdict.kind === 'refused') {
      const taken = listTaken(policy, reach, options);
      refused.push(describeRefusal(policy, matter, scenario, project, verdict, taken, options));
    } else {
      pending.push({ project: project.id, clause: onlyClause(verdict.candidates), missing: verdict.missing });
    }
    settled.push(determined);
  }
  return {
    policy: policy.rule.id,
    ...sumUp(awards),
    range: findRange(policy, scenario, reaches, free, options, settled),
    years: sumYears(awards),
    awards,
    refused,
    pending,
    caps: payer.listUsage(),
    readings: policy.rule.readings.map((reading, number) => ({
      reading: reading.id,
      option: reading.options[options[number] ?? 0]?.id ?? reading.default,
    })),
    reached: listReached(policy, reaches),
  };
}

function onlyClause(candidates: readonly Candidate[]): string | null {
  const clauses = new Set(
    candidates.filter((one) => one.examination.kind !== 'failed').map((one) => one.award.rule.clause),
  );
  const [clause] = clauses;
  return clauses.size === 1 && clause !== undefined ? clause : null;
}

function sumUp(awards: readonly AwardResult[]): { determined: bigint; discretionary: bigint } {
  let [determined, discretionary] = [0n, 0n];
  for (const award of awards) {
    determined += award.determined;
    discretionary += award.discretionary;
  }
  return { determined, discretionary };
}

function sumYears(awards: readonly AwardResult[]): YearTotal[] {
  const years = new Map<number, AwardResult[]>();
  for (const award of awards) {
    const list = years.get(award.year);
    if (list) list.push(award);
    else years.set(award.year, [award]);
  }
  return [...years].sort(([a], [b]) => a - b).map(([year, list]) => ({ year, ...sumUp(list) }));
}

/** Readings that bear on any project, fixed by the scenario or not, and those that pool caps. */
function listReached(policy: CompiledPolicy, reaches: readonly Reach[]): string[] {
  const numbers = new Set<number>();
  const families = new Set<number>();
  for (const { met, caps } of reaches) {
    for (const reading of met) numbers.add(reading);
    for (const cap of caps) families.add(policy.caps[cap]?.family ?? cap);
  }
  for (const { family, sharedWith } of policy.caps) {
    if (sharedWith && families.has(family)) for (const test of sharedWith.reading) numbers.add(test.reading);
  }
  return policy.rule.readings.filter((_, number) => numbers.has(number)).map((one) => one.id);
}
