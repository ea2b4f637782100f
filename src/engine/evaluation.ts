/** What an evaluation gives. All sums in 分. */
import type { IsoDate } from '../domain/dates.ts';
import type { Validity } from '../domain/validity.ts';
import type { ApplicantType } from '../domain/applicants.ts';
import type { AwardRule, CapRule, ClauseTurn, ReadingRule, Source } from '../model/rulebook.ts';
import type { Range } from './range.ts';
import type { Step } from './steps.ts';

export interface Evaluation {
  policies: PolicyResult[];
}

export interface PolicyResult {
  policy: string;
  /** 可算得 */
  determined: bigint;
  /** 最高可至 */
  discretionary: bigint;
  /** of `determined`, over all readings that the scenario leaves open */
  range: Range;
  /** every year with an award, in order */
  years: YearTotal[];
  /** in the order of projects, then years */
  awards: AwardResult[];
  refused: Refusal[];
  /** projects whose answer is not known yet; sums and range count the others only */
  pending: Pending[];
  /** annual caps that counted an award, by cap and year; pooled caps once */
  caps: CapUsage[];
  /** the options under which all this holds, reading by reading */
  readings: { reading: string; option: string }[];
  /** readings that bear on this scenario: changing one of these may change the result */
  reached: string[];
}

export interface YearTotal {
  year: number;
  determined: bigint;
  discretionary: bigint;
}

export interface AwardResult {
  project: string;
  clause: string;
  support: string;
  year: number;
  determined: bigint;
  discretionary: bigint;
  beforeAnnualCaps: bigint;
  rule: AwardRule;
  steps: Step[];
}

export interface Refusal {
  project: string;
  /** null: no clause covers the case, or missing answers decide which clause it would be */
  clause: string | null;
  reason: string;
  /** the award that was judged, null as `clause` is */
  rule: AwardRule | null;
  detail: RefusalDetail;
  /** readings on which the refusal rests, with the option taken */
  readings: ReadingTaken[];
}

export interface ReadingTaken {
  reading: ReadingRule;
  option: ReadingRule['options'][number];
}

export type RefusalDetail =
  | { kind: 'not-covered' }
  | { kind: 'not-in-force'; date: IsoDate | null; validity: Validity }
  /** the clause that would cover the case was not added yet, or is struck out by then */
  | { kind: 'absent'; date: IsoDate; turn: ClauseTurn; sources: readonly Source[] }
  | { kind: 'applicant'; type: ApplicantType; allowed: readonly ApplicantType[]; sources: readonly Source[] }
  | {
      kind: 'requirement';
      fact: string;
      label: string;
      is: boolean | string;
      /** what the text demands, in its own words */
      words?: string;
      sources: readonly Source[];
    }
  | { kind: 'threshold'; fact: string; label: string; value: bigint; min: bigint; sources: readonly Source[] }
  | { kind: 'zero-base'; fact: string; label: string; sources: readonly Source[] }
  | { kind: 'years-exhausted'; paid: number; asked: number; sources: readonly Source[] };

export interface Pending {
  project: string;
  /** the only clause that can still apply, else null */
  clause: string | null;
  /** names of facts, or "date" */
  missing: string[];
}

export interface CapUsage {
  cap: CapRule;
  /** caps that are one with it under the readings taken */
  pooledWith: CapRule[];
  year: number;
  max: bigint;
  used: bigint;
  /** what other versions of its clause drew in the year, which counts too; absent where none did */
  elsewhere?: bigint;
  /** what each award drew, in order */
  draws: { project: string; sum: bigint }[];
  /** the project whose award used it up, null while something is left */
  exhaustedBy: string | null;
}
