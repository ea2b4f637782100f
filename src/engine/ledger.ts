import type { Assignment, CompiledAward, CompiledPolicy } from './compiled.ts';
import { holds } from './readings.ts';

/** Annual caps under one set of readings: which caps are one, and what is left of each in each year. */
export interface Ledger {
  /** cap number → number of the pool it draws on */
  readonly pools: readonly number[];
  /** pool number → 分 a year */
  readonly limits: readonly bigint[];
  /** what is left, by pool and year; absent: all of it */
  readonly left: Map<string, bigint>;
  readonly options: Assignment;
}

export function openLedger(policy: CompiledPolicy, options: Assignment): Ledger {
  const pools = policy.caps.map((_, number) => number);
  const limits = policy.caps.map((cap) => cap.max);
  if (policy.pools) {
    for (const [number, { sharedWith }] of policy.caps.entries()) {
      if (sharedWith && holds(sharedWith.reading, options)) join(pools, limits, number, sharedWith.cap);
    }
  }
  return { pools, limits, left: new Map(), options };
}

/** Makes one pool of two; should their sums differ, the smaller is the one that both texts allow. */
function join(pools: number[], limits: bigint[], a: number, b: number): void {
  const [one = a, other = b] = [pools[a], pools[b]];
  const [low = 0n, high = 0n] = [limits[one], limits[other]];
  limits[one] = low < high ? low : high;
  for (const [number, pool] of pools.entries()) if (pool === other) pools[number] = one;
}

/** The caps that count an award under the ledger's readings, one of each pool. */
export function listCounting(ledger: Ledger, award: CompiledAward): number[] {
  const counting: number[] = [];
  for (const { cap, reading } of award.caps) {
    if (!holds(reading, ledger.options)) continue;
    if (!counting.some((one) => ledger.pools[one] === ledger.pools[cap])) counting.push(cap);
  }
  return counting;
}

/** What is left of a cap in a year, in 分. */
export function remainderOf(ledger: Ledger, cap: number, year: number): bigint {
  const pool = ledger.pools[cap] ?? cap;
  return ledger.left.get(`${pool}/${year}`) ?? ledger.limits[pool] ?? 0n;
}

/** Spends an award from every cap that counts it. @returns what the smallest remainder leaves of it, 分 */
export function spend(ledger: Ledger, caps: readonly number[], year: number, sum: bigint): bigint {
  let granted = sum;
  for (const cap of caps) {
    const left = remainderOf(ledger, cap, year);
    if (left < granted) granted = left;
  }
  for (const cap of caps) {
    ledger.left.set(`${ledger.pools[cap] ?? cap}/${year}`, remainderOf(ledger, cap, year) - granted);
  }
  return granted;
}
