import { chineseDate, yearOf, type IsoDate } from './dates.ts';

/** When a policy applies. All dates are inclusive. */
export interface Validity {
  /** 施行日期 */
  effective: IsoDate;
  /** 有效期至; null where the text states no end: then it holds until something ends it */
  expires: IsoDate | null;
  /** 参照执行 from this day until the day before `effective`; null where the text says nothing of it */
  appliesFrom: IsoDate | null;
}

/** 参照执行: a text is followed on these days before it is in force. */
export interface ByReference {
  from: IsoDate;
  /** inclusive */
  to: IsoDate;
  /** the words that limit it to measures that give money; null where it is for every measure */
  onlyFunding: string | null;
}

/** 尚未施行 · 参照执行 · 现行有效 · 已过有效期 */
export type ValidityStatus = 'not-yet' | 'by-reference' | 'in-force' | 'expired';

export function statusOn(validity: Validity, date: IsoDate): ValidityStatus {
  if (validity.expires !== null && date > validity.expires) return 'expired';
  if (date >= validity.effective) return 'in-force';
  return validity.appliesFrom !== null && date >= validity.appliesFrom ? 'by-reference' : 'not-yet';
}

/** The last day of so many years that begin on a day: five from 2026-01-01 end on 2030-12-31. */
export function lastDayAfter(begin: IsoDate, years: number): IsoDate {
  const [year = 0, month = 1, day = 1] = begin.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}

export const OPEN_END = '未规定截止日期';

/** "有效期至2030年6月30日" */
export function wordEnd(expires: IsoDate | null): string {
  return expires === null ? OPEN_END : `有效期至${chineseDate(expires)}`;
}

/** "2025年7月1日至2030年6月30日" */
export function wordPeriod(from: IsoDate, expires: IsoDate | null): string {
  return expires === null ? `${chineseDate(from)}起，${OPEN_END}` : `${chineseDate(from)}至${chineseDate(expires)}`;
}

/** "涉及资金支持的措施，2024年10月31日至2025年6月30日参照执行" */
export function wordByReference({ from, to, onlyFunding }: ByReference): string {
  return `${onlyFunding === null ? '' : '涉及资金支持的措施，'}${chineseDate(from)}至${chineseDate(to)}参照执行`;
}

/** Where a picture of years ends a policy: what has no end is drawn some years on. */
export function drawnUntil({ effective, expires }: Validity, today: IsoDate): IsoDate {
  return expires ?? `${Math.max(yearOf(effective), yearOf(today)) + YEARS_DRAWN}-12-31`;
}

const YEARS_DRAWN = 3;

/** Whether an event on this day can be paid for: the 参照 period counts as in force. */
export function isPayableOn(validity: Validity, date: IsoDate): boolean {
  const status = statusOn(validity, date);
  return status === 'in-force' || status === 'by-reference';
}
