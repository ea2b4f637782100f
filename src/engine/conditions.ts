import type { ConditionRule } from '../model/rulebook.ts';
import type { FactValue, Facts } from './scenario-types.ts';

/** Yes, no, or not yet known. */
export type Truth = boolean | null;

/** All of them: no as soon as one is no, else unknown where one is unknown. */
export function testAll(conditions: readonly ConditionRule[], facts: Facts): Truth {
  let result: Truth = true;
  for (const condition of conditions) {
    const one = testCondition(condition, facts);
    if (one === false) return false;
    if (one === null) result = null;
  }
  return result;
}

export function testCondition(condition: ConditionRule, facts: Facts): Truth {
  const value = facts.get(condition.fact);
  if (value === null || value === undefined) return null;
  switch (condition.test) {
    case 'any-of':
      return (typeof value === 'string' || typeof value === 'boolean') && condition.values.includes(value);
    case 'positive':
      return sumOf(value) > 0n;
    case 'zero':
      return sumOf(value) === 0n;
  }
}

function sumOf(value: FactValue): bigint {
  if (typeof value === 'bigint') return value;
  if (Array.isArray(value)) return value.reduce((sum: bigint, one: bigint) => sum + one, 0n);
  return 0n;
}
