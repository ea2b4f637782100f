import type { IsoDate } from '../domain/dates.ts';
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
