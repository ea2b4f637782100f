import { z } from 'zod';
import { slug } from './ids.ts';

/** 议题: where clauses of different policies meet; content/topics/topics.yaml, in order. */
export const topic = z.strictObject({
  id: slug,
  title: z.string().min(1),
  /** 一句话 of what it is about */
  summary: z.string().min(1),
  /**
   * what its title promises and no award states: who may apply, read from its clauses, and when the policy holds,
   * 参照执行 included: elsewhere that stands only where it bears on the clauses
   */
  compares: z.array(z.enum(['applicants', 'in-force'])).default([]),
  /** 企业类型 that look for it */
  audiences: z.array(slug).default([]),
});
export type Topic = z.output<typeof topic>;

/** 企业类型: a kind of company by which topics are filtered. */
export const audience = z.strictObject({ id: slug, label: z.string().min(1) });
export type Audience = z.output<typeof audience>;

export const topicsFile = z.strictObject({ audiences: z.array(audience), topics: z.array(topic) });
