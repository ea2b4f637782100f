/** Chinese numerals as official texts number their clauses: 一 … 九十九. */

const DIGITS = '零一二三四五六七八九';

/** 14 → "十四". @throws RangeError outside 1–99 */
export function toChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new RangeError(`1–99 expected, got ${value}`);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return head + (ones === 0 ? '' : DIGITS[ones]);
}

/** "十四" → 14. @returns null where the words are not a numeral from 1 to 99 */
export function parseChineseNumber(words: string): number | null {
  const match = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(words);
  if (!match || words === '') return null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && ones ? null : DIGITS.indexOf(tens ?? ones ?? '');
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}
