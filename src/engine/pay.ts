import type { CapRule } from '../model/rulebook.ts';
import { toExact } from './exact.ts';
import type { CompiledMatter, CompiledPolicy } from './compiled.ts';
import type { AwardResult, CapUsage } from './evaluation.ts';
import { listCounting, openLedger, remainderOf, spend, spentOf, type Ledger } from './ledger.ts';
import type { Project } from './scenario-types.ts';
import type { Step } from './steps.ts';
import { traceAward } from './trace.ts';
import type { Payment, Verdict } from './verdict.ts';

/** Spends the annual caps of one policy, award after award, and keeps the books. */
export class Payer {
  readonly ledger: Ledger;
  readonly #policy: CompiledPolicy;
  readonly #usage = new Map<string, CapUsage>();

  constructor(policy: CompiledPolicy, options: readonly number[]) {
    this.#policy = policy;
    this.ledger = openLedger(policy, options);
  }

  pay(matter: CompiledMatter, project: Project, payment: Payment, verdict: Verdict): AwardResult {
    const { working, year, candidate } = payment;
    const { rule } = candidate.award;
    const steps = traceAward(this.#policy, matter, project, payment, verdict, this.ledger);
    const granted = this.#drawOnCaps(project.id, payment, steps);
    const isCeiling = working.kind === 'up-to';
    return {
      project: project.id,
      clause: rule.clause,
      support: rule.id,
      year,
      determined: isCeiling ? 0n : granted,
      discretionary: isCeiling ? granted : 0n,
      beforeAnnualCaps: working.rounded,
      rule,
      steps,
    };
  }

  /** Caps that counted an award, in the order of the policy, then of years. */
  listUsage(): CapUsage[] {
    const place = (usage: CapUsage): number => this.#policy.caps.findIndex((cap) => cap.rule === usage.cap);
    return [...this.#usage.values()]
      .map((usage) => ({ ...usage, ...this.#elsewhere(place(usage), usage.year) }))
      .sort((a, b) => place(a) - place(b) || a.year - b.year);
  }

  /** What the same book counted for other versions of the clause. */
  #elsewhere(cap: number, year: number): { elsewhere?: bigint } {
    const own = this.#usage.get(this.#keyOf(cap, year))?.used ?? 0n;
    const sum = spentOf(this.ledger, cap, year) - own;
    return sum > 0n ? { elsewhere: sum } : {};
  }

  #keyOf(cap: number, year: number): string {
    return `${this.ledger.pools[cap] ?? cap}/${year}`;
  }

  #drawOnCaps(project: string, { candidate, working, year }: Payment, steps: Step[]): bigint {
    const counting = listCounting(this.ledger, candidate.award);
    const left = counting.map((cap) => ({
      sum: remainderOf(this.ledger, cap, year),
      elsewhere: this.#elsewhere(cap, year),
    }));
    const granted = spend(this.ledger, counting, year, working.rounded);
    let running = working.rounded;
    for (const [at, cap] of counting.entries()) {
      const { sum: remainder = 0n, elsewhere } = left[at] ?? {};
      const to = remainder < running ? remainder : running;
      steps.push({ ...this.#capStep(cap, year, remainder, running, to), ...elsewhere });
      this.#book(cap, year, project, granted, remainder);
      running = to;
    }
    return granted;
  }

  #capStep(cap: number, year: number, left: bigint, from: bigint, to: bigint): Step & { kind: 'annual-cap' } {
    const { rule, pooledWith, max } = this.#describe(cap);
    const sources = [rule, ...pooledWith].flatMap((one) => one.sources);
    return {
      kind: 'annual-cap',
      cap: rule,
      pooledWith,
      year,
      max,
      left,
      from: toExact(from),
      to: toExact(to),
      bit: to < from,
      sources,
    };
  }

  #book(cap: number, year: number, project: string, sum: bigint, left: bigint): void {
    const key = this.#keyOf(cap, year);
    const { rule, pooledWith, max } = this.#describe(cap);
    const usage = this.#usage.get(key) ?? { cap: rule, pooledWith, year, max, used: 0n, draws: [], exhaustedBy: null };
    usage.used += sum;
    usage.draws.push({ project, sum });
    if (sum === left) usage.exhaustedBy ??= project;
    this.#usage.set(key, usage);
  }

  #describe(cap: number): { rule: CapRule; pooledWith: CapRule[]; max: bigint } {
    const { caps } = this.#policy;
    const pool = this.ledger.pools[cap] ?? cap;
    const rule = caps[cap]?.rule as CapRule;
    const pooledWith = caps.filter((_, number) => number !== cap && this.ledger.pools[number] === pool);
    return { rule, pooledWith: pooledWith.map((one) => one.rule), max: this.ledger.limits[pool] ?? 0n };
  }
}
