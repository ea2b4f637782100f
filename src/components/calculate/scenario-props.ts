import { shanghaiToday } from '../../domain/dates.ts';
import { firstSide } from '../../compare/index.ts';
import type { ClausePapers, PolicyDocument, ScenarioProps } from '../../islands/scenario/props.ts';
import type { KnowledgeBase, PolicyEntry } from '../../model/knowledge-base.ts';
import { site } from '../../site.ts';
import { departmentsOf, nodeOf } from '../clause/derive.ts';

/** What the page of the whole scenario hands to its island. */
export function scenarioProps(kb: KnowledgeBase, now: Date): ScenarioProps {
  const side = firstSide(kb);
  return {
    rules: side.rules,
    templates: kb.templates.map(({ id, title, scenario }) => ({ id, title, scenario })),
    documents: side.policies.map(documentOf),
    papers: side.policies.flatMap(({ id }) => papersOf(id, kb)),
    today: shanghaiToday(now),
    notice: site.notice,
    siteName: site.name,
  };
}

/** What a print or a workbook says of a policy. */
export function documentOf({ id, title, documentNumber, issued, procedure }: PolicyEntry): PolicyDocument {
  return { policy: id, title, documentNumber, issued, procedure };
}

/** What every clause of a policy that pays asks for. */
export function papersOf(policy: string, kb: KnowledgeBase): ClausePapers[] {
  const awards = kb.rules.policies.find(({ id }) => id === policy)?.awards ?? [];
  return [...new Set(awards.map(({ clause }) => clause))].map((clause) => {
    const node = nodeOf(clause, kb);
    return {
      clause,
      materials: node.materials.map(({ anchor, text }) => ({ text, url: `${node.url}#${anchor}` })),
      departments: [...new Set(departmentsOf(node, kb).flatMap(({ values }) => values.map(({ full }) => full)))],
    };
  });
}
