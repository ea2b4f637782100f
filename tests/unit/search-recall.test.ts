import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { addressOf } from '../../src/search/clause.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { drawSubstrings, expectedAnchors, MIXED } from '../support/search-draws.ts';
import { openContent } from '../support/search-index.ts';

const kb = loadKnowledgeBase();
let engine: SearchEngine;
beforeAll(async () => {
  engine = await openContent();
});

async function foundAnchors(query: string): Promise<Set<string>> {
  const { literal } = await engine.literal(query);
  return new Set(literal.flatMap(({ clause, hits }) => hits.map(({ piece }) => addressOf(clause, piece.anchor))));
}

describe('literal results are what stands in the texts', () => {
  it.each(MIXED)('%s', async (query) => {
    expect(await foundAnchors(query)).toEqual(expectedAnchors(kb, query));
  });

  it('every random substring, in every paragraph, and nothing else', async () => {
    const wrong: string[] = [];
    for (const query of drawSubstrings(kb, 3_000)) {
      const [found, expected] = [await foundAnchors(query), expectedAnchors(kb, query)];
      if (found.size !== expected.size || [...found].some((one) => !expected.has(one))) wrong.push(query);
    }
    expect(wrong).toEqual([]);
  });

  it('every single character of the texts', async () => {
    const characters = new Set(kb.nodes.flatMap(({ text }) => Array.from(text.replace(/\s/g, ''))));
    const wrong: string[] = [];
    for (const query of characters) {
      const [found, expected] = [await foundAnchors(query), expectedAnchors(kb, query)];
      if (found.size !== expected.size || expected.size === 0) wrong.push(query);
    }
    expect(wrong).toEqual([]);
  });

  it('a phrase does not run across paragraphs', async () => {
    const node = kb.nodes.find(({ anchors }) => anchors.length > 3);
    const [first = '', second = ''] = (node?.anchors ?? []).slice(1).map(({ text }) => text.replace(/\s/g, ''));
    expect((await engine.literal(first.slice(-4) + second.slice(0, 4))).literal).toEqual([]);
  });
});
