import type { Cell, Counted, Datum, PolicyCell } from './types.ts';

/** What a cell says, without where it says so: two cells with one key do not differ. */
export function keyOf({ cell, others }: Pick<PolicyCell, 'cell' | 'others'>): string {
  return JSON.stringify([keyOfCell(cell), others.map((one) => keyOfCell(one.cell))]);
}

function keyOfCell(cell: Cell): unknown {
  if (cell.kind === 'unpaid') return [cell.kind, cell.unquantified];
  if (cell.kind !== 'stated') return cell.kind;
  return [...new Set(cell.values.map(({ datum, award }) => JSON.stringify([essence(datum), award])))].sort();
}

/** The part of a datum that counts as different: not the names by which one policy calls its own caps. */
function essence(datum: Datum): unknown {
  if (datum.kind === 'year-cap') return [datum.kind, datum.fen, datum.pooledWith.length > 0, covered(datum.counts)];
  if (datum.kind === 'sum' && datum.form === 'cap') return [datum.kind, datum.fen];
  return datum;
}

/** What a cap counts, however the policy calls it and into how many awards it divides it. */
export function covered(counts: readonly Counted[]): unknown {
  const kinds = counts.map(({ matter, conditions }) => JSON.stringify([matter, conditions]));
  return [...new Set(kinds)].sort();
}
