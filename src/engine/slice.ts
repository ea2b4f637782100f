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
  // A cap can be one with another: partners of a needed cap are needed too, and theirs.
  for (let size = -1; size !== needed.size;) {
    size = needed.size;
    for (const { ref, sharedWith } of policy.caps) {
      if (sharedWith && needed.has(ref)) needed.add(sharedWith.cap);
      if (sharedWith && needed.has(sharedWith.cap)) needed.add(ref);
    }
  }
  return { ...policy, awards, caps: policy.caps.filter((cap) => needed.has(cap.ref)) };
}
