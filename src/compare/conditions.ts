/** Conditions on facts, compared as sets of cases: which case is part of which. */
import type { ConditionRule, FactRule } from '../model/rulebook.ts';

export type Conditions = readonly ConditionRule[];

const find = (conditions: Conditions, fact: string): ConditionRule | undefined =>
  conditions.find((one) => one.fact === fact);

/** Every project of case `a` is one of case `b`. */
export function implies(a: Conditions, b: Conditions): boolean {
  return b.every((wanted) => {
    const own = find(a, wanted.fact);
    if (!own) return false;
    if (own.test === 'any-of')
      return wanted.test === 'any-of' && own.values.every((value) => wanted.values.includes(value));
    return own.test === wanted.test;
  });
}

/** Some project can be of both cases. */
export function overlaps(a: Conditions, b: Conditions): boolean {
  return b.every((wanted) => {
    const own = find(a, wanted.fact);
    if (!own) return true;
    if (own.test === 'any-of')
      return wanted.test === 'any-of' && own.values.some((value) => wanted.values.includes(value));
    return own.test === wanted.test;
  });
}

/** The projects of both cases. @returns null where there are none */
export function intersect(a: Conditions, b: Conditions): ConditionRule[] | null {
  if (!overlaps(a, b)) return null;
  const facts = [...new Set([...a, ...b].map((one) => one.fact))];
  return facts.map((fact) => {
    const [one, other] = [find(a, fact), find(b, fact)];
    if (one?.test === 'any-of' && other?.test === 'any-of') {
      return { ...one, values: one.values.filter((value) => other.values.includes(value)) };
    }
    return (one ?? other) as ConditionRule;
  });
}

/** All tests that a fact can be put to, each as narrow as it can be. */
function partsOf(fact: FactRule): ConditionRule[] {
  switch (fact.kind) {
    case 'choice':
      return fact.options.map(({ id }) => ({ fact: fact.name, test: 'any-of', values: [id] }));
    case 'boolean':
      return [true, false].map((value) => ({ fact: fact.name, test: 'any-of', values: [value] }));
    default:
      return [
        { fact: fact.name, test: 'positive' },
        { fact: fact.name, test: 'zero' },
      ];
  }
}

/** The narrowest cases of a case, over the facts named. */
export function atomsOf(
  conditions: Conditions,
  names: readonly string[],
  facts: readonly FactRule[],
): ConditionRule[][] {
  let atoms: ConditionRule[][] = [[...conditions]];
  for (const name of names) {
    const fact = facts.find((one) => one.name === name);
    if (!fact) continue;
    const parts = partsOf(fact);
    atoms = atoms.flatMap((atom) => parts.map((part) => intersect(atom, [part])).filter((both) => both !== null));
  }
  return atoms;
}

/** What is left of a case when others, each narrower by the same one fact, are taken away; null where that says nothing. */
export function withoutParts(
  conditions: Conditions,
  parts: readonly Conditions[],
  facts: readonly FactRule[],
): ConditionRule[] | null {
  const extra = parts.map((part) => part.filter((one) => !implies(conditions, [one])));
  const name = extra[0]?.[0]?.fact;
  const fact = facts.find((one) => one.name === name);
  if (!fact || extra.some((one) => one.length !== 1 || one[0]?.fact !== name)) return null;
  const left = atomsOf(conditions, [fact.name], facts).filter((atom) => !parts.some((part) => implies(atom, part)));
  const tests = left.flatMap((atom) => atom.filter((one) => one.fact === name));
  const first = tests[0];
  if (!first) return null;
  const merged: ConditionRule =
    first.test === 'any-of'
      ? { fact: fact.name, test: 'any-of', values: tests.flatMap((one) => (one.test === 'any-of' ? one.values : [])) }
      : first;
  return [...conditions.filter((one) => one.fact !== name), merged];
}
