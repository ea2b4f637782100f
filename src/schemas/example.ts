import { z } from 'zod';
import { underReading } from './amount.ts';
import { applicantType } from './applicant.ts';
import { slug } from './ids.ts';
import { isoDate, money } from './quantities.ts';

/** A fact as an editor writes it: sums as words ("800 万元"), or a list of them. */
const factValue = z.union([z.string(), z.boolean(), z.array(z.string())]);

/** An award of another clause of the policy, `<policy>/<part>/<node>#<award>`. */
const awardRef = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+#[a-z0-9-]+$/, '写本条扶持项的 id，或 <条款>#<扶持项>');

const paid = z
  .strictObject({
    /** id of the award of this clause that pays; of another clause in full, where the example shows what this one leaves to it */
    award: z.union([slug, awardRef]),
    /** awards that would pay too and less, each in full: a case that several clauses cover says so */
    over: z.array(awardRef).default([]),
    /** 年份; default: the year of the project's date */
    year: z.int().optional(),
    /** 可算得, after annual caps; default 0 元 */
    determined: money.optional(),
    /** 最高可至, after annual caps; default 0 元 */
    discretionary: money.optional(),
  })
  .refine(
    (it) => it.determined !== undefined || it.discretionary !== undefined,
    '写 determined 或 discretionary，没有余额也写 0 元',
  );

const refused = z.strictObject({ refused: slug });

/** 算例: a worked case on one side of a threshold, cap or reading; run by the tests and shown on the page. */
export const example = z.strictObject({
  title: z.string().min(1),
  applicant: applicantType.default('enterprise'),
  /** readings other than the default */
  readings: underReading.default({}),
  projects: z
    .array(
      z.strictObject({
        /** default: the only matter of this clause's awards */
        matter: slug.optional(),
        date: isoDate,
        facts: z.record(z.string(), factValue).default({}),
        /** what this clause's policy gives: payments in order of years, or a refusal */
        expect: z.union([paid, refused, z.array(z.union([paid, refused])).min(1)]),
      }),
    )
    .min(1),
});
export type Example = z.output<typeof example>;
