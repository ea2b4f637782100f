import type { AmountRule } from '../model/rulebook.ts';
import { larger, shareOf, smaller, toExact, toFen, type Exact } from './exact.ts';
import type { FactValue, Facts } from './scenario-types.ts';

/** How a sum was worked out: every figure on the way, so that the trace need not compute again. */
export type Working = {
  /** after the award's own limits */
  limited: Exact;
  /** 分, half up: the award before annual caps */
  rounded: bigint;
} & (
  | { kind: 'share'; base: bigint; product: Exact }
  | { kind: 'match'; base: bigint; product: Exact; joint: JointWorking | null; afterJoint: Exact }
  | { kind: 'fixed' }
  | { kind: 'up-to'; base: bigint | null; product: Exact | null }
);

export interface JointWorking {
  /** 分 of the fact that the ceiling is a share of */
  of: bigint;
  /** what city and district may give together */
  ceiling: Exact;
  /** what the city's own money leaves of it, never below 0 */
  room: Exact;
}

/** The facts that an amount needs and that are still unknown. */
export function listUnknown(names: readonly string[], facts: Facts): string[] {
  return names.filter((name) => isUnknown(facts.get(name)));
}

/**
 * Works out one instalment.
 * @param nth which entry of a list of yearly sums, from 0; facts that are a single sum ignore it
 * @throws Error where a fact it needs is unknown: ask `listUnknown` first
 */
export function workOut(amount: AmountRule, facts: Facts, nth: number): Working {
  switch (amount.kind) {
    case 'share': {
      const base = sumAt(amount.of, facts, nth);
      const product = shareOf(base, amount.rate);
      return finish({ kind: 'share', base, product }, limit(product, amount.max));
    }
    case 'match':
      return workOutMatch(amount, facts, nth);
    case 'fixed':
      return finish({ kind: 'fixed' }, toExact(BigInt(amount.sum)));
    case 'up-to': {
      const base = amount.of === null ? null : sumAt(amount.of, facts, nth);
      const product = base === null ? null : shareOf(base, amount.rate ?? 0);
      return finish({ kind: 'up-to', base, product }, limitOptional(product, amount.max));
    }
  }
}

function workOutMatch(amount: AmountRule & { kind: 'match' }, facts: Facts, nth: number): Working {
  const base = sumAt(amount.of, facts, nth);
  const product = shareOf(base, amount.ratio);
  let joint: JointWorking | null = null;
  if (amount.jointCeiling) {
    const of = sumAt(amount.jointCeiling.of, facts, nth);
    const ceiling = shareOf(of, amount.jointCeiling.rate);
    joint = { of, ceiling, room: larger(ceiling - toExact(base), 0n) };
  }
  const afterJoint = joint ? smaller(product, joint.room) : product;
  return finish({ kind: 'match', base, product, joint, afterJoint }, limit(afterJoint, amount.max));
}

function finish<T extends object>(working: T, limited: Exact): T & { limited: Exact; rounded: bigint } {
  return { ...working, limited, rounded: toFen(limited) };
}

function limit(exact: Exact, max: number | null): Exact {
  return max === null ? exact : smaller(exact, toExact(BigInt(max)));
}

function limitOptional(exact: Exact | null, max: number | null): Exact {
  if (exact !== null) return limit(exact, max);
  return max === null ? 0n : toExact(BigInt(max));
}

function sumAt(fact: string, facts: Facts, nth: number): bigint {
  const value = facts.get(fact);
  if (typeof value === 'bigint') return value;
  if (Array.isArray(value)) return (value as readonly bigint[])[nth] ?? 0n;
  throw new Error(`No sum known for “${fact}”`);
}

/** How many instalments the facts of an amount make: one for each entry of a list, else one. */
export function countInstalments(names: readonly string[], facts: Facts): number {
  for (const name of names) {
    const value = facts.get(name);
    if (Array.isArray(value)) return value.length;
  }
  return 1;
}

function isUnknown(value: FactValue | null | undefined): boolean {
  return value === null || value === undefined;
}
