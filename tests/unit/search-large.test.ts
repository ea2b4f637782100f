import { beforeAll, describe, expect, it } from 'vitest';
import { buildSearchFiles, type SearchFileMap } from '../../src/integrations/search-files.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { piecesOf } from '../../src/model/blocks.ts';
import { addressOf } from '../../src/search/clause.ts';
import type { Answer, SearchEngine } from '../../src/search/engine.ts';
import { openSearch } from '../../src/search/open.ts';
import { enlarged } from '../support/enlarged.ts';
import { drawSubstrings, expectedAnchors, MIXED, plain } from '../support/search-draws.ts';

/** A site too large for its texts to be loaded whole: what is found must be as exact as of a small one. */
const kb = enlarged(loadKnowledgeBase(), 3_000);
const texts = kb.nodes.map(({ blocks }) => piecesOf(blocks).map(({ piece }) => plain(piece.text)));
let files: SearchFileMap;
let engine: SearchEngine;

function open(broken: (path: string) => boolean = () => false): Promise<SearchEngine> {
  return openSearch((path) => {
    const bytes = files.get(path);
    return bytes && !broken(path) ? Promise.resolve(new Uint8Array(bytes)) : Promise.reject(new Error(path));
  });
}

beforeAll(async () => {
  files = await buildSearchFiles(kb, { squeeze: false });
  engine = await open();
}, 60_000);

/** Places of the nodes in which Ctrl-F would find it, in one paragraph. */
function expectedPlaces(query: string): number[] {
  const needle = plain(query);
  return texts.flatMap((pieces, place) => (pieces.some((text) => text.includes(needle)) ? [place] : []));
}

const ascending = (places: readonly number[]): number[] => [...places].sort((a, b) => a - b);

async function toTheEnd(answer: Answer): Promise<Answer> {
  let all = answer;
  while (all.waiting.length > 0) all = await engine.more(all);
  return all;
}

describe('of thousands of clauses', () => {
  it('every random substring names every clause that contains it, and no other', async () => {
    const wrong: string[] = [];
    for (const query of [...MIXED, ...drawSubstrings(kb, 1_000)]) {
      const { all } = await engine.literal(query);
      if (ascending(all).join() !== expectedPlaces(query).join()) wrong.push(query);
    }
    expect(wrong).toEqual([]);
  });

  it('so does every long passage', async () => {
    const passages = drawSubstrings(kb, 40).flatMap((words) => {
      const [text = ''] = texts[expectedPlaces(words)[0] ?? 0]?.filter((one) => one.includes(plain(words))) ?? [];
      return [text, text.slice(1, 18), text.slice(3, 40)].filter(({ length }) => length > 12);
    });
    expect(passages.length).toBeGreaterThan(60);
    const wrong: string[] = [];
    for (const query of passages) {
      const { all } = await engine.literal(query);
      if (ascending(all).join() !== expectedPlaces(query).join()) wrong.push(query);
    }
    expect(wrong).toEqual([]);
  });

  it.each(['洁净车间', '1:0.5', '的', '万元', '50万', 'a', 'FDA'])(
    '%s: 更多 leads through all of them, once each, to every paragraph',
    async (query) => {
      const { literal, all } = await toTheEnd(await engine.literal(query));
      expect(literal.map(({ clause }) => clause.index).sort((a, b) => a - b)).toEqual(ascending(all));
      const found = literal.flatMap(({ clause, hits }) => hits.map(({ piece }) => addressOf(clause, piece.anchor)));
      expect(new Set(found)).toEqual(expectedAnchors(kb, query));
    },
    30_000,
  );

  it('of one query only the first are loaded', async () => {
    const asked: string[] = [];
    const fresh = await open((path) => {
      asked.push(path);
      return false;
    });
    const { literal, waiting, all } = await fresh.literal('万元');
    expect(literal.length + waiting.length).toBe(all.length);
    expect(waiting.length).toBeGreaterThan(500);
    expect(asked.length).toBeLessThan(30);
  });

  it('whole numbers stand before hits inside them, through all that wait', async () => {
    const { literal } = await toTheEnd(await engine.literal('50万'));
    const whole = literal.map(({ hits }) => hits.some((hit) => hit.whole));
    expect(new Set(whole).size).toBe(2);
    expect(whole).toEqual([...whole].sort((a, b) => Number(b) - Number(a)));
  });

  it('a phrase does not run across paragraphs', async () => {
    const [first = '', second = ''] = texts.at(-1)?.slice(1) ?? [];
    expect((await engine.literal(first.slice(-5) + second.slice(0, 4))).all).toEqual([]);
    expect((await engine.literal(first.slice(-1) + second.slice(0, 1))).all).toEqual(
      expect.not.arrayContaining([texts.length - 1]),
    );
  });

  it('words apart, and without one, are as exact', async () => {
    const holding = (word: string): Set<number> => new Set(expectedPlaces(word));
    const [funds, trials, sum] = [holding('资金'), holding('试验'), holding('1000万')];
    expect(ascending((await engine.literal('试验 资金')).all)).toEqual([...funds].filter((place) => trials.has(place)));
    expect(ascending((await engine.literal('资金 -1000万')).all)).toEqual(
      [...funds].filter((place) => !sum.has(place)),
    );
  });

  it('what narrows counts all clauses, loaded or not', async () => {
    const answer = await engine.literal('资金');
    const facts = await engine.factsOf(answer);
    expect(facts).toHaveLength(answer.all.length);
    const wanted = ({ 7: sum }: (typeof facts)[number]): boolean => sum > 0;
    const narrowed = await toTheEnd(await engine.literal('资金', wanted));
    expect(narrowed.all).toHaveLength(answer.all.length);
    expect(narrowed.literal).toHaveLength(facts.filter(wanted).length);
    expect(narrowed.literal.length).toBeGreaterThan(0);
  });

  it('numbers, questions and other words still lead somewhere', async () => {
    const ids = (answer: Answer): string[] => answer.direct.map(({ index }) => kb.nodes[index]?.id ?? '');
    expect(ids(await engine.literal('细则六'))).toEqual(['minhang-2025/rules/6']);
    for (const query of ['三类医疗器械证能给多少钱', 'CDMO', '补贴'])
      expect((await engine.related(await engine.literal(query))).length, query).toBeGreaterThan(0);
  });

  it.each(['jjcj', 'jiejingchejian', 'jiejingcj'])('%s is read as pinyin', async (query) => {
    const found = await engine.related(await engine.literal(query));
    expect(found.length).toBeGreaterThan(0);
    for (const { clause } of found) expect(texts[clause.index]?.join('\n')).toContain('洁净车间');
  });

  it.each([
    '\u0000',
    '\u0001的',
    '\u0000a',
    '\ud840',
    '\u{20000}\u{20000}',
    '😀'.repeat(300),
    '药'.repeat(990),
    '-',
    '"',
  ])('%j raises no exception', async (query) => {
    const answer = await engine.literal(query);
    await expect(engine.related(answer)).resolves.toBeInstanceOf(Array);
  });

  it.each(['index/pairs', 'texts', 'index/facts'])(
    'a file of %s that did not come is asked for again',
    async (kind) => {
      let offline = true;
      const lame = await open((path) => offline && path.startsWith(kind));
      const ask = async (): Promise<number> => (await lame.factsOf(await lame.literal('资金'))).length;
      await expect(ask()).rejects.toThrow(kind);
      offline = false;
      await expect(ask()).resolves.toBe(expectedPlaces('资金').length);
    },
  );
});
