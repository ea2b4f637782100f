import { parseChineseNumber } from '../domain/chinese-numbers.ts';

/** What numbers a paragraph: 第一章 · 第一节 · 第一条 · 一、 · （一） · 1. · (1). */
export type MarkerKind = 'chapter' | 'section' | 'article' | 'han' | 'han-bracket' | 'arabic' | 'arabic-bracket';

export interface Marker {
  kind: MarkerKind;
  number: number;
  /** how many characters of the bare text it takes */
  length: number;
}

const HAN = '[一二三四五六七八九十]+';
const NUMBER = `(${HAN}|\\d{1,3})`;

const FORMS: [MarkerKind, RegExp][] = [
  ['chapter', new RegExp(`^第${NUMBER}[章编]`)],
  ['section', new RegExp(`^第${NUMBER}节`)],
  // “第三条规定的……” refers to an article and begins none
  ['article', new RegExp(`^第${NUMBER}条(?!第|规定|所列|所称|至|到|、|和|或|的|以及|中)`)],
  ['han', new RegExp(`^(${HAN})、`)],
  ['han-bracket', new RegExp(`^[（(](${HAN})[）)]`)],
  // “1.5 亿元” is a sum
  ['arabic', /^(\d{1,3})[.．、](?!\d)/],
  ['arabic-bracket', /^[（(](\d{1,3})[）)]/],
];

/** The number that a paragraph begins with, in either form of brackets. @param bare see `bareOf` */
export function markerOf(bare: string): Marker | null {
  for (const [kind, form] of FORMS) {
    const match = form.exec(bare);
    if (!match) continue;
    const words = match[1] ?? '';
    const number = /^\d/.test(words) ? Number(words) : parseChineseNumber(words);
    if (number !== null && number > 0) return { kind, number, length: match[0].length };
  }
  return null;
}

/** What a paragraph says after its number. */
export function afterMarker(bare: string): string {
  return bare.slice(markerOf(bare)?.length ?? 0);
}

/** Which numbers have been seen: a line that happens to begin like a number mostly does not go on counting. */
export class Counting {
  readonly #last = new Map<MarkerKind, number>();

  /** Whether this number goes on, or begins anew. */
  follows({ kind, number }: Marker): boolean {
    return number === 1 || number === (this.#last.get(kind) ?? 0) + 1;
  }

  see({ kind, number }: Marker): void {
    this.#last.set(kind, number);
  }
}
