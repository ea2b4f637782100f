import type { AwardRule, ConditionRule, FactRule, MatterRule } from '../model/rulebook.ts';
import { atomsOf, implies, intersect, withoutParts, type Conditions } from './conditions.ts';
import type { Case } from './types.ts';

/**
 * The cases of a matter that its awards tell apart, over all policies: those that awards name, and those that
 * a reading takes out of one. A case that others make up wholly is left out; what others leave of a case is it.
 */
export function casesOf(matter: MatterRule, awards: readonly AwardRule[]): Case[] {
  const named: ConditionRule[][] = [];
  const add = (conditions: ConditionRule[] | null): void => {
    if (conditions && !named.some((one) => implies(one, conditions) && implies(conditions, one)))
      named.push(conditions);
  };
  // what a reading takes out is no case of its own where another award is for just that
  const hasAward = (conditions: Conditions): boolean =>
    awards.some(({ when }) => when.length > 0 && implies(conditions, when));
  for (const award of awards) {
    add(award.when);
    for (const { when, reading } of award.except)
      if (reading.length > 0 && !hasAward(when)) add(intersect(award.when, when));
  }
  const kept = named.flatMap((conditions) => narrow(conditions, named, matter.facts));
  return kept.map((conditions) => ({
    matter: matter.id,
    matterTitle: matter.title,
    label: kept.length > 1 ? labelCase(conditions, matter.facts) : '',
    conditions,
  }));
}

function narrow(
  conditions: ConditionRule[],
  named: readonly ConditionRule[][],
  facts: readonly FactRule[],
): ConditionRule[][] {
  const parts = named.filter((one) => one !== conditions && implies(one, conditions));
  if (parts.length === 0) return [conditions];
  const names = [...new Set(parts.flat().map((one) => one.fact))];
  const atoms = atomsOf(conditions, names, facts);
  if (atoms.every((atom) => parts.some((part) => implies(atom, part)))) return [];
  return [withoutParts(conditions, parts, facts) ?? conditions];
}

/** "第三类 · 非诊断试剂"; "其他情形" where nothing tells it apart. */
function labelCase(conditions: Conditions, facts: readonly FactRule[]): string {
  const words = facts.flatMap((fact) =>
    conditions.filter((one) => one.fact === fact.name).map((one) => labelTest(one, fact)),
  );
  return words.length === 0 ? '其他情形' : words.join(' · ');
}

function labelTest(condition: ConditionRule, fact: FactRule): string {
  if (condition.test === 'positive') return `有${fact.label}`;
  if (condition.test === 'zero') return `没有${fact.label}`;
  if (fact.kind === 'boolean') return condition.values.includes(true) ? fact.label : `非${fact.label}`;
  if (fact.kind !== 'choice') return fact.label;
  return fact.options
    .filter(({ id }) => condition.values.includes(id))
    .map(({ label }) => label)
    .join('、');
}
