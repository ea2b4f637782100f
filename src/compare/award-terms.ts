import type {
  AmountRule,
  AwardRule,
  CapRule,
  MatterRule,
  PolicyRule,
  RequirementRule,
  Source,
} from '../model/rulebook.ts';
import { holds, type Assignment } from './assignments.ts';
import type { Cell, Counted, Datum, Term, Value } from './types.ts';

export type AwardTerm = Exclude<Term, 'materials' | 'departments' | 'in-force'>;

export const AWARD_TERMS: readonly AwardTerm[] = [
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
];

/** What an award gives under the readings taken. */
export interface Standing {
  award: AwardRule;
  amount: AmountRule;
  sources: Source[];
  caps: { rule: CapRule; pooledWith: CapRule[]; counts: AwardRule[]; whole: boolean }[];
  requires: AwardRule['requires'];
}

/** What an award gives, requires and is capped by under the readings taken. */
export function stand(policy: PolicyRule, award: AwardRule, taken: Assignment): Standing {
  const variant = award.alternatives.find((one) => holds(one.reading, taken)) ?? award;
  const caps = award.caps
    .filter((one) => holds(one.reading, taken))
    .flatMap(({ cap }) => policy.caps.filter(({ ref }) => ref === cap))
    .map((rule) => ({
      rule,
      pooledWith: policy.caps.filter((other) => other !== rule && arePooled(rule, other, taken)),
      ...countedBy(rule, policy, taken),
    }));
  const requires = award.requires.filter((one) => holds(one.reading, taken));
  return { award, amount: variant.amount, sources: variant.sources, caps, requires };
}

/** The awards that a cap counts together, and whether they are all that its clause gives. */
function countedBy(cap: CapRule, policy: PolicyRule, taken: Assignment): { counts: AwardRule[]; whole: boolean } {
  const counts = policy.awards.filter((award) =>
    award.caps.some((one) => one.cap === cap.ref && holds(one.reading, taken)),
  );
  return { counts, whole: policy.awards.every((award) => award.clause !== cap.clause || counts.includes(award)) };
}

function arePooled(a: CapRule, b: CapRule, taken: Assignment): boolean {
  const joins = (one: CapRule, other: CapRule): boolean =>
    one.sharedWith !== null && one.sharedWith.cap === other.ref && holds(one.sharedWith.reading, taken);
  return joins(a, b) || joins(b, a);
}

/** The sum that one project can be given in one year at most; null where none is stated, be there a share that limits it. 分 */
export function ceilingOf({ amount, caps }: Pick<Standing, 'amount' | 'caps'>): number | null {
  const own = amount.kind === 'fixed' ? amount.sum : amount.max;
  const all = [...(own === null ? [] : [own]), ...caps.map(({ rule }) => rule.max)];
  return all.length === 0 ? null : Math.min(...all);
}

/** The cell of one term for the awards that stand. */
export function cellOf(term: AwardTerm, standings: readonly Standing[], matter: MatterRule): Cell {
  if (standings.length === 0) return { kind: 'absent' };
  const found = standings.map((standing) => ({ standing, data: READ[term](standing, matter) }));
  const isStated = found.some(({ data }) => data !== null && data.length > 0);
  if (!isStated) return { kind: found.every(({ data }) => data === null) ? 'inapplicable' : 'silent' };
  const said = found.map(({ standing, data }) => ({
    award: standing.award.title,
    stated: data?.length === 0 ? unstated(term, standing) : (data ?? []),
  }));
  return { kind: 'stated', values: inUnison(said) };
}

/** What several awards state alike is said once, with the names and the places of all; without names where all do. */
function inUnison(all: readonly { award: string; stated: Stated[] }[]): Value[] {
  const groups = Map.groupBy(all, ({ stated }) => JSON.stringify(stated.map(({ datum }) => datum)));
  return [...groups.values()].flatMap((alike) =>
    (alike[0]?.stated ?? []).map(({ datum }, at) => ({
      datum,
      sources: alike.flatMap(({ stated }) => stated[at]?.sources ?? []),
      award: groups.size === 1 ? null : alike.map(({ award }) => award).join('、'),
    })),
  );
}

/** What one award leaves open is said beside what the others state; who has no condition needs no word. */
function unstated(term: AwardTerm, { sources }: Standing): Stated[] {
  if (term === 'conditions') return [];
  return [{ datum: { kind: 'unstated', limit: LIMITS.includes(term) }, sources }];
}

const LIMITS: readonly AwardTerm[] = ['project-cap', 'year-cap', 'ceiling'];

type Stated = { datum: Datum; sources: Source[] };

