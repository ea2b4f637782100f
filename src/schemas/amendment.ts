import { z } from 'zod';
import { isoDate } from './quantities.ts';
import { quote } from './quote.ts';

/** A date and the words of the amending document that state it. */
const statedDate = z.strictObject({ date: isoDate, quote });

/** amendments/<id>/amendment.yaml: a document that amends clauses of the policy; its text stands beside it in source.txt. */
export const amendment = z.strictObject({
  /** 文件名称, as the text writes it */
  title: z.string().min(1),
  /** 简称 in notices and citations, "2027 年修改通知" */
  label: z.string().min(1),
  /** 发文字号, as the text writes it; null where it has none */
  documentNumber: z.string().min(1).nullable(),
  /** 印发日期 */
  issued: statedDate,
  /** 施行日期: from this day the new versions are in force, until the day before the old ones */
  effective: statedDate,
  /** where the official publication is to be found; null where we do not know */
  publication: z.strictObject({ url: z.url().nullable(), note: z.string().min(1) }),
});
export type Amendment = z.output<typeof amendment>;
