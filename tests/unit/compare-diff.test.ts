import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, sentencesOf } from '../../src/compare/align.ts';
import { foldToken, tokensOf } from '../../src/compare/tokens.ts';
import { diffWords, likeness, markOwn, type Run } from '../../src/compare/word-diff.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
const shown = (runs: readonly Run[]): string => runs.map(({ text, own }) => (own ? `[${text}]` : text)).join('');
const words = fc
  .array(
    fc.constantFrom('研发投入', '的', ' 20% ', '最高', '50 万元', '100万元', '，', '。', '（', '(', '1: 1', '企业'),
    { maxLength: 20 },
  )
  .map((list) => list.join(''));

describe('words', () => {
  it.each([
    ['最高 50 万元支持', ['最高 ', '50 万元', '支持']],
    ['按 1: 0.5 配套', ['按 ', '1: 0.5 ', '配套']],
  ])('%s', (text, expected) => expect(tokensOf(text)).toEqual(expected));
  it('joined are the text', () => fc.assert(fc.property(words, (text) => tokensOf(text).join('') === text)));
  it('differ only in more than spacing and width', () => expect(foldToken('（ CE ）')).toBe(foldToken('(CE)')));
});

describe('differences', () => {
  it.each([
    ['每个品种最高 50 万元', '每个品种最高 100 万元', '每个品种最高 [50 万元]', '每个品种最高 [100 万元]'],
    ['国家或上海市', '国家和上海市', '国家[或]上海市', '国家[和]上海市'],
    ['1: 1 给予配套', '1:1给予配套', '1: 1 给予配套', '1:1给予配套'],
    ['', '支持', '', '[支持]'],
  ])('%s / %s', (left, right, a, b) => {
    const diff = diffWords(left, right);
    expect([shown(diff.left), shown(diff.right)]).toEqual([a, b]);
  });

  it('leave both texts as they are, letter for letter', () => {
    fc.assert(
      fc.property(words, words, (left, right) => {
        const diff = diffWords(left, right);
        expect([textOf(diff.left), textOf(diff.right)]).toEqual([left, right]);
        const common = (runs: Run[]): string =>
          foldToken(
            runs
              .filter(({ own }) => !own)
              .map(({ text }) => text)
              .join(''),
          );
        expect(common(diff.left)).toBe(common(diff.right));
      }),
    );
  });

  it('leave every clause of content as it is', () => {
    const { nodes } = loadKnowledgeBase();
    const [first, ...rest] = nodes.filter(({ kind }) => kind === 'clause');
    for (const node of rest) {
      const diff = diffWords(first?.text ?? '', node.text);
      expect([textOf(diff.left), textOf(diff.right)]).toEqual([first?.text, node.text]);
      expect(sentencesOf(node.text).join('')).toBe(node.text);
    }
  });

  it('of a text and itself are none', () =>
    fc.assert(fc.property(words, (text) => diffWords(text, text).left.every(({ own }) => !own))));
});

describe('what none of several says', () => {
  it.each([
    // 30 stands behind 100 on the other side: order is no difference
    ['给予 30 万元，每年最高 100 万元。', ['分别给予最高 100 万元和 30 万元'], '给予 30 万元，[每年]最高 100 万元。'],
    ['甲、乙、丙', ['甲', '丙'], '甲、[乙]、丙'],
    ['甲、乙', [], '[甲、乙]'],
  ])('%s / %j', (text, others, expected) => {
    const runs = markOwn(text, others);
    expect(shown(runs)).toBe(expected);
    expect(textOf(runs)).toBe(text);
  });
});

describe('alignment', () => {
  const alike = (a: string, b: string): number => (likeness(a, b) < 0.3 ? -1 : likeness(a, b));
  it('pairs what is alike, in order, and leaves nothing out', () => {
    const left = ['给予研发投入的 20%', '贷款贴息', '年度最高 200 万元'];
    const right = ['按研发投入的 20% 支持', '年度最高支持 200 万元'];
    expect(align(left, right, alike)).toEqual([
      { left: left[0], right: right[0] },
      { left: left[1], right: null },
      { left: left[2], right: right[1] },
    ]);
  });
  it('keeps everything once', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), fc.array(words, { maxLength: 5 }), (left, right) => {
        const pairs = align(left, right, alike);
        expect(pairs.flatMap((pair) => pair.left ?? [])).toEqual(left);
        expect(pairs.flatMap((pair) => pair.right ?? [])).toEqual(right);
      }),
    );
  });
  it('likeness runs from 0 to 1', () =>
    expect([likeness('研发投入', '研发投入'), likeness('研发', '贷款')]).toEqual([1, 0]));
});
