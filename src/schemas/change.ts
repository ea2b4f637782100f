import { z } from 'zod';
import { isRealDate } from '../domain/dates.ts';
import { slug } from './ids.ts';

/** 改动: what has changed in texts or notes, for those who subscribe; content/changes.yaml, newest first. */
export const change = z.strictObject({
  /** never changes: readers' programs tell entries apart by it */
  id: slug,
  date: z.string().refine(isRealDate, '不是真实的日期'),
  title: z.string().min(1),
  /** what changed and why, a sentence or two */
  note: z.string().min(1),
  /** 条款, 部分或政策 that it concerns: `minhang-2025/rules/6`, `minhang-2025/rules`, `minhang-2025` */
  clauses: z.array(z.string().min(1)).min(1),
});
export type Change = z.output<typeof change>;
export const changesFile = z.array(change);
