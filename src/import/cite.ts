import { findFragment, type Span } from '../domain/text.ts';
import { figuresOf } from '../load/quotes.ts';
import { piecesOf } from '../model/blocks.ts';
import type { Block } from '../model/node.ts';

/** A quote as metadata writes it: bare where the words stand once and all their figures are meant. */
export type Citation = string | { text: string; nth?: number; figures?: number[] };

/**
 * Quotes a stretch of a node so that `load` finds it again: with `nth` where the words stand there more than once, with
 * `figures` where only some of their figures are meant.
 * @param place index of the piece, and offsets into it
 * @param wanted where the figures that are meant begin in the piece; default: all
 */
export function citeSpan(
  blocks: readonly Block[],
  place: Span & { index: number },
  wanted?: readonly number[],
): Citation {
  const pieces = piecesOf(blocks);
  const whole = pieces[place.index]?.piece.text ?? '';
  const text = whole.slice(place.start, place.end).trim();
  const start = whole.indexOf(text, place.start);
  const hits = pieces.flatMap(({ piece }, index) => findFragment(piece.text, text).map((span) => ({ index, ...span })));
  const nth = hits.findIndex((hit) => hit.index === place.index && hit.start === start) + 1;
  const inside = figuresOf(whole).filter((figure) => figure.start >= start && figure.end <= start + text.length);
  const chosen = wanted?.map((at) => inside.findIndex((figure) => figure.start === at) + 1);
  const partial = chosen !== undefined && chosen.length !== inside.length;
  if (hits.length <= 1 && !partial) return text;
  return { text, ...(hits.length > 1 ? { nth } : {}), ...(partial ? { figures: chosen } : {}) };
}
