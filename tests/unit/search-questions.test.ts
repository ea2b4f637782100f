import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { openContent } from '../support/search-index.ts';

const kb = loadKnowledgeBase();
const questions = z
  .array(z.strictObject({ q: z.string(), clauses: z.array(z.string()).min(1) }))
  .parse(parse(readFileSync('tests/questions.yaml', 'utf8')));

/** What stands first on the page: clauses named by number, literal results, then related ones. */
async function firstThree(engine: SearchEngine, question: string): Promise<string[]> {
  const answer = await engine.literal(question);
  const related = await engine.related(answer);
  const shown = [
    ...answer.direct,
    ...answer.literal.map(({ clause }) => clause),
    ...related.map(({ clause }) => clause),
  ];
  return shown.slice(0, 3).map(({ index }) => kb.nodes[index]?.id ?? '');
}

describe.each([
  ['all texts at hand', false],
  ['texts loaded as they are needed', true],
])('questions as people ask them, %s', (_how, parted) => {
  let engine: SearchEngine;
  beforeAll(async () => {
    engine = await openContent(kb, parted);
  });

  it('are at least sixty, each with clauses that exist', () => {
    const ids = new Set(kb.nodes.map(({ id }) => id));
    expect(questions.length).toBeGreaterThanOrEqual(60);
    expect(questions.flatMap(({ clauses }) => clauses).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('have a right clause among the first three in 95 % of the cases', async () => {
    const missed: string[] = [];
    for (const { q, clauses } of questions) {
      const shown = await firstThree(engine, q);
      if (!shown.some((id) => clauses.includes(id))) missed.push(`${q} → ${shown.join(' ')}`);
    }
    if (missed.length > 0) console.log(missed.join('\n'));
    console.log(`questions answered in the first three: ${questions.length - missed.length} of ${questions.length}`);
    expect(missed.length / questions.length, missed.join('\n')).toBeLessThanOrEqual(0.05);
  });
});
