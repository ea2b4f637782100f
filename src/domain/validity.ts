import type { IsoDate } from './dates.ts';

/** When a policy applies. All three dates are inclusive. */
export interface Validity {
  /** 施行日期 */
  effective: IsoDate;
  /** 有效期至 */
  expires: IsoDate;
  /** 参照执行 from this day until the day before `effective`; null where the text says nothing of it */
  appliesFrom: IsoDate | null;
}

/** 尚未施行 · 参照执行 · 现行有效 · 已过有效期 */
export type ValidityStatus = 'not-yet' | 'by-reference' | 'in-force' | 'expired';

export function statusOn(validity: Validity, date: IsoDate): ValidityStatus {
  if (date > validity.expires) return 'expired';
  if (date >= validity.effective) return 'in-force';
  return validity.appliesFrom !== null && date >= validity.appliesFrom ? 'by-reference' : 'not-yet';
}

/** The last day of so many years that begin on a day: five from 2026-01-01 end on 2030-12-31. */
export function lastDayAfter(begin: IsoDate, years: number): IsoDate {
  const [year = 0, month = 1, day = 1] = begin.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}

/** Whether an event on this day can be paid for: the 参照 period counts as in force. */
export function isPayableOn(validity: Validity, date: IsoDate): boolean {
  const status = statusOn(validity, date);
  return status === 'in-force' || status === 'by-reference';
}
