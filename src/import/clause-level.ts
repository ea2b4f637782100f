import type { MarkerKind } from './markers.ts';
import { afterMarker } from './markers.ts';
import { isHeadingLike, type Paragraph } from './unwrap.ts';

/** What a document calls its clauses, and what stands above them. */
export interface Clauses {
  /** the numbering that makes a clause; null: the text numbers nothing */
  kind: MarkerKind | null;
  /** numberings of chapters, the outermost first */
  chapters: MarkerKind[];
  /** the clauses are numbered anew in every chapter */
  restarts: boolean;
}

/**
 * Finds the level of the clauses. 第一条 always is one. Else it is the deepest numbering that counts on from chapter to
 * chapter: （一）…（二十） under 一、…五、, or 1.…11. under （一）…（四）. Where none does, （一） that begins anew under
 * headings 一、; else 一、 itself.
 */
export function chooseClauses(paragraphs: readonly Paragraph[]): Clauses {
  const all = beforeSupplement(paragraphs);
  const has = (kind: MarkerKind): boolean => all.some(({ marker }) => marker?.kind === kind);
  const chapters = (['chapter', 'section'] as const).filter(has);
  if (has('article')) return { kind: 'article', chapters, restarts: false };
  const levels = (['han', 'han-bracket', 'arabic'] as const).filter(has);
  for (const kind of [...levels].reverse()) {
    const above = [...chapters, ...levels.slice(0, levels.indexOf(kind))];
    if (above.length > 0 && countsOn(all, kind, above)) return { kind, chapters: above, restarts: false };
  }
  if (has('han') && has('han-bracket') && headsBrackets(all))
    return { kind: 'han-bracket', chapters: [...chapters, 'han'], restarts: true };
  return { kind: levels[0] ?? null, chapters, restarts: chapters.length > 0 };
}

/** 附则 may number its own paragraphs as it likes. */
function beforeSupplement(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const at = paragraphs.findIndex(({ bare }) => afterMarker(bare) === '附则');
  return at === -1 ? paragraphs : paragraphs.slice(0, at + 1);
}

/** 1, 2, 3 … without a gap, under at least two headings. */
function countsOn(paragraphs: readonly Paragraph[], kind: MarkerKind, above: readonly MarkerKind[]): boolean {
  let [last, heading] = [0, 0];
  const headings = new Set<number>();
  for (const { marker } of paragraphs) {
    if (!marker) continue;
    if (above.includes(marker.kind)) heading += 1;
    if (marker.kind !== kind) continue;
    if (marker.number !== last + 1 || heading === 0) return false;
    last = marker.number;
    headings.add(heading);
  }
  return headings.size >= 2;
}

/** Of the headings 一、 that have （一） below them, most are followed by it at once. */
function headsBrackets(paragraphs: readonly Paragraph[]): boolean {
  let [atOnce, later] = [0, 0];
  paragraphs.forEach(({ marker, bare }, at) => {
    if (marker?.kind !== 'han') return;
    if (paragraphs[at + 1]?.marker?.kind === 'han-bracket' && isHeadingLike(bare)) atOnce += 1;
    else if (firstBelow(paragraphs, at)) later += 1;
  });
  return atOnce > 0 && atOnce >= later;
}

function firstBelow(paragraphs: readonly Paragraph[], at: number): boolean {
  const next = paragraphs.slice(at + 1).find(({ marker }) => marker?.kind === 'han' || marker?.kind === 'han-bracket');
  return next?.marker?.kind === 'han-bracket';
}
