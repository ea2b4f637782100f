import { describe, expect, it } from 'vitest';
import { pairTexts, type Passage } from '../../src/compare/index.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const kb = loadKnowledgeBase();

describe('texts', () => {
  /** What stands for the other side beside a passage: its own words, or where they stand. */
  function beside(id: string, label: string, words: string): [string, string] {
    const wanted = kb.topics.filter((one) => one.id === id);
    const pair = wanted.flatMap((one) => pairTexts(kb, one)).find(({ left }) => left.label === label);
    const textOf = (side: Passage | null): string => (side?.runs ?? []).map((run) => run.text).join('');
    const row = pair?.rows.find((one) => textOf(one.left).includes(words) || textOf(one.right).includes(words));
    if (!pair || !row) throw new Error(`${label}: ${words}`);
    if (!row.gap) return ['pair', textOf(row.left).includes(words) ? textOf(row.right) : textOf(row.left)];
    if (!('row' in row.gap)) return [row.gap.kind, ''];
    const { kind, row: at, label: clause, words: begin } = row.gap;
    if (at === null) return [kind, clause];
    const other = pair.rows[at];
    expect(textOf((row.left ? other?.right : other?.left) ?? null)).toContain(begin.replace('……', ''));
    return [kind, textOf((row.left ? other?.right : other?.left) ?? null)];
  }

  it.each([
    ['drug-research', '细则（四）', '(1) 对创新药', 'same', '分别给予最高 300 万元'],
    ['drug-research', '细则（四）', '(2) 对改良型新药', 'same', '分别给予最高 300 万元'],
    ['drug-research', '细则（四）', '(3) 对仿制药', 'same', '分别给予最高 300 万元'],
    ['drug-research', '细则（四）', '(4) 对兽用药品批件', 'pair', '分别给予最高 300 万元'],
    ['drug-research', '细则（四）', '(5) 同一药品不同规格', 'unlike', ''],
    ['drug-research', '细则（三）', '(1) 对完成 I 期或 II 期临床试验', 'absent', ''],
    ['drug-research', '意见（三）', '对兽用药品批件', 'same', '30 万元'],
    ['device-research', '意见（四）', '企业新获得三类', 'pair', '第三类最高 100 万元'],
    ['device-research', '意见（四）', '企业新获得二类', 'same', '第二类最高 50 万元'],
    ['device-research', '意见（四）', '同一企业年度最高支持', 'same', '每个企业每年累计支持金额最高 200 万元'],
    ['device-research', '细则（五）', '(2) 对进入上述程序', 'same', '按照市级支持资金 1:1 给予配套'],
    // the 20% stands in another clause than that on special review
    ['device-research', '细则（五）', '对其他新获得第二类', 'same', '意见（四）'],
    ['device-research', '细则（七）', '(2) 同一医疗器械', 'pair', '同一企业年度最高支持 200 万元'],
    ['overseas', '细则（十四）', '企业研发的创新药', 'pair', '药品监管机构注册'],
    ['overseas', '细则（十四）', '按照市级支持资金 1: 0.5', 'same', '药品监管机构注册'],
    ['overseas', '细则（十五）', '按照市级支持资金 1: 0.5', 'pair', '海外权益许可交易'],
    ['overseas', '细则（十五）', '按照市级支持资金 1:0.5 给予配套', 'same', '意见（十四）'],
    ['clinical', '意见（六）', '推进研究型床位', 'near', '意见（五）'],
  ])('%s %s “%s”: %s “%s”', (id, label, words, kind, other) => {
    const [found, text] = beside(id, label, words);
    expect(found).toBe(kind);
    expect(text).toContain(other);
  });

  it('say that the other side gives nothing for it only where that is so', () => {
    const bare = kb.topics.flatMap((one) =>
      pairTexts(kb, one).flatMap(({ left, right, rows }) =>
        rows.filter(({ gap }) => gap?.kind === 'absent').map((row) => (row.left ? left.label : right?.label)),
      ),
    );
    const unpaid = [
      '细则（三）',
      '意见（九）',
      '第7条',
      '细则（十）',
      '第10条',
      '意见（十五）',
      '细则（十六）',
      '意见（十二）',
      '细则（十三）',
    ];
    expect([...new Set(bare)]).toEqual(unpaid);
  });

  it('sets every clause of every topic side by side, letter for letter', () => {
    for (const one of kb.topics) {
      const pairs = pairTexts(kb, one);
      const shown = new Set(pairs.flatMap(({ left, right }) => [left.id, ...(right ? [right.id] : [])]));
      expect([...shown].sort()).toEqual(one.clauses.flatMap(({ nodes }) => nodes).sort());
      for (const { left, right, rows } of pairs) {
        for (const [side, link] of [
          ['left', left],
          ['right', right],
        ] as const) {
          const node = kb.nodes.find(({ id }) => id === link?.id);
          const text = rows
            .flatMap((pair) => pair[side]?.runs ?? [])
            .map((run) => run.text)
            .join('');
          expect(text.replace(/\s/g, '')).toBe((node?.text ?? '').replace(/\s/g, ''));
        }
      }
    }
  });
});
