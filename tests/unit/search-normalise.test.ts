import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, normalise, tokens } from '../../src/search/normalise.ts';

describe('normal form', () => {
  it.each([
    ['1：0.5', '1:0.5'],
    ['1 : 0.5', '1:0.5'],
    ['30％', '30%'],
    ['ＡＩ＋', 'ai+'],
    ['〔2025〕1号', '[2025]1号'],
    ['【2025】１号', '[2025]1号'],
    ['Ⅲ期', 'iii期'],
    ['（六）', '(六)'],
    ['FDA', 'fda'],
    ['2023–2025', '2023-2025'],
    ['a\u200bb\u00a0c\tc\u3000d', 'abccd'],
    ['㎡', 'm2'],
  ])('%j is %j', (typed, normal) => {
    expect(normalise(typed)).toBe(normal);
  });

  it('of a part of a text is a part of the normal form of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (before, part, after) => {
          expect(normalise(before + part + after)).toContain(normalise(part));
        },
      ),
    );
  });

  it('knows where each character came from', () => {
    const text = '最高 Ⅲ 期（１００ 万）';
    const folded = fold(text);
    const at = folded.text.indexOf('iii期(100万)');
    expect(text.slice(folded.starts[at], folded.ends[at + 'iii期(100万)'.length - 1])).toBe('Ⅲ 期（１００ 万）');
  });

  it('has a token a character, of letters only', () => {
    const given = tokens(normalise('AI+药，30%'));
    expect(given).toHaveLength(8);
    for (const token of given) expect(token).toMatch(/^[a-z0-9\p{L}]$/u);
  });
});
