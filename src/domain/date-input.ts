import { isRealDate, type IsoDate } from './dates.ts';

/** Reads a day as people paste it: "2026年3月15日", "2026/3/15", "2026.03.15", "20260315". @returns null for none */
export function parseDateInput(words: string): IsoDate | null {
  const text = words.normalize('NFKC').replace(/\s/g, '');
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const iso = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  return isRealDate(iso) ? iso : null;
}
