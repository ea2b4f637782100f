import type { PolicyNode } from '../model/node.ts';
import type { SearchWords } from '../schemas/search.ts';
import type { Fault } from './fault.ts';
import { fault } from './quotes.ts';
import type { Shared, SharedContent } from './read-shared.ts';

const bare = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** 检索用词. A group that no text uses leads nowhere, and a word in two groups would join them: both are slips. */
export function buildSearchWords(shared: SharedContent, nodes: readonly PolicyNode[], faults: Fault[]): SearchWords {
  const { synonyms, questions } = shared;
  const texts = nodes.map(({ text }) => bare(text)).join('\n');
  const report = (file: Shared<unknown>, path: number[], problem: string, remedy: string): void => {
    faults.push(fault({ file: file.file, locate: file.locate, path }, problem, remedy));
  };
  const seen = new Set<string>();
  synonyms.value.forEach((group, index) => {
    if (!group.some((word) => texts.includes(bare(word)))) {
      report(synonyms, [index], `这一组没有一个词出现在正文里：${group.join('、')}`, '补上正文的写法，或删去这一组');
    }
    group.forEach((word, place) => {
      if (seen.has(bare(word))) report(synonyms, [index, place], `“${word}”已经写在前面`, '一个词只写在一组里');
      seen.add(bare(word));
    });
  });
  const asked = new Set<string>();
  questions.value.forEach((word, index) => {
    if (asked.has(bare(word))) report(questions, [index], `“${word}”已经写在前面`, '删去重复的一行');
    asked.add(bare(word));
  });
  return { synonyms: synonyms.value, questions: questions.value };
}
