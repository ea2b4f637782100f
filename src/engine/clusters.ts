import { testAll } from './conditions.ts';
import type { CompiledAward, CompiledPolicy } from './compiled.ts';
import type { Project } from './scenario-types.ts';
import { isInTerm } from './terms.ts';

/** What can become of one project under any combination of the free readings. */
export interface Reach {
  /** place of the project in the scenario */
  readonly number: number;
  /** awards whose conditions its facts meet, whatever the readings */
  readonly awards: readonly CompiledAward[];
  /** free readings that those awards test */
  readonly readings: readonly number[];
  /** readings that the scenario fixed or left open and that bear on awards whose conditions its facts meet */
  readonly met: readonly number[];
  /** caps that may count it */
  readonly caps: readonly number[];
}

/** Projects that share a cap, with every free reading that bears on one of them. */
export interface Cluster {
  readonly projects: Reach[];
  readonly readings: number[];
}

/** @param free for each reading, whether the scenario leaves it open */
export function findReach(
  policy: CompiledPolicy,
  project: Project,
  number: number,
  free: readonly boolean[],
  options: readonly number[],
): Reach {
  const awards: CompiledAward[] = [];
  const readings = new Set<number>();
  const met = new Set<number>();
  const caps = new Set<number>();
  for (const award of policy.awards.get(project.matter) ?? []) {
    if (isInTerm(award, project.date) === false || testAll(award.when, project.facts) === false) continue;
    for (const reading of award.touches) met.add(reading);
    if (award.reading.some((test) => !free[test.reading] && options[test.reading] !== test.option)) continue;
    awards.push(award);
    for (const reading of award.touches) if (free[reading]) readings.add(reading);
    for (const { cap } of award.caps) caps.add(cap);
  }
  return { number, awards, readings: [...readings], met: [...met], caps: [...caps] };
}

/** Groups projects that may draw on the same cap; a project without caps stands alone. */
export function clusterProjects(
  policy: CompiledPolicy,
  reaches: readonly Reach[],
  free: readonly boolean[],
): Cluster[] {
  const clusters = new Set<Reach[]>();
  const byFamily = new Map<number, Reach[]>();
  for (const reach of reaches) {
    let own: Reach[] = [reach];
    for (const cap of reach.caps) {
      const family = policy.caps[cap]?.family ?? cap;
      const other = byFamily.get(family);
      if (other && other !== own) own = merge(other, own, byFamily, clusters);
      byFamily.set(family, own);
    }
    clusters.add(own);
  }
  return [...clusters].map((projects) => ({ projects, readings: listReadings(policy, projects, free) }));
}

/** Joins two groups into the first, in the order of the projects. */
function merge(into: Reach[], from: Reach[], byFamily: Map<number, Reach[]>, clusters: Set<Reach[]>): Reach[] {
  into.push(...from);
  into.sort((a, b) => a.number - b.number);
  for (const [family, group] of byFamily) if (group === from) byFamily.set(family, into);
  clusters.delete(from);
  return into;
}

function listReadings(policy: CompiledPolicy, projects: readonly Reach[], free: readonly boolean[]): number[] {
  const [only] = projects;
  if (projects.length === 1 && only && (only.caps.length === 0 || !policy.pools)) return [...only.readings];
  const readings = new Set(projects.flatMap((one) => one.readings));
  if (!policy.pools) return [...readings];
  const families = new Set(projects.flatMap((one) => one.caps.map((cap) => policy.caps[cap]?.family)));
  for (const { family, sharedWith } of policy.caps) {
    if (!sharedWith || !families.has(family)) continue;
    for (const test of sharedWith.reading) if (free[test.reading]) readings.add(test.reading);
  }
  return [...readings];
}
