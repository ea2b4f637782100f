import { z } from 'zod';
import { instalments } from './award.ts';
import { slug } from './ids.ts';
import { money, percent, ratio } from './quantities.ts';
import { quote } from './quote.ts';

/** What the text calls the base, in its own words ("研发投入"); a finished award names a fact instead. */
const base = z.string().min(1).optional();

/** 候选支持标准: as `amount`, but nothing in it is sure yet. */
export const draftAmount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share'), rate: percent, of: base, max: money.optional() }),
  z.strictObject({
    kind: z.literal('match'),
    ratio,
    of: base,
    jointCeiling: z.strictObject({ rate: percent, of: base }).optional(),
    max: money.optional(),
  }),
  z.strictObject({ kind: z.literal('fixed'), sum: money }),
  z.strictObject({ kind: z.literal('up-to'), rate: percent.optional(), of: base, max: money.optional() }),
  /** 年度上限: belongs into `annualCaps` */
  z.strictObject({ kind: z.literal('annual-cap'), max: money }),
  /** 门槛: belongs into the `threshold` of an award */
  z.strictObject({ kind: z.literal('threshold'), min: money }),
  /** a figure that is not understood: an award's, `exempt`'s, or policy.yaml's */
  z.strictObject({ kind: z.literal('unclear') }),
]);
export type DraftAmount = z.output<typeof draftAmount>;

/**
 * 候选扶持项: what `npm run new-policy` found in the text. Never executed and never shown as a figure; whoever has
 * checked it against the text completes it to an award and takes `draft: true` away.
 */
export const draftAward = z.strictObject({
  draft: z.literal(true),
  /** unique in its clause; what the award is to be called is for its editor */
  id: slug,
  title: z.string().min(1),
  amount: draftAmount,
  /** the words that state the figures, in the order of `amount` */
  quote,
  instalments: instalments.optional(),
});
export type DraftAward = z.output<typeof draftAward>;
