/**
 * The trace: how an award came about, one typed record a step, in order. `from` and `to` are the running
 * sum in millionths of a 分 (`Exact`), so that each step's figures add up without rounding; bases, limits
 * and remainders are whole 分. `bit` says whether a limit changed the sum.
 */
import type { Ppm } from '../domain/rate.ts';
import type { CapRule, ReadingRule, Source } from '../model/rulebook.ts';
import type { Exact } from './exact.ts';

/** A money fact as a step used it. */
export interface Figure {
  fact: string;
  label: string;
  /** 分 */
  sum: bigint;
}

export type Step = { sources: readonly Source[] } & StepDetail;

export type StepDetail =
  /** a reading decides something about this award: `affects` what */
  | { kind: 'reading'; reading: ReadingRule; option: ReadingRule['options'][number]; affects: ReadingEffect }
  /** a sum that had to be reached, and was */
  | { kind: 'threshold'; figure: Figure; min: bigint }
  /** one entry of a list of yearly sums; `of` entries, at most `max` are paid (null: the text is silent) */
  | { kind: 'instalment'; nth: number; of: number; max: number | null; year: number }
  /** base × rate */
  | { kind: 'share'; base: Figure; rate: Ppm; to: Exact }
  /** the city's money × the district's ratio */
  | { kind: 'match'; base: Figure; ratio: Ppm; to: Exact }
  /** city and district together at most `rate` of `of`: leaves `room` for the district */
  | {
      kind: 'joint-ceiling';
      base: Figure;
      of: Figure;
      rate: Ppm;
      ceiling: Exact;
      room: Exact;
      from: Exact;
      to: Exact;
      bit: boolean;
    }
  /** the award's own ceiling */
  | { kind: 'own-limit'; max: bigint; from: Exact; to: Exact; bit: boolean }
  /** the text states no limit, neither for the award nor for a year */
  | { kind: 'unlimited' }
  | { kind: 'fixed'; sum: bigint; to: Exact }
  /** only a ceiling: the smaller of a share and a sum; null where the text states no such one */
  | { kind: 'ceiling'; base: Figure | null; rate: Ppm | null; product: Exact | null; max: bigint | null; to: Exact }
  /** half up to whole 分 */
  | { kind: 'rounding'; from: Exact; to: Exact }
  /** several clauses cover the case: the highest is paid, on a tie the smaller number */
  | { kind: 'choice'; to: Exact; others: Rival[] }
  /** an annual cap: what was left of it, and what it leaves of the award */
  | {
      kind: 'annual-cap';
      cap: CapRule;
      /** caps that are one with it under the readings taken */
      pooledWith: CapRule[];
      year: number;
      max: bigint;
      left: bigint;
      /** of what is spent, what other versions of its clause drew; absent where none did */
      elsewhere?: bigint;
      from: Exact;
      to: Exact;
      bit: boolean;
    };

export type ReadingEffect = 'coverage' | 'exception' | 'requirement' | 'amount' | 'cap';

/** A clause that covers the same case and is not the one paid. */
export interface Rival {
  /** ref of its award */
  award: string;
  title: string;
  clause: string;
  clauseLabel: string;
  sources: readonly Source[];
  /** `sum` in 分 before annual caps, or the reason it is refused */
  outcome: { kind: 'lower' | 'tie'; sum: bigint } | { kind: 'refused'; reason: string };
}
