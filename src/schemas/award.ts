import { z } from 'zod';
import { amount, factName, underReading } from './amount.ts';
import { applicantType } from './applicant.ts';
import { slug } from './ids.ts';
import { money } from './quantities.ts';
import { quote } from './quote.ts';

/** What a fact must be: one value, any of several, or for a sum "> 0" or "= 0". */
export const factTest = z.union([z.string(), z.boolean(), z.array(z.string()).min(1)]);
export type FactTest = z.output<typeof factTest>;

/** A case: every named fact passes its test. */
export const factCase = z.record(factName, factTest);
export type FactCase = z.output<typeof factCase>;

/** 排除的情形: what "其他" leaves to another award. */
const exception = z.strictObject({
  /** the case that is left out */
  when: factCase,
  /** only under these readings; default: always */
  reading: underReading.optional(),
  /** the words that leave it out */
  quote,
});

/** 条件: a fact that must hold, else the award is refused with the reason that stands with the fact. */
const requirement = z.strictObject({
  fact: factName,
  /** the value the text demands */
  is: z.union([z.boolean(), z.string()]),
  /** only under these readings; default: always */
  reading: underReading.optional(),
  quote,
  /** what must be, in the text's own words, a part of `quote`: "落地生产"; default: the fact's label */
  words: z.string().min(1).optional(),
});

/** 门槛: a sum that must be reached; "以上" includes the number itself. */
const threshold = z.strictObject({ fact: factName, min: money, quote });

/** 支付次数: once in all, or once a year for at most so many years. */
export const instalments = z.discriminatedUnion('kind', [
  /** 一次性: one payment a project */
  z.strictObject({ kind: z.literal('once'), quote }),
  /** 最多支持 N 年 */
  z.strictObject({ kind: z.literal('yearly'), years: z.int().min(1), quote }),
]);

/** The same award with another amount, where a reading says so. */
const alternative = z.strictObject({ reading: underReading, amount, quote });

/** Which annual cap counts this award; with `reading` only where that reading holds. */
const capReference = z.union([
  slug.transform((id) => ({ id, reading: undefined })),
  z.strictObject({ id: slug, reading: underReading }),
]);

/** 扶持项: one thing a clause pays for. */
export const award = z.strictObject({
  /** `true` marks a candidate (see draft-award.ts); an award leaves it out */
  draft: z.literal(false).optional(),
  /** unique in its clause; `support` in results; never changes */
  id: slug,
  /** 名称 shown to visitors, "三类诊断试剂" */
  title: z.string().min(1),
  /** 事项: a file of content/matters */
  matter: slug,
  /** 情形: the case of the matter that this award covers; default: all of it */
  when: factCase.default({}),
  /** the award exists only under these readings; default: always */
  reading: underReading.optional(),
  /** “其他”: cases that another award takes */
  except: z.array(exception).default([]),
  /** 申报主体; default: the clause's */
  applicants: z.array(applicantType).min(1).optional(),
  /** 须满足的条件 */
  requires: z.array(requirement).default([]),
  /** 门槛 */
  threshold: threshold.optional(),
  /** 支持标准 */
  amount,
  /** the words that state the amount: every figure of it, in the order of the metadata */
  quote,
  /** 支付次数; absent where the text is silent */
  instalments: instalments.optional(),
  /** 不同口径下的支持标准 */
  alternatives: z.array(alternative).default([]),
  /** 年度上限 that count this award; ids of this clause's `annualCaps` */
  annualCaps: z.array(capReference).default([]),
  /** 受益方, where the text says who is paid: "给予受托方配套" */
  payee: z.strictObject({ label: z.string().min(1), quote }).optional(),
});
export type Award = z.output<typeof award>;

export const capHolder = z.enum(['enterprise', 'applicant']);
export type CapHolder = z.output<typeof capHolder>;

/** 年度累计上限, by calendar year. */
export const annualCap = z.strictObject({
  id: slug,
  /** 名称 shown to visitors */
  title: z.string().min(1),
  /** over what it runs: all projects of one enterprise, or of one applicant where the text does not say 企业 */
  per: capHolder,
  max: money,
  quote,
  /** under this reading the cap is one with another clause's: `<policy>/<part>/<node>#<cap>` */
  sharedWith: z.strictObject({ cap: z.string(), reading: underReading }).optional(),
});
export type AnnualCap = z.output<typeof annualCap>;
