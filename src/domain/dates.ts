/** Calendar dates as ISO strings (`YYYY-MM-DD`): they order as text and know no time zone. */

export type IsoDate = string;

/** True for a real day of the calendar, written `YYYY-MM-DD`. */
export function isRealDate(words: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** China has kept UTC+8 since September 1991. Asking the browser for its zones takes it 30 to 60 ms on every page. */
const SHANGHAI_AHEAD = 8 * 3_600_000;

/** Today in Asia/Shanghai, where both policies apply, whatever the visitor's own zone. Right from 1992 on. */
export function shanghaiToday(now: Date): IsoDate {
  return new Date(now.getTime() + SHANGHAI_AHEAD).toISOString().slice(0, 10);
}

/** "2025年7月1日" for `2025-07-01`, as official texts write it. */
export function chineseDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
