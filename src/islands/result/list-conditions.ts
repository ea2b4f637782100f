import type { AwardResult } from '../../engine/index.ts';
import type { AwardRule } from '../../model/rulebook.ts';

/** 本站无法核验的条件 of all these awards, each once. */
export function listConditions(awards: readonly AwardResult[]): AwardRule['conditions'] {
  const byNote = new Map(awards.flatMap(({ rule }) => rule.conditions.map((one) => [one.note, one] as const)));
  return [...byNote.values()];
}
