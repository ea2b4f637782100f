import type { Figure } from '../domain/figures.ts';
import type { Span } from '../domain/text.ts';
import type { Mark, Piece } from '../model/node.ts';
import { figuresOf, type LocatedQuote } from './quotes.ts';

/** Which figures and passages of the text are claimed by which notes. */
export class ClaimLedger {
  readonly #marks = new Map<Piece, Mark[]>();
  readonly #claimed = new Map<Piece, Set<number>>();
  readonly #covered = new Map<Piece, Span[]>();

  /** The figures of these quotes are stated by the note's metadata. */
  claim(quotes: readonly LocatedQuote[], note: string): void {
    for (const quote of quotes) {
      for (const figure of quote.figures) this.#add(quote.piece, figure, note);
    }
  }

  /** The figures of these quotes are none of the engine's: accounted for, not marked. */
  exempt(quotes: readonly LocatedQuote[]): void {
    for (const { piece, figures } of quotes) for (const figure of figures) this.#account(piece, figure);
  }

  /** Words of the text that stand for a rule without stating a figure ("一次性"). */
  cover(quotes: readonly LocatedQuote[]): void {
    for (const { piece, start, end } of quotes)
      this.#covered.set(piece, [...(this.#covered.get(piece) ?? []), { start, end }]);
  }

  isCovered(piece: Piece, { start, end }: Span): boolean {
    return (this.#covered.get(piece) ?? []).some((one) => one.start <= start && one.end >= end);
  }

  /** A stretch of text belongs to a note without claiming figures. */
  mark(piece: Piece, start: number, end: number, note: string): void {
    const marks = this.#marks.get(piece) ?? [];
    marks.push({ start, end, notes: [note] });
    this.#marks.set(piece, marks);
  }

  marksOf(piece: Piece): Mark[] {
    return this.#marks.get(piece) ?? [];
  }

  /** How many figures are accounted for. */
  get size(): number {
    return [...this.#claimed.values()].reduce((sum, figures) => sum + figures.size, 0);
  }

  /** Figures of a text that nothing accounts for. */
  unclaimed(piece: Piece): Figure[] {
    const claimed = this.#claimed.get(piece);
    return figuresOf(piece.text).filter((figure) => !claimed?.has(figure.start));
  }

  #add(piece: Piece, figure: Figure, note: string): void {
    this.#account(piece, figure);
    this.mark(piece, figure.start, figure.end, note);
  }

  #account(piece: Piece, figure: Figure): void {
    const claimed = this.#claimed.get(piece) ?? new Set<number>();
    claimed.add(figure.start);
    this.#claimed.set(piece, claimed);
  }
}
