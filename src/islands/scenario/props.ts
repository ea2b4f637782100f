import type { IsoDate } from '../../domain/dates.ts';
import type { RuleBook, Source } from '../../model/rulebook.ts';

/** Plain JSON: what the page of the whole scenario hands to its island. */
export interface ScenarioProps {
  rules: RuleBook;
  templates: { id: string; title: string; scenario: unknown }[];
  documents: PolicyDocument[];
  /** of every clause that pays */
  papers: ClausePapers[];
  /** the day the page was built; the browser's own day replaces it */
  today: IsoDate;
  /** "非官方网站，以公布文本为准" */
  notice: string;
  siteName: string;
}

/** What a print or a workbook says of a policy. */
export interface PolicyDocument {
  policy: string;
  title: string;
  documentNumber: string;
  issued: IsoDate;
  /** when and where to apply, as far as the text says; null where it says nothing */
  procedure: { note: string; source: Source } | null;
}

/** What to hand in for a clause, and to whom. */
export interface ClausePapers {
  clause: string;
  materials: { text: string; url: string }[];
  departments: string[];
}
