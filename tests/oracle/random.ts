/** A small seeded source of random choices, and of amounts and dates near the places where the policies turn. */

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** mulberry32: uniform in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.integer(0, choices.length - 1)];
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  }
}

const wan = 1_000_000; // 1 万元 in 分
const greatest = 100_000_000_000_000; // 1e12 yuan in 分

/** 分 as a JSON number of yuan; the nearest double of a sum up to 1e12 prints with at most two decimals. */
export function yuan(fen: number): number {
  return Math.min(Math.max(Math.round(fen), 0), greatest) / 100;
}

/** An amount at or next to one of `edges` (in 万元), or somewhere else altogether; rarely 0 or the greatest. */
export function amount(r: Random, edges: readonly number[]): number {
  const kind = r.next();
  if (kind < 0.05) return 0;
  if (kind < 0.55) return yuan(nudge(r, r.pick(edges) * wan));
  if (kind < 0.68) return yuan(r.integer(1, 30)); // a few 分: the rounding shows
  if (kind < 0.7) return yuan(greatest - (r.chance(0.5) ? 0 : r.integer(1, 99)));
  if (kind < 0.85) return yuan(r.integer(1, 1000) * wan);
  return yuan(10 ** (2 + r.next() * 10)); // 1 yuan to 100 亿, evenly by magnitude
}

/** The same sum, or one a few 分 or yuan away. */
export function nudge(r: Random, fen: number): number {
  const kind = r.next();
  if (kind < 0.4) return fen;
  if (kind < 0.8) return fen + r.integer(-4, 4);
  return fen + r.integer(-1000, 1000);
}

/** City money and R&D investment, often at an edge of 合计不超过研发投入的 50%. */
export function cityMoneyAndResearch(r: Random): { municipalSupport: number; rdInvestment: number } {
  const rdInvestment = amount(r, [100, 200, 250, 400, 500, 800, 1000, 2000]);
  const research = Math.round(rdInvestment * 100);
  const kind = r.next();
  let support: number;
  if (kind < 0.2) support = 0;
  else if (kind < 0.4)
    support = nudge(r, research / 4); // above it the 50% binds
  else if (kind < 0.55)
    support = nudge(r, research / 2); // above it nothing is left
  else if (kind < 0.7)
    support = nudge(r, research * 0.3); // the match equals 20% of the R&D investment
  else if (kind < 0.8)
    support = nudge(r, research / 5); // and so does this one
  else if (kind < 0.9) support = r.integer(1, 9);
  else support = Math.round(amount(r, [50, 100, 200, 300]) * 100);
  return { municipalSupport: yuan(support), rdInvestment };
}

const bounds = [
  '2024-10-30',
  '2024-10-31',
  '2024-11-01',
  '2024-12-31',
  '2025-01-01',
  '2025-05-27',
  '2025-05-28',
  '2025-06-30',
  '2025-07-01',
  '2025-12-01',
  '2025-12-31',
  '2026-01-01',
  '2026-12-31',
  '2027-01-01',
  '2027-12-31',
  '2028-01-01',
  '2028-02-29',
  '2029-12-31',
  '2030-01-01',
  '2030-06-29',
  '2030-06-30',
  '2030-07-01',
  '2020-02-29',
  '1999-12-31',
] as const;

export function anyDate(r: Random): string {
  if (r.chance(0.35)) return r.pick(bounds);
  return dateIn(r, r.chance(0.75) ? r.integer(2026, 2027) : r.integer(2024, 2031));
}

export function dateIn(r: Random, year: number): string {
  if (r.chance(0.25)) return `${year}-${r.pick(['01-01', '12-31', '06-30', '07-01', '02-28'])}`;
  const month = String(r.integer(1, 12)).padStart(2, '0');
  return `${year}-${month}-${String(r.integer(1, 28)).padStart(2, '0')}`;
}
