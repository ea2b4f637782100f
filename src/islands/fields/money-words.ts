import { parseMoneyInput, writeMoneyInput, type MoneyInput } from '../../domain/money-input.ts';
import { wordCapitals, wordYuan } from '../../explain/index.ts';

const READABLE = '可以写 800、1,000.5、800万、1亿 或 8000000元；不写单位按万元算';

const UNREADABLE: Readonly<Record<(MoneyInput & { kind: 'unreadable' })['reason'], string>> = {
  format: `读不出这个数。${READABLE}`,
  negative: `金额不能是负数。${READABLE}`,
  'too-large': '超过一万亿元，本站不算这么大的数；请核对单位',
  'too-fine': '最多精确到分（0.01 元）',
};

/** 10 亿元: above it a sum without a unit was probably meant in 元. */
const UNLIKELY = 100_000_000_000;

export interface MoneyWords {
  tone: 'echo' | 'doubt' | 'fault';
  text: string;
}

/** What the field understood: "800 万元 = 8,000,000 元 = 人民币捌佰万元整". @returns null for a blank */
export function wordMoneyInput(words: string): MoneyWords | null {
  const input = parseMoneyInput(words);
  switch (input.kind) {
    case 'empty':
      return null;
    case 'unreadable':
      return { tone: 'fault', text: UNREADABLE[input.reason] };
    case 'sum': {
      const fen = BigInt(input.fen);
      const text = `${writeMoneyInput(input.fen)} 万元 = ${wordYuan(fen)} = ${wordCapitals(fen)}`;
      const doubtful = input.fen > UNLIKELY && /^[\d.,\s]+$/.test(words.normalize('NFKC'));
      return doubtful ? { tone: 'doubt', text: `${text}。单位是万元；若是元，请在数后写“元”` } : { tone: 'echo', text };
    }
  }
}
