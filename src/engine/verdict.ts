/** What one policy says of one project under one set of readings, before annual caps. */
import type { Check, CompiledAward, Variant } from './compiled.ts';
import type { Working } from './amount.ts';
import type { Truth } from './conditions.ts';
import type { Examination } from './checks.ts';

/** An award whose case the project is, or may be. */
export interface Candidate {
  readonly award: CompiledAward;
  readonly variant: Variant;
  /** true: covers the case; null: not known yet */
  readonly covers: Truth;
  readonly examination: Examination;
}

/** One award in one year, before annual caps. */
export interface Payment {
  readonly candidate: Candidate;
  readonly year: number;
  /** which instalment, from 0 */
  readonly nth: number;
  readonly working: Working;
}

/** Instalments asked for beyond those the clause pays. */
export interface Excess {
  readonly award: CompiledAward;
  readonly paid: number;
  readonly asked: number;
}

export type Verdict =
  | { kind: 'paid'; payments: Payment[]; excess: Excess | null; candidates: Candidate[] }
  /** `candidate` is null where no clause covers the case, or where it depends on missing facts which does */
  | { kind: 'refused'; reason: string; candidate: Candidate | null; check: Check | null; candidates: Candidate[] }
  | { kind: 'pending'; missing: string[]; candidates: Candidate[] };
