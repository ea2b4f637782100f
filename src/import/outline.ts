import { afterMarker, type MarkerKind } from './markers.ts';
import { chooseClauses, type Clauses } from './clause-level.ts';
import { isSupplement } from './special-lines.ts';
import { isHeadingLike, type Paragraph } from './unwrap.ts';

/** A node as the text gives it. The id is made of what it is and how it is numbered; see `nodeName` in nodes.ts. */
export interface OutlineNode {
  kind: 'preamble' | 'chapter' | 'clause';
  /** what the node is, for its id */
  role:
    | { is: 'preamble' }
    | { is: 'chapter'; numbers: number[] }
    /** a numbered clause; `chapter` where the numbers begin anew in each chapter */
    | { is: 'clause'; number: number; chapter: number | null }
    /** a chapter that holds the text itself: 支持对象, 附则 */
    | { is: 'own'; number: number }
    /** text between a chapter's heading and its first clause */
    | { is: 'intro' }
    | { is: 'supplementary' }
    | { is: 'supplementary-clause'; number: number };
  paragraphs: Paragraph[];
}

export interface Outline {
  clauses: Clauses;
  nodes: OutlineNode[];
  /** paragraphs that begin like a clause whose number does not follow: they stay in the clause before */
  outOfOrder: Paragraph[];
}

const DEPTH: MarkerKind[] = ['chapter', 'section', 'article', 'han', 'han-bracket', 'arabic', 'arabic-bracket'];
export const isSupplementary = (bare: string): boolean => afterMarker(bare) === '附则';

/** Cuts the paragraphs of one document into its chapters and clauses. Every paragraph is in exactly one node, in order. */
export function outline(paragraphs: readonly Paragraph[]): Outline {
  const clauses = chooseClauses(paragraphs);
  const builder = new Builder(clauses);
  for (const paragraph of paragraphs) builder.add(paragraph);
  return { clauses, nodes: settleChapters(builder.nodes), outOfOrder: builder.outOfOrder };
}

class Builder {
  readonly nodes: OutlineNode[] = [];
  readonly outOfOrder: Paragraph[] = [];
  readonly #clauses: Clauses;
  /** numbers of the chapters above, by level */
  #above: number[] = [];
  #last = 0;
  /** how the clauses of 附则 are numbered, once its first paragraph has told */
  #supplement: { kind: MarkerKind | null; last: number } | null = null;

  constructor(clauses: Clauses) {
    this.#clauses = clauses;
  }

  add(paragraph: Paragraph): void {
    const { marker } = paragraph;
    const { kind, restarts } = this.#clauses;
    if (kind !== null && isSupplement(paragraph.bare)) return this.#openSupplement(paragraph);
    if (marker && kind !== null) {
      const level = this.#clauses.chapters.indexOf(marker.kind);
      if (level !== -1 && this.#opens(level, marker.number)) return this.#openChapter(paragraph, level, marker.number);
      if (this.#supplement && kind !== 'article' && this.#addToSupplement(paragraph)) return;
      if (marker.kind === kind && !(this.#supplement && kind !== 'article')) {
        if (marker.number === this.#last + 1) {
          this.#last += 1;
          // above the first chapter there is none to be numbered in
          const chapter = restarts ? (this.#above.at(-1) ?? null) : null;
          return this.#push('clause', { is: 'clause', number: marker.number, chapter }, paragraph);
        }
        this.outOfOrder.push(paragraph);
      }
    }
    const last = this.nodes.at(-1);
    if (!last) return this.#push('preamble', { is: 'preamble' }, paragraph);
    last.paragraphs.push(paragraph);
  }

  /** A chapter's number follows the one before, on its own level; the levels below begin anew. */
  #opens(level: number, number: number): boolean {
    return level <= this.#above.length && number === (this.#above[level] ?? 0) + 1;
  }

  #openChapter(paragraph: Paragraph, level: number, number: number): void {
    this.#above = [...this.#above.slice(0, level), number];
    if (this.#clauses.restarts) this.#last = 0;
    if (isSupplementary(paragraph.bare)) return this.#openSupplement(paragraph);
    this.#supplement = null;
    this.#push('chapter', { is: 'chapter', numbers: [...this.#above] }, paragraph);
  }

  #openSupplement(heading: Paragraph): void {
    this.#supplement = { kind: null, last: 0 };
    this.#push('chapter', { is: 'supplementary' }, heading);
  }

  #addToSupplement(paragraph: Paragraph): boolean {
    const { marker } = paragraph;
    if (!this.#supplement || !marker || marker.kind === 'arabic-bracket') return false;
    // the first paragraph below the heading tells whether 附则 has clauses
    const first = this.nodes.at(-1)?.role.is === 'supplementary' && this.nodes.at(-1)?.paragraphs.length === 1;
    if (first && marker.number === 1) this.#supplement.kind = marker.kind;
    if (marker.kind !== this.#supplement.kind || marker.number !== this.#supplement.last + 1) return false;
    this.#supplement.last += 1;
    this.#push('clause', { is: 'supplementary-clause', number: marker.number }, paragraph);
    return true;
  }

  #push(kind: OutlineNode['kind'], role: OutlineNode['role'], paragraph: Paragraph): void {
    this.nodes.push({ kind, role, paragraphs: [paragraph] });
  }
}

/** A chapter is a heading and nothing else: one that holds text is a clause, or has its text parted from it. */
function settleChapters(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node, at): OutlineNode[] => {
    if (node.kind !== 'chapter') return [node];
    const [heading, ...text] = node.paragraphs;
    const next = nodes[at + 1];
    const below = next !== undefined && isBelow(next, node);
    const sentence = heading !== undefined && !isHeadingLike(heading.bare);
    if (!below && (text.length > 0 || sentence)) {
      const number = heading?.marker?.number ?? 1;
      const role: OutlineNode['role'] =
        node.role.is === 'supplementary' ? { is: 'supplementary' } : { is: 'own', number };
      return [{ kind: 'clause', role, paragraphs: node.paragraphs }];
    }
    if (!heading || text.length === 0) return [node];
    return [
      { ...node, paragraphs: [heading] },
      { kind: 'clause', role: { is: 'intro' }, paragraphs: text },
    ];
  });
}

/** Whether a node stands under a chapter: it is a clause, or a chapter of a deeper level. */
function isBelow(node: OutlineNode, chapter: OutlineNode): boolean {
  if (node.kind === 'clause') return true;
  const depth = (one: OutlineNode): number => DEPTH.indexOf(one.paragraphs[0]?.marker?.kind ?? 'arabic-bracket');
  return node.role.is === 'chapter' && depth(node) > depth(chapter);
}
