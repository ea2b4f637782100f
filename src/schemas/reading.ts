import { z } from 'zod';
import { nodeId, slug } from './ids.ts';

/** Words of a clause that are ambiguous, or that contradict others. */
const passage = z.strictObject({
  clause: nodeId,
  quote: z.string().min(1),
  /** which occurrence, from 1 */
  nth: z.int().min(1).optional(),
});

/**
 * 引文以外的数: sums, shares and ratios in our own words that none of the quotes states, told twice as nothing else
 * proves them: "1100 万元", the sum of two that stand there, or "20%", which stands elsewhere in the clause.
 */
const otherFigures = z.array(z.string().min(1)).default([]);

const option = z.strictObject({
  id: slug,
  /** 口径名称, short: "按细则 50 万元" */
  label: z.string().min(1),
  /** what follows from it */
  explanation: z.string().min(1),
});

/** 口径: an ambiguous passage and the ways of reading it that a visitor can choose from. */
export const reading = z.strictObject({
  id: slug,
  title: z.string().min(1),
  /** 疑义 in plain words */
  question: z.string().min(1),
  passages: z.array(passage).min(1),
  default: slug,
  /** why the default was chosen */
  why: z.string().min(1),
  options: z.array(option).min(2),
  otherFigures,
});
export type Reading = z.output<typeof reading>;

export const CONTRADICTION_KINDS = ['contradiction', 'gap', 'condition'] as const;

/** 不一致、空白与须留意: what a reader must know beside the words, without a switch. */
export const contradiction = z.strictObject({
  id: slug,
  /** 条文不一致: a text, or the texts of one policy, say two things · 条文空白 · 须留意: a condition, or how policies differ */
  kind: z.enum(CONTRADICTION_KINDS),
  title: z.string().min(1),
  passages: z.array(passage).min(1),
  /** what differs or is missing, and how the site deals with it */
  note: z.string().min(1),
  otherFigures,
});
export type Contradiction = z.output<typeof contradiction>;

export const readingsFile = z.strictObject({
  readings: z.array(reading).default([]),
  contradictions: z.array(contradiction).default([]),
});
