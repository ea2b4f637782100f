import { parseMoney } from './money.ts';
import { parsePercent } from './rate.ts';
import { parseChineseNumber } from './chinese-numbers.ts';
import { isRealDate, type IsoDate } from './dates.ts';

/**
 * The figures that stand in a Chinese official text: what the metadata's figures are checked against.
 * `start` and `end` are offsets into the text that was read.
 */
export type Figure = { start: number; end: number; words: string } & FigureValue;

export type FigureValue =
  | { kind: 'money'; fen: number }
  | { kind: 'percent'; ppm: number }
  | { kind: 'ratio'; left: string; right: string }
  | { kind: 'years'; years: number }
  | { kind: 'date'; date: IsoDate }
  | { kind: 'plain'; value: string };

/** Digits, in groups of three where a comma parts them. A full-width comma parts two figures, too: it is one of a sum only. */
const numberWith = (comma: string): string => `(?:\\d{1,3}(?:${comma}\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?`;
const NUMBER = numberWith(',');
const SUM = numberWith('[,，]');

const PATTERN = new RegExp(
  [
    '(?<date>\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日)',
    '(?<ratio>\\d+(?:\\.\\d+)?\\s*[:：]\\s*\\d+(?:\\.\\d+)?)',
    '(?<percent>\\d+(?:\\.\\d+)?\\s*[%％])',
    `(?<money>${SUM}\\s*(?:亿元|万元|亿|万|元))`,
    '(?<years>[一二三四五六七八九十]+\\s*年)',
    `(?<plain>${NUMBER})`,
  ].join('|'),
  'g',
);

/** Full-width digits, stops and signs as half-width ones, each in its place: official texts use both. */
export function asciiDigits(text: string): string {
  return text.replace(/[０-９．％]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
}

/** All figures of a text in order. Chinese numerals count only before 年 ("最多支持三年"). */
export function findFigures(text: string): Figure[] {
  return [...asciiDigits(text).matchAll(PATTERN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: text.slice(match.index, match.index + match[0].length),
    ...valueOf(match),
  }));
}

function valueOf(match: RegExpExecArray | RegExpMatchArray): FigureValue {
  const groups = match.groups ?? {};
  const words = match[0].replace(/\s/g, '');
  if (groups['date']) return { kind: 'date', date: isoFrom(words) };
  if (groups['ratio']) {
    const [left = '', right = ''] = words.split(/[:：]/);
    return { kind: 'ratio', left, right };
  }
  if (groups['percent']) return { kind: 'percent', ppm: parsePercent(words) ?? Number.NaN };
  if (groups['money']) return { kind: 'money', fen: parseMoney(words) ?? Number.NaN };
  if (groups['years']) return { kind: 'years', years: parseChineseNumber(words.slice(0, -1)) ?? Number.NaN };
  return { kind: 'plain', value: words.replaceAll(',', '') };
}

function isoFrom(words: string): IsoDate {
  const [year = '', month = '', day = ''] = words.split(/[年月日]/);
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDate(iso) ? iso : words;
}

/** The same for two figures that state the same thing, whatever their spacing. */
export function figureKey(figure: FigureValue): string {
  switch (figure.kind) {
    case 'money':
      return `money ${figure.fen}`;
    case 'percent':
      return `percent ${figure.ppm}`;
    case 'ratio':
      return `ratio ${figure.left}:${figure.right}`;
    case 'years':
      return `years ${figure.years}`;
    case 'date':
      return `date ${figure.date}`;
    case 'plain':
      return `plain ${figure.value}`;
  }
}
