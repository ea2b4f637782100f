/** A node's verbatim text as the search holds it, and where words stand in it. */
import type { Span } from '../domain/text.ts';
import { anchorLabel } from '../model/blocks.ts';
import { KINDS, type Catalogue, type NodeFacts, type PackedNode } from './catalogue.ts';
import { fold, type Folded } from './normalise.ts';

export interface Piece {
  anchor: string;
  text: string;
  folded: Folded;
}

export interface Clause {
  /** place among all nodes */
  index: number;
  facts: NodeFacts;
  /** place of the clause that it carries out, or its own */
  cluster: number;
  kind: (typeof KINDS)[number];
  label: string;
  title: string;
  /** normal form of the title */
  heading: string;
  /** root-relative */
  url: string;
  pieces: Piece[];
}

export function unpack(
  [node, label, title, address, anchors]: PackedNode,
  facts: NodeFacts | undefined,
  index: number,
  catalogue: Catalogue,
): Clause {
  const part = facts && catalogue.parts[facts[0]];
  const policy = part && catalogue.policies[part.policy];
  if (!facts || !part || !policy) throw new Error(`no facts of node ${index}`);
  const name = typeof title === 'string' ? title : (anchors[0]?.[1] ?? '').slice(title);
  return {
    index,
    facts,
    cluster: index - facts[3],
    kind: KINDS[facts[1]] ?? 'clause',
    label,
    title: name,
    heading: fold(name).text,
    url: address === 0 ? `/${policy.id}/${part.id}/${node}/` : address,
    pieces: anchors.flatMap(([anchor, ...texts]) => texts.map((text) => ({ anchor, text, folded: fold(text) }))),
  };
}

/** Address of a piece: its anchor on the clause's page; a heading without a page has its address already. */
export function addressOf(clause: Clause, anchor: string): string {
  return clause.url.includes('#') ? clause.url : `${clause.url}#${anchor}`;
}

/** The clause as it is named and addressed at that place; itself where it has no such place. */
export function atPlace(clause: Clause, anchor: string): Clause {
  const anchors = clause.pieces.map((piece) => piece.anchor);
  if (!anchors.includes(anchor)) return clause;
  return { ...clause, label: clause.label + anchorLabel(anchor, anchors), url: addressOf(clause, anchor) };
}

/** Where `needle` stands in a text in normal form. */
export function occurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  if (needle === '') return found;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) found.push(at);
  return found;
}

const same = (a: string, b: string): boolean =>
  (/[0-9]/.test(a) && /[0-9]/.test(b)) || (/[a-z]/.test(a) && /[a-z]/.test(b));

const POINT = /[.,]/;

/** False where what begins there continues a number or a word. */
export function startsWhole(text: string, start: number): boolean {
  const [before = '', first = ''] = [text[start - 1], text[start]];
  return !same(before, first) && !(POINT.test(before) && same(text[start - 2] ?? '', '0') && same(first, '0'));
}

/** False where the number or word that ends there goes on. */
export function endsWhole(text: string, end: number): boolean {
  const [last = '', after = ''] = [text[end - 1], text[end]];
  return !same(last, after) && !(POINT.test(after) && same(text[end + 1] ?? '', '0') && same(last, '0'));
}

/** False where a hit begins or ends inside a number or a word: "00万元" in "1000万元", "i期" in "ii期". */
export function isWhole(text: string, start: number, end: number): boolean {
  return startsWhole(text, start) && endsWhole(text, end);
}

export interface Hit {
  piece: Piece;
  /** stretches of the piece's own text, in order, apart from each other */
  spans: Span[];
  /** one of them begins and ends with a number or word */
  whole: boolean;
  /** how many of the words stand here */
  words: number;
}

/** Of a word that begins or ends with a number: one that stands in a larger number is another. */
export function isNumeric(word: string): boolean {
  return /^[0-9]|[0-9]$/.test(word);
}

/** Where a word stands in a text: one that begins or ends with a number, only whole. */
export function standings(text: string, word: string): number[] {
  const places = occurrences(text, word);
  return isNumeric(word) ? places.filter((at) => isWhole(text, at, at + word.length)) : places;
}

export function saysWord(clause: Clause, word: string): boolean {
  return clause.pieces.some(({ folded }) => standings(folded.text, word).length > 0);
}

/**
 * The pieces of a clause that contain any of the words, each with all of them marked.
 * @param placesOf where a word stands in a text
 */
export function hitsOf(clause: Clause, words: readonly string[], placesOf = occurrences): Hit[] {
  return clause.pieces.flatMap((piece) => {
    const { text, starts, ends } = piece.folded;
    const spans: Span[] = [];
    let whole = false;
    let found = 0;
    for (const word of words) {
      const places = placesOf(text, word);
      if (places.length > 0) found += 1;
      for (const at of places) {
        const end = at + word.length;
        whole ||= isWhole(text, at, end);
        spans.push({ start: starts[at] ?? 0, end: ends[end - 1] ?? 0 });
      }
    }
    return found > 0 ? [{ piece, spans: joined(spans), whole, words: found }] : [];
  });
}

/** Overlapping and touching spans made one. */
function joined(spans: Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else apart.push({ ...span });
  }
  return apart;
}

/** As Ctrl-F would say. */
export function contains(clause: Clause, word: string): boolean {
  return clause.pieces.some(({ folded }) => folded.text.includes(word));
}
