/** A scenario as the engine takes it: checked, defaults filled in, sums in 分. */
import type { ApplicantType } from '../domain/applicants.ts';
import type { IsoDate } from '../domain/dates.ts';

/** A sum in 分, one sum a year, a yes or no, or the id of an option. */
export type FactValue = bigint | readonly bigint[] | boolean | string;

/** Every fact of the matter by name; null is unknown (a field left blank), which is never zero. */
export type Facts = ReadonlyMap<string, FactValue | null>;

export interface Project {
  id: string;
  matter: string;
  /** day of the qualifying event; null only in a form where it is still blank */
  date: IsoDate | null;
  facts: Facts;
}

export interface Scenario {
  applicant: { type: ApplicantType };
  /** full reading id → option id; these stay fixed in `range` */
  readings: ReadonlyMap<string, string>;
  projects: readonly Project[];
}

/** Pending reports name it beside the facts. */
export const DATE = 'date';
