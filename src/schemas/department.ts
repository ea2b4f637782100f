import { z } from 'zod';
import { slug } from './ids.ts';

/** 责任单位, as the texts name them. */
export const department = z.strictObject({
  id: slug,
  /** the policy whose text names it */
  policy: slug,
  /** 简称, exactly as the text writes it after 责任单位 */
  short: z.string().min(1),
  /** 全称 */
  full: z.string().min(1),
});
export type Department = z.output<typeof department>;

/** The same in policy.yaml, where the policy is the file's own. */
export const ownDepartment = department.omit({ policy: true });

export const departmentsFile = z.array(department);
