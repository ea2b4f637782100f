import type { PolicyRule, RuleBook } from '../model/rulebook.ts';

/** The part of a rule book that decides on some matters: small enough to hand to a page. */
export function sliceRuleBook(ruleBook: RuleBook, matters: readonly string[]): RuleBook {
  return {
    ...ruleBook,
    matters: ruleBook.matters.filter((matter) => matters.includes(matter.id)),
    policies: ruleBook.policies.map((policy) => slicePolicy(policy, matters)),
  };
}

/** Keeps all readings, so that a scenario that names one stays valid. */
function slicePolicy(policy: PolicyRule, matters: readonly string[]): PolicyRule {
  const awards = policy.awards.filter((award) => matters.includes(award.matter));
  const needed = new Set(awards.flatMap((award) => award.caps.map((one) => one.cap)));
  // A cap can be one with another, or go on from an earlier version: partners of a needed cap are needed too, and theirs.
  for (let size = -1; size !== needed.size;) {
    size = needed.size;
    for (const { ref, sharedWith, continues } of policy.caps) {
      for (const other of [sharedWith?.cap, continues]) {
        if (other !== undefined && needed.has(ref)) needed.add(other);
        if (other !== undefined && needed.has(other)) needed.add(ref);
      }
    }
  }
  return { ...policy, awards, caps: policy.caps.filter((cap) => needed.has(cap.ref)) };
}
