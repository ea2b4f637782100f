/** Shares and matching ratios, as integers in parts per million, so that products with 分 stay exact. */

/** Parts per million: 20% is 200000, a match of 1:0.5 is 500000. */
export type Ppm = number;

export const PPM_ONE = 1_000_000n;

/** Reads "20%" or "20％". @returns null where the words are not a percentage of at most four decimals */
export function parsePercent(words: string): Ppm | null {
  const match = /^(\d+)(?:\.(\d{1,4}))?[%％]$/.exec(words.replace(/\s/g, ''));
  if (!match) return null;
  return Number((match[1] ?? '') + (match[2] ?? '').padEnd(4, '0'));
}

/**
 * Reads a match 1:x ("1:1", "1: 0.5", "1：0.5"), first the city's share, then the district's.
 * @returns the district's share of the city's, null where the words are no such ratio
 */
export function parseRatio(words: string): Ppm | null {
  const match = /^1[:：](\d+)(?:\.(\d{1,6}))?$/.exec(words.replace(/\s/g, ''));
  if (!match) return null;
  return Number((match[1] ?? '') + (match[2] ?? '').padEnd(6, '0'));
}

/** Half up to whole 分, from 分 × ppm. */
export function roundHalfUp(microFen: bigint): bigint {
  return (microFen + PPM_ONE / 2n) / PPM_ONE;
}
