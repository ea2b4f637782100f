import { findFigures, type Figure } from '../domain/figures.ts';
import { findFragment } from '../domain/text.ts';
import { anchorLabel, piecesOf } from '../model/blocks.ts';
import type { Piece, PolicyNode } from '../model/node.ts';
import type { Source } from '../model/rulebook.ts';
import { citedLabel, permalinkOf } from '../model/versions.ts';
import type { Quote, QuoteFragment } from '../schemas/quote.ts';
import type { Fault } from './fault.ts';
import type { FieldPath, Locate } from './yaml.ts';

/** Where a metadata field stands, for reports. */
export interface Place {
  file: string;
  locate: Locate;
  path: FieldPath;
}

/** A quote found in the text: its source, and its figures with their places. */
export interface LocatedQuote {
  source: Source;
  node: PolicyNode;
  piece: Piece;
  start: number;
  end: number;
  /** the figures that this quote claims */
  figures: Figure[];
}

/** A fault in a field of the metadata, with the line on which it stands. */
export function fault(place: Place, problem: string, remedy: string): Fault {
  return { file: place.file, line: place.locate(place.path), field: place.path.join('.'), problem, remedy };
}

/** A place one step deeper. */
export function within(place: Place, ...steps: (string | number)[]): Place {
  return { ...place, path: [...place.path, ...steps] };
}

/** Figures of a piece, without the number that only marks a section or item. */
export function figuresOf(text: string): Figure[] {
  const marker = /^(?:[\d０-９]+[.．、](?![\d０-９])|[(（][\d０-９]+[)）])/.exec(text)?.[0].length ?? 0;
  return findFigures(text).filter((figure) => figure.start >= marker);
}

/** Finds quotes in the nodes' texts. */
export class QuoteFinder {
  readonly #nodes: ReadonlyMap<string, PolicyNode>;
  readonly #faults: Fault[];

  constructor(nodes: ReadonlyMap<string, PolicyNode>, faults: Fault[]) {
    this.#nodes = nodes;
    this.#faults = faults;
  }

  /** Every fragment of a quote; those that cannot be found are faults. @param home the clause that carries it */
  locate(quote: Quote, home: string, place: Place): LocatedQuote[] {
    return quote.map((fragment) => this.#locateOne(fragment, home, place)).filter((one) => one !== null);
  }

  #locateOne(fragment: QuoteFragment, home: string, place: Place): LocatedQuote | null {
    const id = fragment.clause ?? home;
    const node = this.#nodes.get(id);
    if (!node) {
      this.#faults.push(fault(place, `没有条款“${id}”`, '写已有条款的全称，如 minhang-2025/rules/6'));
      return null;
    }
    const hits = piecesOf(node.blocks).flatMap(({ anchor, piece }) =>
      findFragment(piece.text, fragment.text).map((span) => ({ anchor, piece, ...span })),
    );
    const hit = this.#choose(hits, fragment, node, place);
    if (!hit) return null;
    const inside = figuresOf(hit.piece.text).filter((figure) => figure.start >= hit.start && figure.end <= hit.end);
    const figures = this.#claimed(inside, fragment, place);
    const source = sourceAt(node, hit.anchor, hit.piece.text.slice(hit.start, hit.end));
    return { source, node, piece: hit.piece, start: hit.start, end: hit.end, figures };
  }

  #choose<H>(hits: H[], fragment: QuoteFragment, node: PolicyNode, place: Place): H | null {
    if (hits.length === 0) {
      this.#faults.push(fault(place, `${node.label}里没有“${fragment.text}”`, '照正文逐字抄录；空格可以不同'));
      return null;
    }
    if (fragment.nth === undefined && hits.length > 1) {
      this.#faults.push(
        fault(place, `“${fragment.text}”在${node.label}里出现 ${hits.length} 次`, '抄长一些，或用 nth 写明是第几次'),
      );
      return null;
    }
    const hit = hits[(fragment.nth ?? 1) - 1];
    if (!hit) this.#faults.push(fault(place, `“${fragment.text}”在${node.label}里只出现 ${hits.length} 次`, '改 nth'));
    return hit ?? null;
  }

  #claimed(figures: Figure[], fragment: QuoteFragment, place: Place): Figure[] {
    if (!fragment.figures) return figures;
    return fragment.figures.flatMap((number) => {
      const figure = figures[number - 1];
      if (!figure) this.#faults.push(fault(place, `这段文字只有 ${figures.length} 个数`, '改 figures'));
      return figure ? [figure] : [];
    });
  }
}

/** A source that names its instrument and place, "细则（六）2（2）". */
export function sourceAt(node: PolicyNode, anchor: string, quote: string): Source {
  const url = node.hasPage ? `${permalinkOf(node)}#${anchor}` : node.url;
  return { clause: node.id, anchor, label: `${citedLabel(node)}${anchorLabel(anchor)}`, url, quote };
}
