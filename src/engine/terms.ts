import type { IsoDate } from '../domain/dates.ts';
import type { ClauseTurn } from '../model/rulebook.ts';
import { includesDay } from '../domain/period.ts';
import type { CompiledAward } from './compiled.ts';
import type { Truth } from './conditions.ts';

/**
 * Whether an award stands in the version of its clause that a project is judged by: the one in force on the project's date, which
 * decides for all its years. Not known without a date; always where the clause was never amended.
 */
export function isInTerm({ rule: { term } }: CompiledAward, date: IsoDate | null): Truth {
  if (!term) return true;
  return date === null ? null : includesDay(term, date);
}

/** Why an award's clause is not there on a day: not added yet, or struck out. Null where it is, or another version of it. */
export function absenceOn({ rule: { turns = [] } }: CompiledAward, date: IsoDate): ClauseTurn | null {
  return turns.find(({ kind, from }) => (kind === 'added' ? date < from : date >= from)) ?? null;
}
