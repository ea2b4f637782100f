/** From sums to places in the drawing. The only binary fractions here: nothing is computed from them. */
import { writeMoneyInput } from '../../domain/money-input.ts';
import type { PictureData } from './picture-data.ts';

export const FRAME = { width: 400, height: 224, left: 46, right: 388, top: 44, bottom: 180 } as const;

export interface Scale {
  toX: (fen: bigint) => number;
  toY: (fen: bigint) => number;
  ticksX: bigint[];
  ticksY: bigint[];
}

export function createScale({ width, height }: Pick<PictureData, 'width' | 'height'>): Scale {
  const tallest = height / 1_000_000n;
  const ticksY = ticks(tallest, 3);
  const step = ticksY[1] ?? tallest;
  const top = ((tallest + step - 1n) / step) * step;
  return {
    toX: (fen) => round(FRAME.left + (FRAME.right - FRAME.left) * share(fen, width)),
    toY: (fen) => round(FRAME.bottom - (FRAME.bottom - FRAME.top) * share(fen, top)),
    ticksX: ticks(width, 4),
    ticksY: top === ticksY.at(-1) ? ticksY : [...ticksY, top],
  };
}

function share(fen: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number(fen) / Number(whole);
}

function round(place: number): number {
  return Math.round(place * 10) / 10;
}

/** 0 and round sums up to `end`, about `wanted` of them. */
function ticks(end: bigint, wanted: number): bigint[] {
  for (let power = 1n; ; power *= 10n) {
    for (const unit of [1n, 2n, 5n]) {
      const step = unit * power;
      const count = Number(end / step);
      if (count <= wanted) return Array.from({ length: count + 1 }, (_, at) => BigInt(at) * step);
    }
  }
}

/** A sum on an axis, in 万元. */
export function wordWan(fen: bigint): string {
  return writeMoneyInput(Number(fen));
}
