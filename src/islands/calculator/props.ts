import type { IsoDate } from '../../domain/dates.ts';
import type { RuleBook } from '../../model/rulebook.ts';
import type { Answers } from '../state/form-state.ts';

/** Plain JSON: what a page hands to its calculator. */
export interface CalculatorProps {
  /** the part of the rule book for these matters, all policies */
  rules: RuleBook;
  /** matter first shown */
  matter: string;
  /** matter → the example that it starts with */
  starts: Record<string, Answers>;
  /** the clause whose page this is; null on pages of a topic and at home */
  focus: Focus | null;
  /** the day the page was built; the browser's own day replaces it */
  today: IsoDate;
  /** matters by their title, or as a visitor would say it: "我有一个三类证" */
  matterWords?: 'title' | 'plain';
  /** leave out the workings, the picture and the readings, where a page only wants the answer */
  brief?: boolean;
}

export interface Focus {
  policy: string;
  /** "细则（六）" */
  label: string;
  /** refs of the awards that the clause gives or states */
  awards: string[];
}
