/** The rule book with everything looked up once: readings and caps are numbers, checks are in order. */
import type {
  AmountRule,
  AwardRule,
  CapRule,
  ConditionRule,
  FactRule,
  MatterRule,
  PolicyRule,
  ReadingRule,
  RuleBook,
  Source,
} from '../model/rulebook.ts';
import type { ApplicantType } from '../domain/applicants.ts';

export interface Engine {
  readonly ruleBook: RuleBook;
  readonly matters: ReadonlyMap<string, CompiledMatter>;
  readonly readings: ReadonlyMap<string, ReadingRule>;
  readonly policies: readonly CompiledPolicy[];
}

export interface CompiledMatter {
  readonly rule: MatterRule;
  readonly facts: ReadonlyMap<string, FactRule>;
}

export interface CompiledPolicy {
  readonly rule: PolicyRule;
  /** number of the default option of each reading */
  readonly defaults: Assignment;
  /** how many options each reading has */
  readonly sizes: readonly number[];
  /** matter → its awards, smallest clause number first */
  readonly awards: ReadonlyMap<string, readonly CompiledAward[]>;
  readonly caps: readonly CompiledCap[];
  /** true where any cap can become one with another */
  readonly pools: boolean;
}

/** For each reading of a policy, the number of the option taken. */
export type Assignment = readonly number[];

/** All must hold: reading number → option number. */
export type OptionTests = readonly { readonly reading: number; readonly option: number }[];

export interface CompiledAward {
  readonly rule: AwardRule;
  readonly reading: OptionTests;
  readonly when: readonly ConditionRule[];
  readonly except: readonly { when: readonly ConditionRule[]; reading: OptionTests }[];
  /** in the order of the rule book's reasons */
  readonly checks: readonly Check[];
  /** the alternatives in order, then the award's own amount, which always holds */
  readonly variants: readonly Variant[];
  readonly caps: readonly { cap: number; reading: OptionTests }[];
  /** numbers of all readings that anything of this award tests */
  readonly touches: readonly number[];
  /** instalments paid at most; null where the text is silent */
  readonly maxYears: number | null;
}

export interface Variant {
  readonly reading: OptionTests;
  readonly amount: AmountRule;
  readonly sources: readonly Source[];
  /** the fact whose 0 leaves nothing to match, with its refusal; null where the base is none such */
  readonly zeroBase: { fact: string; reason: string } | null;
}

export type Check =
  | { readonly kind: 'in-force'; readonly reason: string }
  | { readonly kind: 'applicant'; readonly reason: string; readonly types: readonly ApplicantType[] }
  | {
      readonly kind: 'requirement';
      readonly reason: string;
      readonly fact: string;
      readonly is: boolean | string;
      readonly words?: string;
      readonly reading: OptionTests;
      readonly sources: readonly Source[];
    }
  | {
      readonly kind: 'threshold';
      readonly reason: string;
      readonly fact: string;
      /** 分 */
      readonly min: bigint;
      readonly sources: readonly Source[];
    }
  | { readonly kind: 'zero-base'; readonly reason: string; readonly fact: string; readonly variant: Variant };

export interface CompiledCap {
  readonly rule: CapRule;
  /** 分 */
  readonly max: bigint;
  readonly sharedWith: { cap: number; reading: OptionTests } | null;
  /** number of the same cap in the version of its clause before; -1 where there is none */
  readonly continues: number;
  /** smallest number of the caps that it can ever be one with or that it continues, itself included */
  readonly family: number;
}

/** What every check and amount may ask about. */
export interface Applicant {
  readonly type: ApplicantType;
}
