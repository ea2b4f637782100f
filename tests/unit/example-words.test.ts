import { expect, it } from 'vitest';
import { exampleRows } from '../../src/components/clause/example-words.ts';
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
