import type { CapRule, PolicyRule, RuleBook } from '../model/rulebook.ts';
import { compileAward } from './compile-award.ts';
import type { CompiledAward, CompiledCap, CompiledMatter, CompiledPolicy, Engine } from './compiled.ts';
import { compileTest } from './readings.ts';

/**
 * Indexes a rule book for any number of evaluations.
 * @throws Error where the rule book contradicts itself (an unknown fact, cap or reading)
 */
export function compile(ruleBook: RuleBook): Engine {
  const matters = new Map<string, CompiledMatter>(
    ruleBook.matters.map((rule) => [rule.id, { rule, facts: new Map(rule.facts.map((fact) => [fact.name, fact])) }]),
  );
  const ranks = new Map(ruleBook.reasons.map((reason, rank) => [reason.id, rank]));
  return {
    ruleBook,
    matters,
    readings: new Map(ruleBook.policies.flatMap((policy) => policy.readings).map((one) => [one.id, one])),
    policies: ruleBook.policies.map((policy) => compilePolicy(policy, matters, ranks)),
  };
}

function compilePolicy(
  rule: PolicyRule,
  matters: ReadonlyMap<string, CompiledMatter>,
  ranks: ReadonlyMap<string, number>,
): CompiledPolicy {
  const awards = new Map<string, CompiledAward[]>();
  // Sorting is stable: within a clause the order of the metadata stays.
  for (const award of [...rule.awards].sort((a, b) => a.clauseOrder - b.clauseOrder)) {
    const matter = matters.get(award.matter);
    // A slice of the rule book may leave a matter out: then no scenario can ask for this award.
    if (!matter) continue;
    const list = awards.get(award.matter) ?? [];
    list.push(compileAward(award, matter, rule, ranks));
    awards.set(award.matter, list);
  }
  const caps = compileCaps(rule);
  return {
    rule,
    defaults: rule.readings.map((one) => one.options.findIndex((option) => option.id === one.default)),
    sizes: rule.readings.map((one) => one.options.length),
    awards,
    caps,
    pools: caps.some((cap) => cap.sharedWith !== null),
  };
}

function compileCaps(policy: PolicyRule): CompiledCap[] {
  const families = findFamilies(policy.caps);
  return policy.caps.map((rule, number) => {
    const partner = rule.sharedWith === null ? -1 : policy.caps.findIndex((one) => one.ref === rule.sharedWith?.cap);
    return {
      rule,
      max: BigInt(rule.max),
      sharedWith:
        rule.sharedWith === null || partner < 0
          ? null
          : { cap: partner, reading: compileTest(rule.sharedWith.reading, policy.readings) },
      continues: rule.continues === undefined ? -1 : policy.caps.findIndex((one) => one.ref === rule.continues),
      family: families[number] ?? number,
    };
  });
}

/** For each cap the smallest number of the caps it can be pooled with under any reading, or that it continues. */
function findFamilies(caps: readonly CapRule[]): number[] {
  const families = caps.map((_, number) => number);
  for (const [number, cap] of caps.entries()) {
    for (const ref of [cap.sharedWith?.cap, cap.continues]) {
      const partner = caps.findIndex((one) => one.ref === ref);
      if (partner < 0) continue;
      const [one = number, other = partner] = [families[number], families[partner]];
      const [low, high] = one < other ? [one, other] : [other, one];
      for (const [index, family] of families.entries()) if (family === high) families[index] = low;
    }
  }
  return families;
}
