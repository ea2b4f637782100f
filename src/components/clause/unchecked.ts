import type { AwardRule, Source } from '../../model/rulebook.ts';

/** A condition that the site cannot check, as the page of its clause tells it. */
export interface Unchecked {
  note: string;
  sources: Source[];
  /** titles of the awards that it stands with; empty where it stands with all of its clause */
  only: string[];
}

/** Conditions of a clause's awards, each once. */
export function uncheckedOf(awards: readonly AwardRule[]): Unchecked[] {
  const uses = awards.flatMap((award) => award.conditions.map((condition) => ({ award, condition })));
  return [...Map.groupBy(uses, ({ condition }) => condition.note)].flatMap(([note, same]) => {
    const [first] = same;
    if (!first) return [];
    const siblings = awards.filter(({ clause }) => clause === first.award.clause);
    const only = siblings.length === same.length ? [] : same.map(({ award }) => award.title);
    return [{ note, sources: first.condition.sources, only }];
  });
}
