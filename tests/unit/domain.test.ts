import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChineseNumber, toChineseNumber } from '../../src/domain/chinese-numbers.ts';
import { chineseDate, isRealDate, shanghaiToday, yearOf } from '../../src/domain/dates.ts';
import { figureKey, findFigures } from '../../src/domain/figures.ts';
import { fenFromYuan, parseMoney, yuanLiteral } from '../../src/domain/money.ts';
import { parsePercent, parseRatio, roundHalfUp } from '../../src/domain/rate.ts';
import { charactersOf, findFragment, inBookMarks, inQuotes, withoutWhitespace } from '../../src/domain/text.ts';
import { isPayableOn, statusOn, type Validity } from '../../src/domain/validity.ts';

describe('money', () => {
  it.each([
    ['50 万元', 50_000_000],
    ['100万元', 100_000_000],
    ['1亿元', 10_000_000_000],
    ['1 亿元', 10_000_000_000],
    ['1.5 亿', 15_000_000_000],
    ['0.01 元', 1],
    ['3000.5 元', 300_050],
    ['0 元', 0],
    ['8.5万', 8_500_000],
    ['0.00001 万元', 10],
    ['0.001 元', null],
    ['-1 元', null],
    ['1,000 元', 100_000],
    ['1，000万元', 1_000_000_000],
    ['12,345,678.5 元', 1_234_567_850],
    ['1,00 元', null],
    ['1,0000 元', null],
    ['1000,000 元', null],
    [',000 元', null],
    ['万元', null],
    ['50', null],
    ['50 万 元', 50_000_000],
    ['50 美元', null],
    ['99999999999999999 元', null],
    ['', null],
  ])('parseMoney(%j) is %j', (words, fen) => expect(parseMoney(words)).toBe(fen));

  it.each([
    [0, 0],
    [0.1, 10],
    [0.01, 1],
    [12.34, 1234],
    [8_000_000, 800_000_000],
    [1e12, 100_000_000_000_000],
    [0.001, null],
    [-1, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    [1e-7, null],
  ])('fenFromYuan(%j) is %j', (yuan, fen) => expect(fenFromYuan(yuan)).toBe(fen));

  it.each([
    [0n, '0'],
    [50n, '0.5'],
    [5n, '0.05'],
    [1234n, '12.34'],
    [50_000_000n, '500000'],
    [90_071_992_547_409_931n, '900719925474099.31'],
  ])('yuanLiteral(%s) is %s', (fen, literal) => expect(yuanLiteral(fen)).toBe(literal));
});

describe('rates', () => {
  it.each([
    ['20%', 200_000],
    ['30 ％', 300_000],
    ['0.5%', 5000],
    ['100%', 1_000_000],
    ['12.3456%', 123_456],
    ['12.34567%', null],
    ['20', null],
    ['%', null],
  ])('parsePercent(%j) is %j', (words, ppm) => expect(parsePercent(words)).toBe(ppm));

  it.each([
    ['1:1', 1_000_000],
    ['1: 0.5', 500_000],
    ['1：0.5', 500_000],
    ['1:0.333333', 333_333],
    ['2:1', null],
    ['1:', null],
    ['8:2', null],
  ])('parseRatio(%j) is %j', (words, ppm) => expect(parseRatio(words)).toBe(ppm));

  it.each([
    [1_499_999n, 1n],
    [1_500_000n, 2n],
    [0n, 0n],
    [500_000n, 1n],
    [499_999n, 0n],
  ])('roundHalfUp(%s) is %s', (exact, fen) => expect(roundHalfUp(exact)).toBe(fen));
});

describe('dates', () => {
  it.each([
    ['2025-07-01', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2025-02-29', false],
    ['1900-02-29', false],
    ['2025-02-30', false],
    ['2025-04-31', false],
    ['2025-13-01', false],
    ['2025-00-10', false],
    ['2025-01-00', false],
    ['2025-1-1', false],
    ['2025/01/01', false],
    ['0000-01-01', false],
    [' 2025-01-01', false],
  ])('isRealDate(%j) is %j', (words, real) => expect(isRealDate(words)).toBe(real));

  it('knows the year, and writes as official texts do', () => {
    expect(yearOf('2026-03-15')).toBe(2026);
    expect(chineseDate('2025-07-01')).toBe('2025年7月1日');
  });

  it.each([
    ['2025-06-30T15:59:59Z', '2025-06-30'],
    ['2025-06-30T16:00:00Z', '2025-07-01'],
  ])('today in Shanghai at %s is %s', (now, today) => expect(shanghaiToday(new Date(now))).toBe(today));
  it('today in Shanghai is what the time zone database says', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (now) => shanghaiToday(now) === zone.format(now),
      ),
    );
  });
});

