/** Sums as people write them: "500万", "五百万元", "0.5亿" and "5000万" say the same, "5,000万" too. */

const NUMBER = '((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?|[零一二两三四五六七八九十百千]+)';
const SUM = new RegExp(`${NUMBER}([万亿])`, 'g');
const BARE = new RegExp(`^${NUMBER}[万亿]?元?$`);
const DIGITS = '零一二三四五六七八九';
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const YI = 10_000;
/** From so many 万 on a text may count in 亿. */
const LARGE = 1_000;

/** The text with each of its sums written otherwise, in digits. @param text in normal form */
export function sumForms(text: string): string[] {
  const found: string[] = [];
  for (const { 0: words, 1: number = '', 2: unit, index } of text.matchAll(SUM)) {
    const value = /[0-9]/.test(number) ? Number(number.replaceAll(',', '')) : valueOf(number);
    const wan = Number((value * (unit === '亿' ? YI : 1)).toFixed(4));
    const forms = [`${wan}万`, ...(wan >= LARGE ? [`${wan / YI}亿`] : [])];
    for (const form of forms)
      if (wan > 0 && form !== words) found.push(text.slice(0, index) + form + text.slice(index + words.length));
  }
  return found;
}

/** True of a number or sum and nothing else: words of it say nothing alone. */
export function isBareSum(text: string): boolean {
  return BARE.test(text);
}

/** "两千五百" and "两千五" are 2500: a last digit without 零 before it counts in the next lower unit. */
function valueOf(words: string): number {
  let sum = 0;
  let digit = 0;
  let unit = 1;
  for (const character of words.replaceAll('两', '二')) {
    const ten = TENS[character];
    if (ten === undefined) {
      digit = DIGITS.indexOf(character);
      if (digit === 0) unit = 1;
    } else {
      sum += (digit || 1) * ten;
      digit = 0;
      unit = ten / 10;
    }
  }
  return sum + digit * unit;
}
