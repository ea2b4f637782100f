import type { AwardRule, ConditionRule, FactRule, MatterRule } from '../model/rulebook.ts';
import { atomsOf, implies, intersect, withoutParts, type Conditions } from './conditions.ts';
import type { Case } from './types.ts';

/**
 * The cases of a matter that its awards tell apart, over all policies: those that awards name, and those that
 * a reading or another award takes out of one. A case that others make up wholly is left out; what others leave of a case
 * is it. No project is of two cases.
 */
export function casesOf(matter: MatterRule, awards: readonly AwardRule[]): Case[] {
  const named: ConditionRule[][] = [];
  const add = (conditions: ConditionRule[] | null): void => {
    if (conditions && !named.some((one) => isSame(one, conditions))) named.push(conditions);
  };
  const apart = awards
    .flatMap(({ except }) => except.map(({ when }) => awardFor(when, awards)))
    .filter((one) => one !== null);
  for (const award of awards) {
    add(award.when);
    for (const { when, reading } of award.except) {
      // what is taken out is no part of this case where another award is for just that
      if (awardFor(when, awards)) add(when);
      else if (reading.length > 0) add(intersect(award.when, when));
    }
  }
  const kept = named
    .flatMap((conditions) => narrow(conditions, named, matter.facts))
    .map((conditions) => withoutThose(conditions, apart, matter.facts))
    .sort((a, b) => rankOf(a, apart) - rankOf(b, apart));
  return kept.map((conditions) => ({
    matter: matter.id,
    matterTitle: matter.title,
    label: kept.length > 1 ? labelCase(conditions, matter.facts) : '',
    conditions,
  }));
}

function isSame(a: Conditions, b: Conditions): boolean {
  return implies(a, b) && implies(b, a);
}

/** The case of an award that is for just that. */
function awardFor(conditions: Conditions, awards: readonly AwardRule[]): Conditions | null {
  return awards.find(({ when }) => when.length > 0 && implies(conditions, when))?.when ?? null;
}

/** Cases set apart stand together, before those that they were taken out of. */
function rankOf(conditions: Conditions, apart: readonly Conditions[]): number {
  return apart.some((one) => implies(conditions, one)) ? 0 : 1;
}

/** What is left of a case that lies across cases set apart from it. */
function withoutThose(
  conditions: ConditionRule[],
  apart: readonly Conditions[],
  facts: readonly FactRule[],
): ConditionRule[] {
  return apart.reduce<ConditionRule[]>((left, one) => {
    const both = implies(left, one) || implies(one, left) ? null : intersect(left, one);
    return both ? (withoutParts(left, [both], facts) ?? left) : left;
  }, conditions);
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
  if (fact.kind === 'boolean')
    return condition.values.includes(true) ? fact.label : (fact.negative ?? `非${fact.label}`);
  if (fact.kind !== 'choice') return fact.label;
  return fact.options
    .filter(({ id }) => condition.values.includes(id))
    .map(({ label }) => label)
    .join('、');
}