/** For each term what an award states of it: nothing where it is silent, null where the question makes no sense. */
const READ: Record<AwardTerm, (standing: Standing, matter: MatterRule) => Stated[] | null> = {
  support: ({ amount, sources }) => [{ datum: { kind: 'amount-kind', amount: amount.kind }, sources }],
  rate: ({ amount, sources }) => {
    switch (amount.kind) {
      case 'share':
        return [{ datum: { kind: 'rate', ppm: amount.rate, form: 'share' }, sources }];
      case 'match':
        return [{ datum: { kind: 'rate', ppm: amount.ratio, form: 'match' }, sources }];
      case 'up-to':
        return amount.rate === null ? null : [{ datum: { kind: 'rate', ppm: amount.rate, form: 'up-to' }, sources }];
      case 'fixed':
        return null;
    }
  },
  base: ({ amount, sources }, matter) => {
    const fact = amount.kind === 'fixed' ? null : amount.of;
    return fact === null ? null : [{ datum: { kind: 'base', fact, label: labelOf(fact, matter) }, sources }];
  },
  'project-cap': ({ amount, sources }, matter) => {
    if (amount.kind === 'fixed') return [{ datum: { kind: 'sum', fen: amount.sum, form: 'fixed' }, sources }];
    const form = amount.kind === 'up-to' ? 'up-to' : 'cap';
    return [
      ...(amount.max === null ? [] : [{ datum: { kind: 'sum', fen: amount.max, form } satisfies Datum, sources }]),
      ...jointOf(amount, sources, matter),
    ];
  },
  'year-cap': ({ caps }) =>
    caps.map(({ rule, pooledWith, counts, whole }) => ({
      datum: {
        kind: 'year-cap',
        per: rule.per,
        fen: rule.max,
        cap: rule.ref,
        pooledWith: pooledWith.map((one) => one.title),
        counts: countedOf(counts),
        whole: whole ? rule.clauseLabel : null,
      },
      sources: rule.sources,
    })),
  ceiling: (standing, matter) => {
    const { amount, sources, caps } = standing;
    const joint = jointOf(amount, sources, matter);
    const fen = ceilingOf(standing);
    if (fen === null) return joint;
    const form = amount.kind === 'fixed' ? 'fixed' : amount.kind === 'up-to' ? 'up-to' : 'cap';
    const own = amount.kind === 'fixed' ? amount.sum : amount.max;
    const from =
      own === fen ? sources : caps.filter(({ rule }) => rule.max === fen).flatMap(({ rule }) => rule.sources);
    return [{ datum: { kind: 'sum', fen, form }, sources: from }, ...joint];
  },
  applicants: ({ award }) => [
    { datum: { kind: 'applicants', types: award.applicants }, sources: award.applicantsSource },
  ],
  conditions: ({ award, requires }, matter) => [
    ...requires.map((one) => requirement(one, matter)),
    ...(award.threshold
      ? [
          {
            datum: {
              kind: 'threshold',
              label: labelOf(award.threshold.fact, matter),
              min: award.threshold.min,
            } satisfies Datum,
            sources: award.threshold.sources,
          },
        ]
      : []),
    ...award.conditions.map(({ note, sources }) => ({ datum: { kind: 'note', text: note } satisfies Datum, sources })),
  ],
  payee: ({ award }) =>
    award.payee ? [{ datum: { kind: 'payee', label: award.payee.label }, sources: award.payee.sources }] : [],
  instalments: ({ award: { instalments } }) =>
    instalments
      ? [
          {
            datum: { kind: 'instalments', once: instalments.kind === 'once', years: instalments.years },
            sources: instalments.sources,
          },
        ]
      : [],
};

export function countedOf(awards: readonly AwardRule[]): Counted[] {
  return awards.map(({ title, matter, when }) => ({ title, matter, conditions: when }));
}

/** 两级合计上限: limits a match by a share, not by a sum. */
function jointOf(amount: AmountRule, sources: Source[], matter: MatterRule): Stated[] {
  const joint = amount.kind === 'match' ? amount.jointCeiling : null;
  return joint ? [{ datum: { kind: 'joint', ppm: joint.rate, label: labelOf(joint.of, matter) }, sources }] : [];
}

function requirement({ fact, is, words, sources }: RequirementRule, matter: MatterRule): Stated {
  const own = words === undefined ? {} : { words };
  return { datum: { kind: 'requirement', label: labelOf(fact, matter), is, ...own }, sources };
}

function labelOf(fact: string, matter: MatterRule): string {
  return matter.facts.find((one) => one.name === fact)?.label ?? fact;
}
