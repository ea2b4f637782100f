import type { CompiledPolicy } from './compiled.ts';
import { clusterProjects, type Cluster, type Reach } from './clusters.ts';
import { countCombinations, findExtreme, indexOf, setCombination, type Factor } from './factors.ts';
import { larger, smaller } from './exact.ts';
import { judge } from './judge.ts';
import { listCounting, openLedger, spend } from './ledger.ts';
import type { Project, Scenario } from './scenario-types.ts';
import type { Payment, Verdict } from './verdict.ts';

export interface Range {
  /** 分 */
  min: bigint;
  max: bigint;
}

/** What one project would be paid before annual caps, for each combination of the readings that it meets. */
interface Prospect {
  readonly reach: Reach;
  readonly payments: readonly (readonly Payment[])[];
}

/**
 * The smallest and largest determined total over all combinations of the free readings.
 * Projects that neither a cap nor a reading connects are judged apart, so only combinations that can
 * matter are tried, yet the result is that of trying all.
 * @param free for each reading, whether the scenario leaves it open
 * @param chosen options of the scenario or the defaults; all but the free ones stay
 * @param settled determined total of each project under them, 分
 */
export function findRange(
  policy: CompiledPolicy,
  scenario: Scenario,
  reaches: readonly Reach[],
  free: readonly boolean[],
  chosen: readonly number[],
  settled: readonly bigint[],
): Range {
  let constant = 0n;
  const factors: Factor[] = [];
  for (const cluster of clusterProjects(policy, reaches, free)) {
    if (cluster.readings.length === 0) {
      for (const { number } of cluster.projects) constant += settled[number] ?? 0n;
    } else {
      factors.push(tabulate(policy, scenario, cluster, chosen));
    }
  }
  if (factors.length === 0) return { min: constant, max: constant };
  return {
    min: constant + findExtreme(factors, policy.sizes, smaller),
    max: constant + findExtreme(factors, policy.sizes, larger),
  };
}

function tabulate(policy: CompiledPolicy, scenario: Scenario, cluster: Cluster, chosen: readonly number[]): Factor {
  const options = [...chosen];
  const prospects = cluster.projects.map((reach) => prospectOf(policy, scenario, reach, options));
  const values: bigint[] = [];
  for (let at = 0; at < countCombinations(cluster.readings, policy.sizes); at += 1) {
    setCombination(options, cluster.readings, policy.sizes, at);
    values.push(sumDetermined(policy, prospects, options));
  }
  return { choices: cluster.readings, values };
}

function prospectOf(policy: CompiledPolicy, scenario: Scenario, reach: Reach, options: number[]): Prospect {
  const circumstances = { validity: policy.rule.validity, applicant: scenario.applicant, options };
  const project = scenario.projects[reach.number] as Project;
  const payments: Payment[][] = [];
  for (let at = 0; at < countCombinations(reach.readings, policy.sizes); at += 1) {
    setCombination(options, reach.readings, policy.sizes, at);
    payments.push(paymentsOf(judge(reach.awards, project, circumstances)));
  }
  return { reach, payments };
}

export function paymentsOf(verdict: Verdict): Payment[] {
  return verdict.kind === 'paid' ? verdict.payments : [];
}

function sumDetermined(policy: CompiledPolicy, prospects: readonly Prospect[], options: readonly number[]): bigint {
  const ledger = openLedger(policy, options);
  let total = 0n;
  for (const { reach, payments } of prospects) {
    for (const payment of payments[indexOf(reach.readings, policy.sizes, options)] ?? []) {
      const { award } = payment.candidate;
      const granted = spend(ledger, listCounting(ledger, award), payment.year, payment.working.rounded);
      if (payment.working.kind !== 'up-to') total += granted;
    }
  }
  return total;
}
