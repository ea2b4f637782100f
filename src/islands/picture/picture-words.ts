import { wordExact, wordMoney } from '../../explain/index.ts';
import { UNLIMITED } from '../../explain/words.ts';
import type { Limit } from './curve.ts';
import type { PictureData } from './picture-data.ts';

/** What the drawing shows, in words: "研发投入达到 500 万元触顶（100 万元），再投入 200 万元触顶". */
export function wordLimit(limit: Limit, { fact, x }: Pick<PictureData, 'fact' | 'x'>): string {
  switch (limit.kind) {
    case 'none':
      return `${UNLIMITED}，${fact.label}越多，支持越多`;
    case 'flat':
      return `${wordExact(limit.y)}，不随${fact.label}变化`;
    case 'at': {
      const cap = `${fact.label}达到 ${wordMoney(limit.x)}触顶（${wordExact(limit.y)}）`;
      if (x === null) return cap;
      return x >= limit.x ? `${cap}，已触顶` : `${cap}，再投入 ${wordMoney(limit.x - x)}触顶`;
    }
  }
}
