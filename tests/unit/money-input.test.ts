import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDateInput } from '../../src/domain/date-input.ts';
import { parseMoneyInput, writeMoneyInput } from '../../src/domain/money-input.ts';

const WAN = 1_000_000;

describe('a field of 万元', () => {
  test.each([
    ['800', 800 * WAN],
    ['0', 0],
    ['1,000', 1000 * WAN],
    ['1,000.5', 1000.5 * WAN],
    ['1000.5', 1000.5 * WAN],
    ['1,234,567', 1_234_567 * WAN],
    ['８００', 800 * WAN],
    ['１，０００．５', 1000.5 * WAN],
    ['１，０００．５万元', 1000.5 * WAN],
    [' 800 ', 800 * WAN],
    ['\u3000800\u00a0万', 800 * WAN],
    ['8 000', 8000 * WAN],
    ['800万', 800 * WAN],
    ['800万元', 800 * WAN],
    ['800 万元整', 800 * WAN],
    ['800w', 800 * WAN],
    ['3千万', 3000 * WAN],
    ['5百万', 500 * WAN],
    ['1亿', 10_000 * WAN],
    ['1.5亿元', 15_000 * WAN],
    ['1亿2000万', 12_000 * WAN],
    ['800万5000元', 8_005_000_00],
    ['1亿2000元', 100_002_000_00],
    ['8000000元', 800 * WAN],
    ['8,000,000.25元', 800_000_025],
    ['¥8000000元', 800 * WAN],
    ['人民币800万元', 800 * WAN],
    ['.5', 0.5 * WAN],
    ['5.', 5 * WAN],
    ['0.000001', 1],
    ['100000000', 100_000_000 * WAN],
  ])('reads %j', (words, fen) => {
    expect(parseMoneyInput(words)).toEqual({ kind: 'sum', fen });
  });

  test.each(['', ' ', '\u3000', '\t\n'])('takes %j as not filled in', (words) => {
    expect(parseMoneyInput(words)).toEqual({ kind: 'empty' });
  });

  test.each([
    ['八百', 'format'],
    ['abc', 'format'],
    ['元', 'format'],
    ['万', 'format'],
    ['1,00', 'format'],
    ['1,0000', 'format'],
    ['1..5', 'format'],
    ['1.2.3', 'format'],
    ['1亿2000', 'format'],
    ['1e3', 'format'],
    ['0x10', 'format'],
    ['约800', 'format'],
    ['100-200', 'format'],
    ['Infinity', 'format'],
    ['-5', 'negative'],
    ['－5万', 'negative'],
    ['0.0000001', 'too-fine'],
    ['1.234元', 'too-fine'],
    ['100000001', 'too-large'],
    ['10001亿', 'too-large'],
    ['9'.repeat(400), 'too-large'],
  ])('does not guess at %j', (words, reason) => {
    expect(parseMoneyInput(words)).toEqual({ kind: 'unreadable', reason });
  });

  test('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000_000 }), (fen) => {
        expect(parseMoneyInput(writeMoneyInput(fen))).toEqual({ kind: 'sum', fen });
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(['empty', 'sum', 'unreadable']).toContain(parseMoneyInput(words).kind);
      }),
    );
  });
});

test.each([
  ['2026-03-15', '2026-03-15'],
  ['2026-3-5', '2026-03-05'],
  ['2026年3月15日', '2026-03-15'],
  [' 2026 / 3 / 15 ', '2026-03-15'],
  ['２０２６．０３．１５', '2026-03-15'],
  ['20260315', '2026-03-15'],
  ['2026-02-29', null],
  ['2026-13-01', null],
  ['明天', null],
  ['', null],
])('a pasted day %j', (words, day) => {
  expect(parseDateInput(words)).toBe(day);
});
