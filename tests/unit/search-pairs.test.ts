import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../src/search/initials.ts';
import { readings } from '../../src/search/pinyin.ts';
import { orderOf, readShard, writeShard } from '../../src/search/gram-shard.ts';

const character = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
const list = fc.uniqueArray(fc.nat({ max: 2_000_000 }), { maxLength: 50 }).map((all) => all.sort((a, b) => a - b));

describe('pinyin as it is typed', () => {
  const sounds = readings('che车chang长jie洁jing净经zhang长');
  it.each([
    ['jjcj', 'jjcj'],
    ['jiejingchejie', 'jjcj'],
    ['jiejcj', 'jjcj'],
    ['jingzhang', 'jz'],
    ['', ''],
  ])('%j begins with %j', (typed, initials) => {
    expect(initialsOf(typed, sounds)).toBe(initials);
  });
});

describe('a file of the index of pairs', () => {
  it('is read as it was written', () => {
    const pair = fc.tuple(character, character).map(([first, second]) => first + second);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(pair, list), { selector: ([one]) => one, maxLength: 20 }), (lists) => {
        expect([...readShard(writeShard(lists))]).toEqual(lists);
      }),
    );
  });

  it('has its pairs in the order of their characters, those beyond the first plane last', () => {
    const pairs = ['\u0000a', '\u0001的', '1:', '资金', '资\u{20000}', '龘龘', '\u{20000}\u0000'];
    expect([...pairs].sort((a, b) => orderOf(a) - orderOf(b))).toEqual(pairs);
  });
});
