import { z } from 'zod';
import { isRealDate } from '../domain/dates.ts';
import { parseMoney } from '../domain/money.ts';
import { parsePercent, parseRatio } from '../domain/rate.ts';

/** A sum as the text writes it, "50 万元"; in the model an integer of 分. */
export const money = z.string().transform((words, context) => {
  const fen = parseMoney(words);
  if (fen !== null) return fen;
  context.addIssue({ code: 'custom', message: `“${words}”不是金额；写成“50 万元”“1 亿元”或“300 元”` });
  return z.NEVER;
});

/** A share, "20%"; in the model parts per million. */
export const percent = z.string().transform((words, context) => {
  const ppm = parsePercent(words);
  if (ppm !== null) return ppm;
  context.addIssue({ code: 'custom', message: `“${words}”不是百分比；写成“20%”` });
  return z.NEVER;
});

/** A match on the city's money, "1:0.5"; in the model the district's parts per million of the city's. */
export const ratio = z.string().transform((words, context) => {
  const ppm = parseRatio(words);
  if (ppm !== null) return ppm;
  context.addIssue({ code: 'custom', message: `“${words}”不是配套比例；写成“1:0.5”，前为市级，后为区级` });
  return z.NEVER;
});

/** A real day, `YYYY-MM-DD`. */
export const isoDate = z
  .string({ error: '日期写成带引号的 "2025-07-01"' })
  .refine(isRealDate, '不是真实存在的日期；写成 2025-07-01');
