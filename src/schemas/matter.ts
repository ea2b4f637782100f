import { z } from 'zod';
import { factName } from './amount.ts';
import { slug } from './ids.ts';

const common = {
  /** 名称 in forms */
  label: z.string().min(1),
  /** 说明 below the field */
  help: z.string().min(1).optional(),
};

/** A sum; in scenarios a number of yuan, in forms 万元. */
const moneyFact = z.strictObject({
  kind: z.literal('money'),
  ...common,
  /** refusal where an award's threshold on it is missed */
  belowThreshold: slug.optional(),
  /** refusal where an award is a ratio of it and it is 0 */
  whenZero: slug.optional(),
});

/** One sum a year, the first in the year of the project's date. */
const moneyListFact = z.strictObject({
  kind: z.literal('money-list'),
  ...common,
  min: z.int().min(1),
  max: z.int().min(1),
});

const booleanFact = z.strictObject({
  kind: z.literal('boolean'),
  ...common,
  /** 名称 of the case in which it is not so, where 非 before the label would not do */
  negative: z.string().min(1).optional(),
  /** refusal where an award requires the other value */
  refusal: slug.optional(),
});

const choiceFact = z.strictObject({
  kind: z.literal('choice'),
  ...common,
  options: z.array(z.strictObject({ id: z.string().min(1), label: z.string().min(1) })).min(2),
});

/** A fact about a project, defined once for all matters. */
export const factDefinition = z.discriminatedUnion('kind', [moneyFact, moneyListFact, booleanFact, choiceFact]);

/** 拒付理由; the order in the file is the order in which they are checked. */
export const refusalReason = z.strictObject({
  id: slug,
  /** 短语, "双方有投资等关联" */
  label: z.string().min(1),
  explanation: z.string().min(1),
});

/** content/matters/facts.yaml */
export const factsFile = z.strictObject({
  reasons: z.array(refusalReason).min(1),
  facts: z.record(factName, factDefinition),
});

/** A fact as one matter uses it. */
export const matterFact = z.strictObject({
  fact: factName,
  /** default in forms and where a scenario leaves the fact out; absent: required. Sums in words. */
  default: z.union([z.string(), z.boolean()]).optional(),
  /** 名称 or 说明 where this matter needs other words */
  label: z.string().min(1).optional(),
  help: z.string().min(1).optional(),
});

/** 事项: what an applicant can claim for, shared by all policies. */
export const matter = z.strictObject({
  id: slug,
  order: z.int().min(1),
  title: z.string().min(1),
  /** in the visitor's own words, "我有一个三类证" */
  plain: z.string().min(1),
  /** what the project's date means: "注册证载明的发证日" */
  dateLabel: z.string().min(1),
  /** 说明 below the choice of the matter: what the texts count as one, where its title does not tell */
  help: z.string().min(1).optional(),
  /** one of these at most in a scenario */
  unique: z.boolean().default(false),
  /** 议题 under which this matter is compared, its own first: a clause that pays for it stands under all of them */
  topics: z.array(slug).min(1),
  facts: z.array(matterFact).default([]),
});
export type Matter = z.output<typeof matter>;
