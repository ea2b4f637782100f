import { z } from 'zod';
import { slug } from './ids.ts';
import { money, percent, ratio } from './quantities.ts';

const fact = z.string().regex(/^[a-z][A-Za-z0-9]*$/, '事实名用 camelCase，如 rdInvestment');

/** 按比例: a share of a sum the applicant spent or received, "研发投入的 20%，最高 50 万元". Determined. */
const share = z.strictObject({
  kind: z.literal('share'),
  /** 比例, "20%" */
  rate: percent,
  /** 基数: a money fact of the matter */
  of: fact,
  /** 单项上限; absent where the text states none */
  max: money.optional(),
});

/** 配套: a match on the city's money, "按照市级支持资金 1:0.5 给予配套". Determined. */
const match = z.strictObject({
  kind: z.literal('match'),
  /** 配套比例 city:district, "1:0.5" */
  ratio,
  /** 基数: the money fact that holds the city's support */
  of: fact,
  /** 市区两级支持合计不超过…的 X%: city and district together at most this share of a fact */
  jointCeiling: z.strictObject({ rate: percent, of: fact }).optional(),
  /** 单项上限; absent where the text states none */
  max: money.optional(),
});

/** 定额: a fixed sum, "一次性给予 20 万元". Determined. */
const fixed = z.strictObject({ kind: z.literal('fixed'), sum: money });

/** 酌定: only a ceiling, "不超过项目经费的 50%，最高 30 万元". Discretionary: the smaller of what is stated. */
const upTo = z
  .strictObject({
    kind: z.literal('up-to'),
    /** 比例上限; with `of` */
    rate: percent.optional(),
    /** 基数 of the rate */
    of: fact.optional(),
    /** 金额上限 */
    max: money.optional(),
  })
  .refine((it) => (it.rate === undefined) === (it.of === undefined), 'rate 与 of 须同时写或同时不写')
  .refine((it) => it.rate !== undefined || it.max !== undefined, '至少写 rate 与 of，或 max');

/** 支持标准: how the sum is worked out. */
export const amount = z.discriminatedUnion('kind', [share, match, fixed, upTo]);
export type Amount = z.output<typeof amount>;

/** Conditions on readings: reading id → option id; all must hold. A bare id means this policy's reading. */
export const underReading = z.record(z.string(), slug);
export type UnderReading = z.output<typeof underReading>;
export { fact as factName };
