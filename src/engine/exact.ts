/**
 * Sums before rounding. A rate of a sum in 分 can leave a fraction of a 分, so intermediate results
 * are whole millionths of a 分: a 分 times parts per million is one of them, exactly.
 */
import { PPM_ONE, roundHalfUp, type Ppm } from '../domain/rate.ts';

/** Millionths of a 分. */
export type Exact = bigint;

/** 分 → millionths of a 分. */
export function toExact(fen: bigint): Exact {
  return fen * PPM_ONE;
}

/** A share of a sum in 分, exactly. */
export function shareOf(fen: bigint, rate: Ppm): Exact {
  return fen * BigInt(rate);
}

/** Half up to whole 分. Only for sums that are not negative. */
export function toFen(exact: Exact): bigint {
  return roundHalfUp(exact);
}

export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
