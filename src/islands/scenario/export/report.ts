import type { RuleBook } from '../../../model/rulebook.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import type { ScenarioProps } from '../props.ts';
import { nameOf, type ScenarioForm } from '../state/scenario-form.ts';

/** All that a print or a workbook tells. */
export interface Report {
  form: ScenarioForm;
  rules: RuleBook;
  outcomes: readonly PolicyOutcome[];
  documents: ScenarioProps['documents'];
  papers: ScenarioProps['papers'];
  certainty: string;
  notice: string;
  siteName: string;
  /** ISO day in Shanghai */
  date: string;
  /** absolute address that restores the scenario */
  address: string;
  /** absolute address of a root-relative one */
  absolute: (url: string) => string;
}

/** By id of a project, how it is called: as given, else by its matter. */
export function namesOf({ form, rules }: Report): Map<string, string> {
  return new Map(form.projects.map((entry, at) => [entry.id, nameOf(entry, rules.matters, at)]));
}

/** What is to be handed in, by policy, then by whom it goes to, then by clause; each with the projects that need it. */
export interface PaperGroup {
  departments: string[];
  clauses: {
    clause: string;
    label: string;
    url: string;
    projects: string[];
    materials: { text: string; url: string }[];
  }[];
}

export function papersOf({ result }: PolicyOutcome, papers: ScenarioProps['papers']): PaperGroup[] {
  const groups = new Map<string, PaperGroup>();
  for (const award of result.awards) {
    const own = papers.find(({ clause }) => clause === award.clause);
    const departments = own?.departments ?? [];
    const group = groups.get(departments.join()) ?? { departments, clauses: [] };
    groups.set(departments.join(), group);
    const known = group.clauses.find(({ clause }) => clause === award.clause);
    if (known) {
      if (!known.projects.includes(award.project)) known.projects.push(award.project);
    } else {
      const { clauseLabel: label, clauseUrl: url } = award.rule;
      group.clauses.push({
        clause: award.clause,
        label,
        url,
        projects: [award.project],
        materials: own?.materials ?? [],
      });
    }
  }
  return [...groups.values()];
}
