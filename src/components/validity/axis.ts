import type { IsoDate } from '../../domain/dates.ts';

/** Share of the span between two days at which a third lies, as an SVG percentage kept inside the picture. */
export function placeToday(day: IsoDate, start: IsoDate, end: IsoDate): string {
  return `${Math.min(100, Math.max(0, shareOf(day, start, end)))}%`;
}

export function shareOf(day: IsoDate, start: IsoDate, end: IsoDate): number {
  const share = (Date.parse(day) - Date.parse(start)) / (Date.parse(end) - Date.parse(start));
  return Math.round(share * 10_000) / 100;
}
