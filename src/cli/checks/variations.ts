import { APPLICANT_TYPES } from '../../domain/applicants.ts';
import type { AmountRule, AwardRule, CapRule } from '../../model/rulebook.ts';

/** A rule with one of its words taken out, and where that word stands in the metadata. */
export interface Variation<T> {
  /** path below the award or cap */
  path: (string | number)[];
  /** what was taken out, for the report */
  what: string;
  rule: T;
}

type Words = Variation<AwardRule>[];

/** Fields of a clause's files that say when it came and went. */
export const ADDED = 'amendment';
export const STRUCK = 'repealed';

/** An award without each of its words in turn. What no example notices, nobody would miss. */
export function variationsOfAward(award: AwardRule): Words {
  return [
    ...variationsOfCase(award),
    ...variationsOfExceptions(award),
    ...variationsOfApplicants(award),
    ...variationsOfChecks(award),
    ...variationsOfAmount(award.amount, ['amount']).map(({ rule, ...rest }) => ({
      ...rest,
      rule: { ...award, amount: rule },
    })),
    ...(award.instalments?.kind === 'yearly'
      ? [{ path: ['instalments'], what: '最多支持年数', rule: { ...award, instalments: null } }]
      : []),
    ...variationsOfTurns(award),
    ...variationsOfAlternatives(award),
    ...award.caps.flatMap((one, at): Words => [
      { path: ['annualCaps', at], what: '年度上限', rule: { ...award, caps: without(award.caps, at) } },
      ...(one.reading.length > 0
        ? [
            {
              path: ['annualCaps', at, 'reading'],
              what: '年度上限的口径',
              rule: { ...award, caps: replaced(award.caps, at, { ...one, reading: [] }) },
            },
          ]
        : []),
    ]),
  ];
}

/** A cap that is shared under a reading: never shared, and always shared. */
export function variationsOfCap(cap: CapRule): Variation<CapRule>[] {
  if (!cap.sharedWith) return [];
  return [
    { path: ['sharedWith'], what: '合用年度上限', rule: { ...cap, sharedWith: null } },
    {
      path: ['sharedWith', 'reading'],
      what: '合用年度上限的口径',
      rule: { ...cap, sharedWith: { ...cap.sharedWith, reading: [] } },
    },
  ];
}

function variationsOfCase(award: AwardRule): Words {
  return [
    ...award.when.map((one, at) => ({
      path: ['when', one.fact],
      what: `情形 ${one.fact}`,
      rule: { ...award, when: without(award.when, at) },
    })),
    ...(award.reading.length > 0 ? [{ path: ['reading'], what: '口径', rule: { ...award, reading: [] } }] : []),
  ];
}

function variationsOfExceptions(award: AwardRule): Words {
  const { except } = award;
  return except.flatMap((one, at): Words => [
    { path: ['except', at], what: '排除的情形', rule: { ...award, except: without(except, at) } },
    ...one.when.map((condition, number) => ({
      path: ['except', at, 'when', condition.fact],
      what: `排除情形中的 ${condition.fact}`,
      rule: { ...award, except: replaced(except, at, { ...one, when: without(one.when, number) }) },
    })),
    ...(one.reading.length > 0
      ? [
          {
            path: ['except', at, 'reading'],
            what: '排除情形的口径',
            rule: { ...award, except: replaced(except, at, { ...one, reading: [] }) },
          },
        ]
      : []),
  ]);
}

function variationsOfApplicants(award: AwardRule): Words {
  return [
    ...(award.applicants.length < APPLICANT_TYPES.length
      ? [
          {
            path: ['applicants'],
            what: '申报主体的限制（须有一类主体被拒）',
            rule: { ...award, applicants: [...APPLICANT_TYPES] },
          },
        ]
      : []),
    ...award.applicants.map((type, at) => ({
      path: ['applicants'],
      what: `申报主体 ${type}`,
      rule: { ...award, applicants: without(award.applicants, at) },
    })),
  ];
}

function variationsOfChecks(award: AwardRule): Words {
  const { requires, threshold } = award;
  return [
    ...requires.flatMap((one, at): Words => [
      { path: ['requires', at], what: `条件 ${one.fact}`, rule: { ...award, requires: without(requires, at) } },
      ...(one.reading.length > 0
        ? [
            {
              path: ['requires', at, 'reading'],
              what: '条件的口径',
              rule: { ...award, requires: replaced(requires, at, { ...one, reading: [] }) },
            },
          ]
        : []),
    ]),
    ...(threshold
      ? [
          { path: ['threshold'], what: '门槛（须有低于它的算例）', rule: { ...award, threshold: null } },
          {
            path: ['threshold', 'min'],
            what: '门槛的本数（须有正好等于它的算例）',
            rule: { ...award, threshold: { ...threshold, min: threshold.min + 1 } },
          },
        ]
      : []),
  ];
}

/** As if its clause had always been there, or stayed: the path is the field of the clause's file that says otherwise. */
function variationsOfTurns({ term, turns = [], ...award }: AwardRule): Words {
  if (!term) return [];
  return turns.map(({ kind }) =>
    kind === 'added'
      ? {
          path: [ADDED],
          what: '增加之日（须有前一天不予支持的算例）',
          rule: { ...award, term: { ...term, from: null } },
        }
      : {
          path: [STRUCK],
          what: '删去之日（须有当天不予支持的算例）',
          rule: { ...award, term: { ...term, until: null } },
        },
  );
}

function variationsOfAlternatives(award: AwardRule): Words {
  const { alternatives } = award;
  return alternatives.flatMap((one, at): Words => [
    {
      path: ['alternatives', at],
      what: '另一口径的支持标准',
      rule: { ...award, alternatives: without(alternatives, at) },
    },
    {
      path: ['alternatives', at, 'reading'],
      what: '支持标准的口径',
      rule: { ...award, alternatives: replaced(alternatives, at, { ...one, reading: [] }) },
    },
    ...variationsOfAmount(one.amount, ['alternatives', at, 'amount']).map(({ rule, ...rest }) => ({
      ...rest,
      rule: { ...award, alternatives: replaced(alternatives, at, { ...one, amount: rule }) },
    })),
  ]);
}

function variationsOfAmount(amount: AmountRule, path: (string | number)[]): Variation<AmountRule>[] {
  const vary = (word: string, what: string, rule: AmountRule) => ({ path: [...path, word], what, rule });
  if (amount.kind === 'fixed') return [];
  return [
    // a ceiling that states nothing else would be no amount at all
    ...(amount.max !== null && !(amount.kind === 'up-to' && amount.rate === null)
      ? [vary('max', '单项上限（须有超过它的算例）', { ...amount, max: null })]
      : []),
    ...(amount.kind === 'match' && amount.jointCeiling
      ? [vary('jointCeiling', '两级合计上限', { ...amount, jointCeiling: null })]
      : []),
    ...(amount.kind === 'up-to' && amount.rate !== null && amount.max !== null
      ? [vary('rate', '比例上限', { ...amount, rate: null, of: null })]
      : []),
  ];
}

function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

function replaced<T>(list: readonly T[], at: number, by: T): T[] {
  return list.map((one, index) => (index === at ? by : one));
}
