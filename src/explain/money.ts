/** Sums in words. Nothing is ever rounded: as many digits as the sum needs. */
import { PPM_ONE, type Ppm } from '../domain/rate.ts';

/** 分 in 1 万元. */
const WAN = 1_000_000n;

/** 分 in 1 亿元. */
const YI = 10_000n * WAN;

/** "50 万元", "8.5 万元", "3000.5 元", "1 亿元": whole 亿 as the texts write them, 万元 from 1 万元 up, else 元. @param fen 分 */
export function wordMoney(fen: bigint): string {
  return wordExact(fen * PPM_ONE);
}

/** The same for a sum that may still have fractions of a 分. @param exact millionths of a 分 */
export function wordExact(exact: bigint): string {
  const size = exact < 0n ? -exact : exact;
  if (size > 0n && size % (YI * PPM_ONE) === 0n) return `${exact / (YI * PPM_ONE)} 亿元`;
  return size < WAN * PPM_ONE ? `${wordDecimal(exact, 8)} 元` : `${wordDecimal(exact, 12)} 万元`;
}

/** "8,000,000 元". @param fen 分 */
export function wordYuan(fen: bigint): string {
  const [whole = '', fraction] = wordDecimal(fen, 2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`} 元`;
}

/** "20%", "0.5%". */
export function wordPercent(rate: Ppm): string {
  return `${wordDecimal(BigInt(rate), 4)}%`;
}

/** "1:0.5": the city's share, then the district's. */
export function wordRatio(ratio: Ppm): string {
  return `1:${wordDecimal(BigInt(ratio), 6)}`;
}

/** An integer that counts 10^-places, as a decimal without trailing zeros. */
export function wordDecimal(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}
