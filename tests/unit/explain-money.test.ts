import { describe, expect, it } from 'vitest';
import { wordCapitals, wordExact, wordMoney, wordPercent, wordRatio, wordYuan } from '../../src/explain/index.ts';

describe('money', () => {
  it.each([
    [0n, '0 元'],
    [1n, '0.01 元'],
    [300_050n, '3000.5 元'],
    [999_999n, '9999.99 元'],
    [1_000_000n, '1 万元'],
    [50_000_000n, '50 万元'],
    [8_500_000n, '8.5 万元'],
    [1_234_567n, '1.234567 万元'],
    [10_000_000_000n, '1 亿元'],
    [15_000_000_000n, '15000 万元'],
    [100_000_000_000_000_000n, '10000000 亿元'],
  ])('%s 分', (fen, words) => {
    expect(wordMoney(fen)).toBe(words);
  });
  it('shows fractions of a 分 before rounding', () => {
    expect(wordExact(600_000n)).toBe('0.006 元');
    expect(wordExact(105_000_000n * 1_000_000n + 300_000n)).toBe('105.0000003 万元');
  });
  it('rates, ratios, grouped yuan', () => {
    expect([wordPercent(200_000), wordPercent(5), wordRatio(500_000), wordRatio(1_000_000)]).toEqual([
      '20%',
      '0.0005%',
      '1:0.5',
      '1:1',
    ]);
    expect([wordYuan(800_000_000n), wordYuan(100_050n), wordYuan(99n)]).toEqual([
      '8,000,000 元',
      '1,000.5 元',
      '0.99 元',
    ]);
  });
});

describe('capital numerals', () => {
  it.each([
    ['0', '人民币零元整'],
    ['0.01', '人民币壹分'],
    ['0.1', '人民币壹角整'],
    ['0.12', '人民币壹角贰分'],
    ['1', '人民币壹元整'],
    ['10', '人民币壹拾元整'],
    ['101', '人民币壹佰零壹元整'],
    ['1001.05', '人民币壹仟零壹元零伍分'],
    ['1409.5', '人民币壹仟肆佰零玖元伍角整'],
    ['10010', '人民币壹万零壹拾元整'],
    ['107000.53', '人民币壹拾万柒仟元伍角叁分'],
    ['8000000', '人民币捌佰万元整'],
    ['100000000', '人民币壹亿元整'],
    ['100000001', '人民币壹亿零壹元整'],
    ['120000000', '人民币壹亿贰仟万元整'],
    ['101000000', '人民币壹亿零壹佰万元整'],
    ['1000000000000', '人民币壹万亿元整'],
    ['1000010000', '人民币壹拾亿零壹万元整'],
    ['20000000000000000', '人民币贰亿亿元整'],
  ])('%s', (yuan, words) => {
    const [whole = '0', fraction = ''] = yuan.split('.');
    expect(wordCapitals(BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0')))).toBe(words);
  });
});
