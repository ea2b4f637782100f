/**
 * The rule book: everything a calculation needs, as plain JSON values. `load` derives it from
 * `content/`; pages hand slices of it to islands as props. All references are resolved: readings
 * are full ids (`minhang-2025/device-annual-cap`), caps and awards are `<clause>#<id>`.
 * Sums are integers of 分, rates parts per million (see `domain/`).
 */
import type { IsoDate } from '../domain/dates.ts';
import type { Fen } from '../domain/money.ts';
import type { Period } from '../domain/period.ts';
import type { Ppm } from '../domain/rate.ts';
import type { Validity } from '../domain/validity.ts';
import type { ApplicantType } from '../schemas/applicant.ts';
import type { CapHolder } from '../schemas/award.ts';
import type { PolicyMark } from '../schemas/policy.ts';

export interface RuleBook {
  /** 拒付理由, in the order in which they are checked (engine's own reasons included) */
  reasons: ReasonRule[];
  /** 事项, in order */
  matters: MatterRule[];
  /** in order of content */
  policies: PolicyRule[];
  /** the book holds some of the policies there are: a scenario may name readings of others, which then decide nothing */
  partial?: boolean;
}

export interface ReasonRule {
  id: string;
  label: string;
  explanation: string;
}

export interface MatterRule {
  id: string;
  title: string;
  /** "我有一个三类证" */
  plain: string;
  dateLabel: string;
  /** what the texts count as one; absent where the title tells it */
  help?: string;
  /** a second one in a scenario is an error */
  unique: boolean;
  facts: FactRule[];
}

interface FactCommon {
  name: string;
  label: string;
  help: string | null;
}

/** A fact of a matter. `default: null` means a scenario must give it. */
export type FactRule =
  | (FactCommon & { kind: 'money'; default: Fen | null; belowThreshold: string | null; whenZero: string | null })
  | (FactCommon & { kind: 'money-list'; default: null; min: number; max: number })
  | (FactCommon & { kind: 'boolean'; default: boolean | null; negative?: string; refusal: string | null })
  | (FactCommon & { kind: 'choice'; default: string | null; options: { id: string; label: string }[] });

export interface PolicyRule {
  id: string;
  title: string;
  /** "闵行 2025" */
  shortTitle: string;
  /** "闵行区" */
  district: string;
  mark: PolicyMark;
  validity: Validity;
  /** who pays what part of each award; null where the text does not say */
  funding: { shares: { party: string; ppm: Ppm }[]; clause: string; label: string; quote: string } | null;
  /** 适用范围: clauses that say who may apply at all; no sum follows from them, every award is subject to them */
  scope: { label: string; url: string }[];
  readings: ReadingRule[];
  /** in document order of their clauses, then of the metadata */
  awards: AwardRule[];
  caps: CapRule[];
}

export interface ReadingRule {
  /** full id, `minhang-2025/device-annual-cap` */
  id: string;
  title: string;
  question: string;
  default: string;
  options: { id: string; label: string; explanation: string }[];
}

/** Reading id → option id; all must hold. Empty: always. */
export type ReadingTest = { reading: string; option: string }[];

/** One test on a fact. `any-of` for choices and booleans, the other two for sums. */
export type ConditionRule =
  | { fact: string; test: 'any-of'; values: (string | boolean)[] }
  | { fact: string; test: 'positive' }
  | { fact: string; test: 'zero' };

/** Where the words of a rule stand. `label` names the instrument and place: "细则（六）2（2）". */
export interface Source {
  clause: string;
  /** anchor in the clause, "s2-2" */
  anchor: string;
  label: string;
  /** root-relative address with the anchor */
  url: string;
  /** verbatim */
  quote: string;
}

export type AmountRule =
  | { kind: 'share'; rate: Ppm; of: string; max: Fen | null }
  | { kind: 'match'; ratio: Ppm; of: string; jointCeiling: { rate: Ppm; of: string } | null; max: Fen | null }
  | { kind: 'fixed'; sum: Fen }
  | { kind: 'up-to'; rate: Ppm | null; of: string | null; max: Fen | null };

export interface AwardRule {
  /** `<clause>#<id>` */
  ref: string;
  /** id in its clause: `support` in results */
  id: string;
  title: string;
  clause: string;
  /** "细则（六）" */
  clauseLabel: string;
  clauseUrl: string;
  /** place of the clause in the policy: "the clause with the smaller number" */
  clauseOrder: number;
  /** the days on which its version of the clause holds; absent where the clause was never amended */
  term?: Period;
  /** where its clause was added or is struck out: the day, and the words that say so */
  turns?: ClauseTurn[];
  matter: string;
  /** all must hold */
  when: ConditionRule[];
  reading: ReadingTest;
  /** an exception applies where all its conditions and readings hold */
  except: { when: ConditionRule[]; reading: ReadingTest; sources: Source[] }[];
  applicants: ApplicantType[];
  applicantsSource: Source[];
  requires: RequirementRule[];
  threshold: { fact: string; min: Fen; reason: string; sources: Source[] } | null;
  amount: AmountRule;
  sources: Source[];
  /** null: the text is silent; then every year of a list is paid */
  instalments: { kind: 'once' | 'yearly'; years: number; sources: Source[] } | null;
  alternatives: { reading: ReadingTest; amount: AmountRule; sources: Source[] }[];
  /** caps that count this award */
  caps: { cap: string; reading: ReadingTest }[];
  payee: { label: string; sources: Source[] } | null;
  /** 本站无法核验的条件 of the clause */
  conditions: { note: string; sources: Source[] }[];
}

/** A fact that must hold. */
export interface RequirementRule {
  fact: string;
  is: boolean | string;
  /** what must be, as the text says it: "落地生产"; absent where it says no more than the fact's label */
  words?: string;
  reason: string;
  reading: ReadingTest;
  sources: Source[];
}

/** A clause comes or goes by an amendment. */
export interface ClauseTurn {
  kind: 'added' | 'struck';
  from: IsoDate;
  /** the clause, whichever text it has: "细则（六）" */
  label: string;
  sources: Source[];
}

export interface CapRule {
  /** `<clause>#<id>` */
  ref: string;
  title: string;
  clause: string;
  clauseLabel: string;
  per: CapHolder;
  max: Fen;
  sources: Source[];
  /** under this reading the cap is one and the same with another */
  sharedWith: { cap: string; reading: ReadingTest } | null;
  /** the cap of the same id in the version before, where there is one: what that counted in a year counts here too */
  continues?: string;
}
