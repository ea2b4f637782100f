import type { AwardRule, PolicyRule } from '../model/rulebook.ts';
import { holds, type Assignment } from './assignments.ts';
import { implies, overlaps, type Conditions } from './conditions.ts';
import type { Case } from './types.ts';

/** Awards of a policy that can bear on a project of a case under any reading: those that cover it, or part of it. */
export function awardsFor(policy: PolicyRule, { matter, conditions }: Case): AwardRule[] {
  return policy.awards.filter(
    (award) =>
      award.matter === matter &&
      pays(award, conditions) &&
      overlaps(conditions, award.when) &&
      !award.except.some((one) => one.reading.length === 0 && implies(conditions, one.when)),
  );
}

/** Of these, the ones that hold under the readings taken. */
export function standing(awards: readonly AwardRule[], { conditions }: Case, taken: Assignment): AwardRule[] {
  return awards.filter(
    (award) =>
      holds(award.reading, taken) &&
      !award.except.some((one) => holds(one.reading, taken) && implies(conditions, one.when)),
  );
}

/** A share of nothing is nothing: an award counted from a sum that the case sets to 0 does not bear on it. */
function pays({ amount }: AwardRule, conditions: Conditions): boolean {
  if (amount.kind !== 'share' && amount.kind !== 'match') return true;
  return !conditions.some((one) => one.fact === amount.of && one.test === 'zero');
}
