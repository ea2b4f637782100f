import type { Piece } from '../../model/node.ts';

/** A run of a piece over which the same notes speak. */
export interface Segment {
  text: string;
  notes: string[];
}

/** Cuts a piece at every border of its marks, which may overlap: "20%" inside a passage that a reading concerns. */
export function segmentsOf(piece: Piece): Segment[] {
  const borders = new Set([0, piece.text.length]);
  for (const mark of piece.marks) borders.add(mark.start).add(mark.end);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? piece.text.length;
    const notes = piece.marks.filter((mark) => mark.start <= start && end <= mark.end).flatMap((mark) => mark.notes);
    return { text: piece.text.slice(start, end), notes: [...new Set(notes)] };
  });
}

/** The part of a piece from an offset on, marks moved along. */
export function pieceFrom(piece: Piece, from: number): Piece {
  return {
    text: piece.text.slice(from),
    marks: piece.marks
      .filter((mark) => mark.end > from)
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - from), end: mark.end - from })),
  };
}

export type NoteKind = 'award' | 'cap' | 'reading' | 'contradiction' | 'term';

/** "award" of `award:minhang…`. */
export function kindOf(note: string): NoteKind {
  return note.slice(0, note.indexOf(':')) as NoteKind;
}

const ORDER: readonly NoteKind[] = ['award', 'cap', 'reading', 'contradiction', 'term'];

/** What gives money first: the order of notes, and of what a figure links to. */
export function byKind(a: string, b: string): number {
  return ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b));
}

/** How a run looks: a figure that counts, words in doubt, words that clash, a term. */
export function classesOf(notes: readonly string[]): string[] {
  const kinds = new Set(notes.map(kindOf));
  return [
    kinds.has('award') || kinds.has('cap') ? 'fig' : '',
    kinds.has('reading') ? 'doubt' : '',
    kinds.has('contradiction') ? 'clash' : '',
    kinds.has('term') ? 'term' : '',
  ].filter(Boolean);
}
