/**
 * Money is counted in 分 (0.01 yuan). Content and models hold it as a safe integer (`Fen`),
 * the engine computes with `bigint`, so nothing here ever passes through a binary fraction.
 */

/** A sum in 分, a non-negative safe integer. */
export type Fen = number;

/** The largest sum of a scenario, in yuan and in 分. */
export const LARGEST_YUAN = 1e12;
export const LARGEST_FEN = BigInt(LARGEST_YUAN) * 100n;

const UNITS: Readonly<Record<string, bigint>> = {
  元: 100n,
  万元: 1_000_000n,
  万: 1_000_000n,
  亿元: 10_000_000_000n,
  亿: 10_000_000_000n,
};

/**
 * Reads a sum as official texts write it: "50 万元", "1亿元", "3000.5 元", "1,000 万元".
 * @returns the sum in 分, or null where the words are not a sum or are finer than a 分
 */
export function parseMoney(words: string): Fen | null {
  const match = /^(\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(\d+))?(亿元|万元|亿|万|元)$/.exec(words.replace(/\s/g, ''));
  if (!match) return null;
  const [, whole = '', fraction = '', unit = ''] = match;
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole.replace(/[,，]/g, '') + fraction) * (UNITS[unit] ?? 0n);
  if (scaled % scale !== 0n) return null;
  const fen = Number(scaled / scale);
  return Number.isSafeInteger(fen) ? fen : null;
}

/**
 * Yuan as a JSON number to 分, exactly.
 * @returns null where the number has more than two decimals, is negative or not finite
 */
export function fenFromYuan(yuan: number): Fen | null {
  if (!Number.isFinite(yuan) || yuan < 0) return null;
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(yuan));
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

/** 分 as the decimal literal of yuan ("500000", "0.5", "12.34"): exact at any size. */
export function yuanLiteral(fen: bigint): string {
  const whole = fen / 100n;
  const rest = fen % 100n;
  if (rest === 0n) return whole.toString();
  return `${whole}.${rest.toString().padStart(2, '0').replace(/0$/, '')}`;
}
