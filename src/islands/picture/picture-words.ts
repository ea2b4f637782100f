import { wordExact, wordMoney, wordYuan } from '../../explain/index.ts';
import { UNLIMITED } from '../../explain/words.ts';
import type { Held, Limit } from './curve.ts';
import type { PictureData } from './picture-data.ts';

/** The sum on the axis: of a yearly list the first year moves. */
export function wordBase({ fact }: Pick<PictureData, 'fact'>): string {
  return fact.kind === 'money-list' ? `${fact.label}（第一年）` : fact.label;
}

/**
 * What the drawing shows, in words: "研发投入达到 500 万元触顶（100 万元），再投入 200 万元触顶". 触顶 is a limit of the text;
 * what ends elsewhere only grows no more.
 */
export function wordLimit(limit: Limit, data: Pick<PictureData, 'fact' | 'x'>): string {
  const { fact, x } = data;
  const base = wordBase(data);
  switch (limit.kind) {
    case 'none':
      return `${UNLIMITED}，${base}越多，支持越多`;
    case 'flat':
      return `${wordExact(limit.y)}，不随${base}变化`;
    case 'at': {
      const { ends, there } = END_WORDS[limit.held.by];
      const why = limit.held.by === 'match' ? `，${limit.held.label}已足额配套` : '';
      const end = `${base}达到${wordSum(limit.x)}${ends}（${wordExact(limit.y)}${why}）`;
      if (x === null) return end;
      if (x >= limit.x) return `${end}，已${there}`;
      // A sum that somebody else grants is not put in by the applicant.
      const isGranted = fact.kind === 'money' && fact.whenZero !== null;
      return `${end}，${isGranted ? '再有' : '再投入'}${wordSum(limit.x - x)}${there}`;
    }
  }
}

const END_WORDS: Record<Held['by'], { ends: string; there: string }> = {
  limit: { ends: '触顶', there: '触顶' },
  match: { ends: '后不再增加', there: '达到' },
  other: { ends: '后不再增加', there: '达到' },
};

/**
 * Where a line bends is a place in a drawing, not a sum that anybody is paid: a third of something is told in 万元,
 * two decimals below 1,000 万元 and none above, and says 约.
 */
function wordSum(fen: bigint): string {
  if (fen % 10_000n === 0n) return ` ${wordMoney(fen)}`;
  if (fen < WAN) return ` ${wordYuan(fen)}`;
  const unit = fen < 1_000n * WAN ? WAN / 100n : WAN;
  const about = (fen + unit / 2n) / unit;
  // 分 and 元 stand to one another as hundredths of 万元 and 万元
  const words = wordYuan(unit === WAN ? about * 100n : about);
  return `约 ${words.replace('元', '万元')}`;
}

/** 分 in 1 万元. */
const WAN = 1_000_000n;
