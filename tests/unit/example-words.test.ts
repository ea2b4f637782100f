import { expect, it } from 'vitest';
import { exampleRows, titleWords } from '../../src/components/clause/example-words.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const kb = loadKnowledgeBase();

/** The last result of an example, as the table of its clause words it. */
function lastOf(clause: string, title: RegExp): string | undefined {
  const example = kb.nodes.find(({ id }) => id === clause)?.examples.find((one) => title.test(one.title));
  return example && exampleRows(example, kb).at(-1)?.gives.at(-1);
}

it.each([
  ['minhang-2025/rules/17', /已用完/, '最高可至 0 元'],
  ['minhang-2025/rules/7', /第五/, '可算得 0 元'],
  ['songjiang-2025/measures/10', /30%/, '最高可至 60 万元'],
  ['minhang-2025/rules/2', /一年投资/, '可算得 60 万元'],
])('%s, %s: an award is worded as what it is, also where nothing is left', (clause, title, words) => {
  expect(lastOf(clause, title)).toBe(words);
});

it.each([
  ['minhang-2025/rules/3', /^III 期，另/, 'III 期，另一口径，取“与 I、II 期相同”'],
  ['minhang-2025/rules/4', /中较高/, /，取“（三）（四）取高”$/],
  ['songjiang-2025/measures/1', /另一口径：不算“其他”$/, /，取“不算‘其他’”$/],
  ['songjiang-2025/measures/1', /^三类证，研发 300/, '三类证，研发 300 万元，未触顶'],
])(
  '%s, %s: the title names the reading taken, never brackets in brackets or like quotes in quotes',
  (clause, title, words) => {
    const example = kb.nodes.find(({ id }) => id === clause)?.examples.find((one) => title.test(one.title));
    expect(example && titleWords(example, kb)).toEqual(
      typeof words === 'string' ? words : expect.stringMatching(words),
    );
  },
);
