import type { IsoDate } from './dates.ts';

/** Days from and to which something holds, both inclusive; null is open. */
export interface Period {
  from: IsoDate | null;
  until: IsoDate | null;
}

export function includesDay({ from, until }: Period, day: IsoDate): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

export function dayBefore(day: IsoDate): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date - 1)).toISOString().slice(0, 10);
}
