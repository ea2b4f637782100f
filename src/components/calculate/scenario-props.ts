import { shanghaiToday } from '../../domain/dates.ts';
import type { ScenarioProps } from '../../islands/scenario/props.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { site } from '../../site.ts';
import { departmentsOf, nodeOf } from '../clause/derive.ts';

/** What the page of the whole scenario hands to its island. */
export function scenarioProps(kb: KnowledgeBase, now: Date): ScenarioProps {
  const clauses = [...new Set(kb.rules.policies.flatMap(({ awards }) => awards.map(({ clause }) => clause)))];
  return {
    rules: kb.rules,
    templates: kb.templates.map(({ id, title, scenario }) => ({ id, title, scenario })),
    documents: kb.policies.map(({ id, title, documentNumber, issued, procedure }) => ({
      policy: id,
      title,
      documentNumber,
      issued,
      procedure,
    })),
    papers: clauses.map((clause) => {
      const node = nodeOf(clause, kb);
      return {
        clause,
        materials: node.materials.map(({ anchor, text }) => ({ text, url: `${node.url}#${anchor}` })),
        departments: [...new Set(departmentsOf(node, kb).flatMap(({ values }) => values.map(({ full }) => full)))],
      };
    }),
    today: shanghaiToday(now),
    notice: site.notice,
    siteName: site.name,
  };
}
