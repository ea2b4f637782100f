import type { AmountRule, AwardRule, CapRule, MatterRule, PolicyRule, Source } from '../model/rulebook.ts';
import { holds, type Assignment } from './assignments.ts';
import type { Cell, Datum, Term, Value } from './types.ts';

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
  caps: { rule: CapRule; pooledWith: CapRule[] }[];
  requires: AwardRule['requires'];
}

export function stand(policy: PolicyRule, award: AwardRule, taken: Assignment): Standing {
  const variant = award.alternatives.find((one) => holds(one.reading, taken)) ?? award;
  const caps = award.caps
    .filter((one) => holds(one.reading, taken))
    .flatMap(({ cap }) => policy.caps.filter(({ ref }) => ref === cap))
    .map((rule) => ({
      rule,
      pooledWith: policy.caps.filter((other) => other !== rule && arePooled(rule, other, taken)),
    }));
  const requires = award.requires.filter((one) => holds(one.reading, taken));
  return { award, amount: variant.amount, sources: variant.sources, caps, requires };
}

function arePooled(a: CapRule, b: CapRule, taken: Assignment): boolean {
  const joins = (one: CapRule, other: CapRule): boolean =>
    one.sharedWith !== null && one.sharedWith.cap === other.ref && holds(one.sharedWith.reading, taken);
  return joins(a, b) || joins(b, a);
}

/** What one project can be given in one year at most; null where no sum is stated. 分 */
export function ceilingOf({ amount, caps }: Pick<Standing, 'amount' | 'caps'>): number | null {
  const own = amount.kind === 'fixed' ? amount.sum : amount.max;
  const all = [...(own === null ? [] : [own]), ...caps.map(({ rule }) => rule.max)];
  return all.length === 0 ? null : Math.min(...all);
}

/** The cell of one term for the awards that stand. */
export function cellOf(term: AwardTerm, standings: readonly Standing[], matter: MatterRule): Cell {
  if (standings.length === 0) return { kind: 'absent' };
  const found = standings.map((standing) => ({ standing, data: READ[term](standing, matter) }));
  const several = standings.length > 1;
  const values = found.flatMap(({ standing, data }) =>
    (data ?? []).map(({ datum, sources }): Value => ({ datum, sources, award: several ? standing.award.title : null })),
  );
  if (values.length > 0) return { kind: 'stated', values };
  return { kind: found.every(({ data }) => data === null) ? 'inapplicable' : 'silent' };
}

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
    const joint = amount.kind === 'match' ? amount.jointCeiling : null;
    const form = amount.kind === 'up-to' ? 'up-to' : 'cap';
    return [
      ...(amount.max === null ? [] : [{ datum: { kind: 'sum', fen: amount.max, form } satisfies Datum, sources }]),
      ...(joint
        ? [{ datum: { kind: 'joint', ppm: joint.rate, label: labelOf(joint.of, matter) } satisfies Datum, sources }]
        : []),
    ];
  },
  'year-cap': ({ caps }) =>
    caps.map(({ rule, pooledWith }) => ({
      datum: { kind: 'year-cap', fen: rule.max, cap: rule.ref, pooledWith: pooledWith.map((one) => one.title) },
      sources: rule.sources,
    })),
  ceiling: (standing) => {
    const fen = ceilingOf(standing);
    if (fen === null) return [];
    const { amount, sources, caps } = standing;
    const form = amount.kind === 'fixed' ? 'fixed' : amount.kind === 'up-to' ? 'up-to' : 'cap';
    const own = amount.kind === 'fixed' ? amount.sum : amount.max;
    const from =
      own === fen ? sources : caps.filter(({ rule }) => rule.max === fen).flatMap(({ rule }) => rule.sources);
    return [{ datum: { kind: 'sum', fen, form }, sources: from }];
  },
  applicants: ({ award }) => [
    { datum: { kind: 'applicants', types: award.applicants }, sources: award.applicantsSource },
  ],
  conditions: ({ award, requires }, matter) => [
    ...requires.map(({ fact, is, sources }) => requirement(fact, is, sources, matter)),
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

function requirement(fact: string, is: boolean | string, sources: Source[], matter: MatterRule): Stated {
  return { datum: { kind: 'requirement', label: labelOf(fact, matter), is }, sources };
}

function labelOf(fact: string, matter: MatterRule): string {
  return matter.facts.find((one) => one.name === fact)?.label ?? fact;
}
