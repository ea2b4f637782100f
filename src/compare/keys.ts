import type { Cell, Datum, PolicyCell } from './types.ts';

/** What a cell says, without where it says so: two cells with one key do not differ. */
export function keyOf({ cell, others }: Pick<PolicyCell, 'cell' | 'others'>): string {
  return JSON.stringify([keyOfCell(cell), others.map((one) => keyOfCell(one.cell))]);
}

function keyOfCell(cell: Cell): unknown {
  if (cell.kind !== 'stated') return cell.kind;
  return [...new Set(cell.values.map(({ datum }) => JSON.stringify(essence(datum))))].sort();
}

/** The part of a datum that counts as different: not the names by which one policy calls its own caps. */
function essence(datum: Datum): unknown {
  if (datum.kind === 'year-cap') return [datum.kind, datum.fen, datum.pooledWith.length > 0];
  if (datum.kind === 'sum' && datum.form === 'cap') return [datum.kind, datum.fen];
  return datum;
}
