/** What a comparison says, as plain values: wording and layout are the pages' own. */
import type { NextText } from '../model/versions.ts';
import type { Fen } from '../domain/money.ts';
import type { Ppm } from '../domain/rate.ts';
import type { ByReference, Validity } from '../domain/validity.ts';
import type { ApplicantType } from '../domain/applicants.ts';
import type { SupportKind } from '../model/node.ts';
import type { AmountRule, CapRule, ConditionRule, ReadingRule, Source } from '../model/rulebook.ts';

/** The rows of the matrix, in order. `ceiling` is derived: what one project can be given in one year at most. */
export const TERMS = [
  'support',
  'rate',
  'base',
  'project-cap',
  'year-cap',
  'ceiling',
  'applicants',
  'conditions',
  'payee',
  'instalments',
  'materials',
  'departments',
  'in-force',
] as const;
export type Term = (typeof TERMS)[number];

/** One thing that a text states. Sums in 分, rates in parts per million. */
export type Datum =
  | { kind: 'amount-kind'; amount: AmountRule['kind'] }
  | { kind: 'support'; support: SupportKind }
  | { kind: 'rate'; ppm: Ppm; form: 'share' | 'match' | 'up-to' }
  | { kind: 'base'; fact: string; label: string }
  | { kind: 'sum'; fen: Fen; form: 'cap' | 'fixed' | 'up-to' }
  | { kind: 'joint'; ppm: Ppm; label: string }
  /** `counts`: the awards that the cap counts together, and `whole` the clause where they are all that it gives */
  | {
      kind: 'year-cap';
      per: CapRule['per'];
      fen: Fen;
      cap: string;
      pooledWith: string[];
      counts: Counted[];
      whole: string | null;
    }
  | { kind: 'applicants'; types: ApplicantType[] }
  | { kind: 'requirement'; label: string; is: boolean | string; words?: string }
  | { kind: 'threshold'; label: string; min: Fen }
  | { kind: 'note'; text: string }
  | { kind: 'payee'; label: string }
  | { kind: 'instalments'; once: boolean; years: number }
  | { kind: 'words'; text: string }
  | { kind: 'department'; name: string }
  /** `byReference` only where what the policy says there is followed by reference */
  | { kind: 'period'; validity: Validity; byReference: ByReference | null }
  /** what one of several awards does not state; `limit`: a limit of its sum */
  | { kind: 'unstated'; limit: boolean };

/** An award as a cap counts it. */
export interface Counted {
  title: string;
  matter: string;
  conditions: ConditionRule[];
}

export interface Value {
  datum: Datum;
  /** titles of the awards that state it, null where all do */
  award: string | null;
  /** where the words stand; never empty, but for what is derived from other rows */
  sources: Source[];
}

export type Cell =
  | { kind: 'stated'; values: Value[] }
  /** the clause is there and says nothing of it: 未规定 */
  | { kind: 'silent' }
  /** a fixed sum has no rate and no base */
  | { kind: 'inapplicable' }
  /** clauses stand on the topic, and none states a sum or how to work one out; `unquantified`: they support all the same */
  | { kind: 'unpaid'; unquantified: boolean; sources: Source[] }
  /** no clause: 无对应条款 */
  | { kind: 'absent' };

/** Options that a visitor may choose, with what would then stand in the cell. */
export interface OtherReading {
  taken: ReadingChoice[];
  cell: Cell;
}

export interface ReadingChoice {
  reading: ReadingRule;
  option: ReadingRule['options'][number];
}

export interface PolicyCell {
  policy: string;
  /** under the default readings */
  cell: Cell;
  /** under others, only where the cell then differs */
  others: OtherReading[];
}

/** A case of a matter: "第三类 · 诊断试剂". `conditions` is empty for the whole matter. */
export interface Case {
  matter: string;
  matterTitle: string;
  /** empty where the matter has one case only */
  label: string;
  conditions: ConditionRule[];
}

/** Which side is more favourable: only where it is a fact. */
export type Favour =
  | { kind: 'none' }
  | { kind: 'fact'; policies: string[] }
  /** a reading decides; each combination with the sides that are then higher, none where they are equal */
  | { kind: 'by-reading'; outcomes: FavourOutcome[] };

export interface FavourOutcome {
  taken: ReadingChoice[];
  policies: string[];
  /** so read, nobody has a clause: that is no tie between clauses */
  absent: boolean;
}

export interface Row {
  term: Term;
  /** cases over which all cells are the same; empty for a row of the whole topic */
  cases: Case[];
  cells: PolicyCell[];
  differs: boolean;
  favour: Favour;
}

export interface ClauseLink {
  id: string;
  label: string;
  title: string;
  url: string;
  /** what replaces or ends its text */
  next?: NextText;
}

export interface TopicComparison {
  id: string;
  title: string;
  summary: string;
  url: string;
  audiences: string[];
  matters: string[];
  /** some policy gives money under it */
  money: boolean;
  /** a column each, in the order of the policies */
  clauses: { policy: string; nodes: ClauseLink[] }[];
  cases: Case[];
  rows: Row[];
  /** of how many terms some row tells the policies apart */
  differences: number;
  /** several policies say something on it, and not in terms that rows could hold: their texts are to be read side by side */
  wording: boolean;
  /** policies that give money for other matters than any other policy here: their sums are for different things */
  apart: string[];
  /** not the same as far as is known: what stands in words only is never taken for the same */
  differs: boolean;
}
