import type { Mark } from './node.ts';

/** Overlapping marks of one text, cut at every boundary into marks that do not overlap. */
export function flattenMarks(marks: readonly Mark[]): Mark[] {
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const flat: Mark[] = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const [start, end] = [cuts[at] ?? 0, cuts[at + 1] ?? 0];
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end);
    if (covering.length === 0) continue;
    flat.push({ start, end, notes: [...new Set(covering.flatMap(({ notes }) => notes))] });
  }
  return flat;
}
