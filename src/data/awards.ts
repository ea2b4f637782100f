import { summariseAward } from '../explain/rules.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { AwardRule, MatterRule, PolicyRule } from '../model/rulebook.ts';
import { amountRecord, TERMS_FIELDS, termsCells, termsRecord, yuan } from './award-terms.ts';
import type { AmountRecord, TermsRecord } from './award-terms.ts';
import { writeCsv } from './csv.ts';
import type { Dataset } from './dataset.ts';

/** One award as `/data/awards.json` gives it. Sums are yuan, rates fractions of 1. */
export interface AwardRecord extends AmountRecord, TermsRecord {
  id: string;
  policy: string;
  clause: string;
  label: string;
  url: string;
  matter: string;
  matterTitle: string;
  title: string;
  summary: string;
  discretionary: boolean;
  threshold: number | null;
  annualCap: number | null;
  once: boolean;
  years: number | null;
  applicants: string[];
  requires: string[];
  readings: string[];
  quote: string;
}

const FIELDS = {
  id: '扶持项编号：条款#扶持项',
  policy: '所属政策',
  clause: '所在条款',
  label: '条款标签',
  url: '写明数额的那一段的本站地址',
  matter: '事项编号',
  matterTitle: '事项名称',
  title: '扶持项名称',
  summary: '支持标准，一句话',
  kind: '算法：share 按比例、match 按市级资金配套、fixed 定额、up-to 只有上限（酌定）',
  discretionary: '是否酌定：true 表示条文只写上限，没有算法',
  base: '基数：比例乘在哪一项事实上',
  rate: '比例，1 的分数（20% 为 0.2；1:0.5 为 0.5）',
  sum: '定额，元',
  max: '单项上限，元；null 为未规定',
  jointCeiling: '市区两级合计占一项事实（jointCeilingOf）的上限，1 的分数；null 为未规定',
  threshold: '门槛，元，含本数；null 为没有；比的是 thresholdOf',
  annualCap: '年度上限中最低的（条文写了企业的按每个企业累计），元；null 为未规定；按口径才计入的也在内，见 caps',
  once: '是否写明一次性',
  years: '最多支持年数；null 为未规定',
  applicants: '申报主体',
  requires: '默认口径下须满足的事实，写作“事实=值”；全部口径下的见 requirements',
  readings: '结果取决于哪些口径',
  quote: '写明数额的原文',
  jointCeilingOf: '市区两级合计的上限是哪一项事实的比例；null 为未规定',
  ...TERMS_FIELDS,
} as const satisfies Record<keyof AwardRecord, string>;

export function awardRecords({ rules }: KnowledgeBase): AwardRecord[] {
  return rules.policies.flatMap((policy) =>
    policy.awards.map((award) => {
      const matter = rules.matters.find(({ id }) => id === award.matter);
      if (!matter) throw new Error(`${award.ref} has no matter`);
      return awardRecord(policy, award, matter);
    }),
  );
}

function awardRecord(policy: PolicyRule, award: AwardRule, matter: MatterRule): AwardRecord {
  const amount = amountRecord(award.amount);
  const terms = termsRecord(award, policy.caps);
  const defaults = new Set(policy.readings.map((reading) => `${reading.id}=${reading.default}`));
  const caps = policy.caps.filter(({ ref }) => award.caps.some(({ cap }) => cap === ref));
  return {
    id: award.ref,
    policy: policy.id,
    clause: award.clause,
    label: award.clauseLabel,
    url: award.sources[0]?.url ?? award.clauseUrl,
    matter: award.matter,
    matterTitle: matter.title,
    title: award.title,
    summary: summariseAward(award, matter, policy.caps),
    kind: amount.kind,
    discretionary: amount.kind === 'up-to',
    base: amount.base,
    rate: amount.rate,
    sum: amount.sum,
    max: amount.max,
    jointCeiling: amount.jointCeiling,
    threshold: yuan(award.threshold?.min ?? null),
    annualCap: caps.length === 0 ? null : yuan(Math.min(...caps.map(({ max }) => max))),
    once: award.instalments?.kind === 'once',
    years: award.instalments?.kind === 'yearly' ? award.instalments.years : null,
    applicants: award.applicants,
    requires: terms.requirements.filter(({ under }) => under.every((one) => defaults.has(one))).map(({ fact }) => fact),
    readings: readingsOf(award, policy),
    quote: award.sources.map(({ quote }) => quote).join('……'),
    jointCeilingOf: amount.jointCeilingOf,
    ...terms,
  };
}

/** Readings on which what the award gives depends, its caps' included. */
function readingsOf(award: AwardRule, policy: PolicyRule): string[] {
  const pooled = policy.caps.filter(({ ref, sharedWith }) =>
    award.caps.some(({ cap }) => cap === ref || sharedWith?.cap === cap),
  );
  const tests = [
    award.reading,
    ...award.except.map(({ reading }) => reading),
    ...award.requires.map(({ reading }) => reading),
    ...award.alternatives.map(({ reading }) => reading),
    ...award.caps.map(({ reading }) => reading),
    ...pooled.map(({ sharedWith }) => sharedWith?.reading ?? []),
  ];
  return [...new Set(tests.flat().map(({ reading }) => reading))];
}

export const awards: Dataset<AwardRecord> = {
  name: 'awards',
  title: '扶持项',
  fields: () => FIELDS,
  records: awardRecords,
  csv: (records) =>
    writeCsv(
      Object.keys(FIELDS) as (keyof AwardRecord)[],
      records.map((record) => ({ ...record, ...termsCells(record) })),
    ),
};
