import type { Assignment, CompiledAward, CompiledPolicy } from './compiled.ts';
import { holds } from './readings.ts';

/** Annual caps under one set of readings: which caps are one, and what is left of each in each year. */
export interface Ledger {
  /** cap number → number of the pool it draws on */
  readonly pools: readonly number[];
  /** pool number → 分 a year */
  readonly limits: readonly bigint[];
  /** cap number → number of the book it is counted in: a cap and the same cap of an earlier version of its clause have one */
  readonly books: readonly number[];
  /** what was spent, by book and year */
  readonly spent: Map<string, bigint>;
  readonly options: Assignment;
}

/** A ledger with nothing spent. @param options the readings under which caps are shared */
export function openLedger(policy: CompiledPolicy, options: Assignment): Ledger {
  const pools = policy.caps.map((_, number) => number);
  const limits = policy.caps.map((cap) => cap.max);
  if (policy.pools) {
    for (const [number, { sharedWith }] of policy.caps.entries()) {
      if (sharedWith && holds(sharedWith.reading, options)) join(pools, limits, number, sharedWith.cap);
    }
  }
  return { pools, limits, books: joinBooks(policy, pools), spent: new Map(), options };
}

/** Pools are counted in books of their own, but for those in which an amended clause's cap goes on. */
function joinBooks({ caps }: CompiledPolicy, pools: readonly number[]): readonly number[] {
  if (caps.every(({ continues }) => continues < 0)) return pools;
  const books = [...pools];
  for (const [number, { continues }] of caps.entries()) {
    const [own, earlier] = [books[number], books[continues]];
    if (earlier === undefined) continue;
    for (const [index, book] of books.entries()) if (book === own) books[index] = earlier;
  }
  return books;
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

/** What is left of a cap in a year, in 分. Never below 0: an earlier version may have allowed more than this one. */
export function remainderOf(ledger: Ledger, cap: number, year: number): bigint {
  const left = (ledger.limits[ledger.pools[cap] ?? cap] ?? 0n) - spentOf(ledger, cap, year);
  return left < 0n ? 0n : left;
}

/** What was spent in the year of a cap and of the same cap of other versions, in 分. */
export function spentOf(ledger: Ledger, cap: number, year: number): bigint {
  return ledger.spent.get(bookOf(ledger, cap, year)) ?? 0n;
}

function bookOf({ books }: Ledger, cap: number, year: number): string {
  return `${books[cap] ?? cap}/${year}`;
}

/** Spends an award from every cap that counts it. @returns what the smallest remainder leaves of it, 分 */
export function spend(ledger: Ledger, caps: readonly number[], year: number, sum: bigint): bigint {
  let granted = sum;
  for (const cap of caps) {
    const left = remainderOf(ledger, cap, year);
    if (left < granted) granted = left;
  }
  for (const book of new Set(caps.map((cap) => bookOf(ledger, cap, year)))) {
    ledger.spent.set(book, (ledger.spent.get(book) ?? 0n) + granted);
  }
  return granted;
}
