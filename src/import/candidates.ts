import { piecesOf } from '../model/blocks.ts';
import type { Block } from '../model/node.ts';
import type { Figure } from '../domain/figures.ts';
import { figuresOf } from '../load/quotes.ts';
import { bareOf } from './bare.ts';
import { splitAt } from './body.ts';
import { citeSpan, type Citation } from './cite.ts';
import { markerOf } from './markers.ts';
import { groupFigures, type Candidate } from './group-figures.ts';

/** A candidate award as it is written into a clause, marked `draft`. */
export interface DraftEntry {
  draft: true;
  id: string;
  title: string;
  amount: Record<string, unknown>;
  quote: Citation;
  instalments?: { kind: 'yearly'; years: number; quote: Citation };
}

/** Every sum, rate and ratio of a clause as candidate awards, in the order of the text. */
export function findCandidates(blocks: readonly Block[]): DraftEntry[] {
  const entries = piecesOf(blocks).flatMap(({ piece }, index) =>
    sentencesOf(piece.text).flatMap(({ start, end }) => {
      const figures = figuresOf(piece.text).filter((figure) => figure.start >= start && figure.end <= end);
      return groupFigures(
        piece.text.slice(start, end),
        figures.map((figure) => shifted(figure, -start)),
      ).map((candidate) => entryOf(candidate, blocks, { index, start }));
    }),
  );
  return entries.map((entry, at) => ({ ...entry, id: `candidate-${at + 1}` }));
}

/** Sentences and half sentences, each with its place: what stands behind a stop belongs to another award. */
function sentencesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^。；;！？]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function numberLength(text: string): number {
  return splitAt(text, markerOf(bareOf(text))?.length ?? 0)[0].length;
}

function shifted(figure: Figure, by: number): Figure {
  return { ...figure, start: figure.start + by, end: figure.end + by };
}

function entryOf(
  { amount, span, figures, years }: Candidate,
  blocks: readonly Block[],
  { index, start }: { index: number; start: number },
): DraftEntry {
  const place = { index, start: span.start + start, end: span.end + start };
  // the number that begins a paragraph is none of the quote's words
  if (place.start === 0) place.start = numberLength(piecesOf(blocks)[index]?.piece.text ?? '');
  const quote = citeSpan(
    blocks,
    place,
    figures.map((at) => at + start),
  );
  const words = typeof quote === 'string' ? quote : quote.text;
  return {
    draft: true,
    id: '',
    title: words.length > 30 ? `${words.slice(0, 29)}…` : words,
    amount,
    quote,
    ...(years
      ? {
          instalments: {
            kind: 'yearly' as const,
            years: years.years,
            quote: citeSpan(blocks, { index, start: years.span.start + start, end: years.span.end + start }),
          },
        }
      : {}),
  };
}