describe('validity', () => {
  const validity: Validity = { effective: '2025-07-01', expires: '2030-06-30', appliesFrom: '2024-10-31' };
  it.each([
    ['2024-10-30', 'not-yet', false],
    ['2024-10-31', 'by-reference', true],
    ['2025-06-30', 'by-reference', true],
    ['2025-07-01', 'in-force', true],
    ['2030-06-30', 'in-force', true],
    ['2030-07-01', 'expired', false],
  ])('on %s it is %s', (date, status, payable) => {
    expect(statusOn(validity, date)).toBe(status);
    expect(isPayableOn(validity, date)).toBe(payable);
  });
  it('without a 参照 period it is not yet in force before', () => {
    expect(statusOn({ ...validity, appliesFrom: null }, '2025-06-30')).toBe('not-yet');
  });
});

describe('Chinese numbers', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [19, '十九'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
  ])('%i is %s, both ways', (number, words) => {
    expect(toChineseNumber(number)).toBe(words);
    expect(parseChineseNumber(words)).toBe(number);
  });
  it('round trips from 1 to 99', () => {
    for (let number = 1; number < 100; number += 1) expect(parseChineseNumber(toChineseNumber(number))).toBe(number);
  });
  it.each(['', '零', '百', '二三', '十十', '六a'])('%j is none', (words) =>
    expect(parseChineseNumber(words)).toBeNull(),
  );
  it.each([0, 100, 1.5, -1])('%j has no words', (number) => expect(() => toChineseNumber(number)).toThrow(RangeError));
});

describe('figures', () => {
  const keys = (text: string) => findFigures(text).map(figureKey);
  it.each([
    ['给予研发投入的 20%，最高不超过 100 万元支持', ['percent 200000', 'money 100000000']],
    ['按照市级支持资金 1: 0.5 给予配套', ['ratio 1:0.5']],
    ['本意见自2025年7月1日起施行，有效期至 2030 年 6 月 30 日', ['date 2025-07-01', 'date 2030-06-30']],
    ['最多支持三年', ['years 3']],
    ['首付款 1 亿元以上', ['money 10000000000']],
    ['“4个100”问题清单', ['plain 4', 'plain 100']],
    ['区镇按照 8:2 比例', ['ratio 8:2']],
    ['最高不超过1,000万元', ['money 1000000000']],
    ['最高不超过1，000 万元、12,345.5元', ['money 1000000000', 'money 1234550']],
    ['投入不少于１,０００万元', ['money 1000000000']],
    ['新增床位 1,000 张', ['plain 1000']],
    ['自2025，100万元', ['plain 2025', 'money 100000000']],
    ['2025,100 万元', ['plain 2025', 'money 100000000']],
    ['第1，第2', ['plain 1', 'plain 2']],
    ['第三类医疗器械', []],
    ['2025年2月30日', ['date 2025年2月30日']],
    ['', []],
  ])('of %j', (text, expected) => expect(keys(text)).toEqual(expected));

  it('stand where they are found', () => {
    const text = '最高 50 万元、100 万元';
    for (const { start, end, words } of findFigures(text)) expect(text.slice(start, end)).toBe(words);
  });
  it('are the same whatever their spacing', () => {
    expect(keys('1:0.5')).toEqual(keys('1: 0.5'));
  });
});

describe('text', () => {
  it.each([
    ['一个', '“一个”'],
    ['不算“其他”', '“不算‘其他’”'],
    ['“其他”还是“其余”', '“‘其他’还是‘其余’”'],
  ])('in quotation marks: %s', (words, quoted) => {
    expect(inQuotes(words)).toBe(quoted);
  });

  it.each([
    ['若干意见', '《若干意见》'],
    ['关于印发《若干意见》的通知', '《关于印发〈若干意见〉的通知》'],
    ['关于修改《意见》和《细则》的决定', '《关于修改〈意见〉和〈细则〉的决定》'],
  ])('in book-title marks: %s', (title, marked) => {
    expect(inBookMarks(title)).toBe(marked);
  });

  it('is compared without whitespace and bullets', () => {
    expect(withoutWhitespace(' 一 二\n三\u3000四 ')).toBe('一二三四');
    expect(charactersOf('- 第一\n- 第 二\n第-三')).toBe('第一第二第-三');
  });
  it.each([
    ['每个品种 20%，最高', '20 %', [{ start: 5, end: 8 }]],
    [
      '一二一二',
      '一二',
      [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ],
    ],
    ['一 二', '一二', [{ start: 0, end: 3 }]],
    ['一二', '三', []],
    ['一二', ' ', []],
    [
      'aaa',
      'aa',
      [
        { start: 0, end: 2 },
        { start: 1, end: 3 },
      ],
    ],
  ])('findFragment(%j, %j)', (text, fragment, spans) => expect(findFragment(text, fragment)).toEqual(spans));
});
