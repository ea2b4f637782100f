import { piecesOf } from '../../src/model/blocks.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';

/** A random number generator with a seed: the same draws on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The oracle's own normal form, written apart from the search's: what NFKC and lower case make one,
 * brackets and dashes of one kind, no whitespace.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[〔【]/g, '[')
    .replace(/[〕】]/g, ']')
    .replace(/[–−]/g, '-');
}

/** Substrings of 1 to 12 characters of a paragraph, item, cell or heading, as they stand there. */
export function drawSubstrings(kb: KnowledgeBase, count: number, seed = 20_260_701): string[] {
  const pieces = kb.nodes.flatMap((node) => piecesOf(node.blocks).map(({ piece }) => Array.from(piece.text)));
  const random = seeded(seed);
  const weights = pieces.map(({ length }) => length);
  const total = weights.reduce((sum, one) => sum + one, 0);
  const drawn: string[] = [];
  while (drawn.length < count) {
    let at = random() * total;
    const index = weights.findIndex((weight) => (at -= weight) < 0);
    const piece = pieces[index] ?? [];
    const length = Math.min(piece.length, 1 + (drawn.length % 12));
    const start = Math.floor(random() * (piece.length - length + 1));
    const text = piece.slice(start, start + length).join('');
    if (plain(text) !== '') drawn.push(text);
  }
  return drawn;
}

/** As people type what stands in the texts in other widths, brackets and spaces. */
export const MIXED = [
  '1:0.5',
  '1：0.5',
  '1: 0.5',
  '1 : 0 . 5',
  '30%',
  '30％',
  '30 %',
  'AI+',
  'ai＋',
  '〔2025〕1号',
  '[2025]1号',
  '【2025】1号',
  '［2025］1号',
  'FDA',
  'fda',
  'ＦＤＡ',
  '1000万',
  '１０００万',
  '1000 万元',
  'Ⅰ期',
  'I期',
  'I 期',
  'Ⅲ期',
  'III 期',
  '1:1',
  '1：1',
  '8:2',
  'CDMO',
  'cmo',
  'GMP',
  '（一）',
  '(一)',
  '2025年7月1日',
  '2025 年 7 月 1 日',
  '、',
  '，',
  '%',
];

/** Anchors that contain the query, as `<url>#<anchor>` without the site: what Ctrl-F would find, paragraph by paragraph. */
export function expectedAnchors(kb: KnowledgeBase, query: string): Set<string> {
  const needle = plain(query);
  return new Set(
    placesOf(kb)
      .filter(({ text }) => text.includes(needle))
      .map(({ address }) => address),
  );
}

let places: { kb: KnowledgeBase; list: { text: string; address: string }[] } | null = null;

function placesOf(kb: KnowledgeBase): { text: string; address: string }[] {
  if (places?.kb !== kb) {
    const list = kb.nodes.flatMap((node) =>
      piecesOf(node.blocks).map(({ anchor, piece }) => ({
        text: plain(piece.text),
        address: node.hasPage ? `${node.url}#${anchor}` : node.url,
      })),
    );
    places = { kb, list };
  }
  return places.list;
}
