import type { AwardResult, Pending, PolicyResult, Refusal } from '../../../engine/index.ts';

/** What one policy says of one project: awards by year, a refusal (beside awards where later years are not paid), or what is missing. */
export interface ProjectOutcome {
  awards: AwardResult[];
  refused: Refusal | null;
  pending: Pending | null;
}

export function groupByProject({ awards, refused, pending }: PolicyResult): Map<string, ProjectOutcome> {
  const grouped = new Map<string, ProjectOutcome>();
  const of = (project: string): ProjectOutcome => {
    const known = grouped.get(project) ?? { awards: [], refused: null, pending: null };
    grouped.set(project, known);
    return known;
  };
  for (const award of awards) of(award.project).awards.push(award);
  for (const refusal of refused) of(refusal.project).refused = refusal;
  for (const one of pending) of(one.project).pending = one;
  return grouped;
}
