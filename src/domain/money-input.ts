/**
 * What people type into a field of 万元: "800", "1,000.5", "８００", "1亿", "800万", "8000000元", "1亿2000万".
 * A number without a unit counts 万元, because the field says so.
 */
import { LARGEST_FEN, type Fen } from './money.ts';

export type MoneyInput =
  | { kind: 'empty' }
  | { kind: 'sum'; fen: Fen }
  | { kind: 'unreadable'; reason: 'format' | 'negative' | 'too-large' | 'too-fine' };

const YUAN = 100n;
const WAN = 10_000n * YUAN;
const YI = 10_000n * WAN;
/** no sum is written longer */
const LONGEST = 1000;

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+';
const PATTERN = new RegExp(
  `^(?:人民币|rmb|cny|¥)?(?:(?<yi>${NUMBER})亿)?(?:(?<wan>${NUMBER})(?<many>[百千]?)(?:万|w))?(?<rest>${NUMBER})?(?<yuan>元)?整?$`,
);

/** Full-width signs become plain ones; blanks of any kind are not part of a number. */
function normalise(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .toLowerCase();
}

/**
 * The sum that somebody typed, in 分. What can be read in two ways is not guessed: `unreadable` says which kind of slip it is, so that
 * the field can tell what to write.
 */
export function parseMoneyInput(words: string): MoneyInput {
  const text = normalise(words);
  if (text === '') return { kind: 'empty' };
  if (text.length > LONGEST) return { kind: 'unreadable', reason: 'format' };
  if (/^[-−–]/.test(text)) return { kind: 'unreadable', reason: 'negative' };
  const groups = PATTERN.exec(text)?.groups;
  const { yi, wan, many, rest, yuan } = groups ?? {};
  const named = yi !== undefined || wan !== undefined;
  // "1亿2000" may mean 2000 万 or 2000 元: better asked than guessed.
  if (!groups || (!named && rest === undefined) || (named && rest !== undefined && yuan === undefined)) {
    return { kind: 'unreadable', reason: 'format' };
  }
  const times = many === '千' ? 1000n : many === '百' ? 100n : 1n;
  const parts = [scale(yi, YI), scale(wan, WAN * times), scale(rest, yuan === undefined ? WAN : YUAN)];
  if (parts.includes(null)) return { kind: 'unreadable', reason: 'too-fine' };
  const sum = parts.reduce<bigint>((total, part) => total + (part ?? 0n), 0n);
  return sum > LARGEST_FEN ? { kind: 'unreadable', reason: 'too-large' } : { kind: 'sum', fen: Number(sum) };
}

/** A decimal literal times a unit. @returns null where it is finer than a 分 */
function scale(literal: string | undefined, unit: bigint): bigint | null {
  if (literal === undefined) return 0n;
  const [whole = '', fraction = ''] = literal.replaceAll(',', '').split('.');
  const scaled = BigInt(whole + fraction) * unit;
  const power = 10n ** BigInt(fraction.length);
  return scaled % power === 0n ? scaled / power : null;
}

/** The sum as such a field shows it: 万元 without its unit, "800", "0.5", "1000.05". */
export function writeMoneyInput(fen: Fen): string {
  const digits = String(fen).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}
