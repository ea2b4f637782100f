import type { TopicEntry } from '../model/knowledge-base.ts';
import { apartFrom } from './apart.ts';
import { casesOf } from './cases.ts';
import { joinCases, rowsOfCase } from './case-rows.ts';
import type { PolicyRule } from '../model/rulebook.ts';
import type { Comparable } from './comparable.ts';
import { nodesOn, rowsOfTopic } from './topic-rows.ts';
import { tellUnpaid } from './unpaid.ts';
import { TERMS, type Case, type Row, type TopicComparison } from './types.ts';

/**
 * A policy without the awards of texts that are not in force: versions, clauses struck out or still to be added. What is in force
 * stands under the topic of its awards.
 */
function inForce(policy: PolicyRule, topics: readonly TopicEntry[]): PolicyRule {
  if (policy.awards.every(({ term }) => !term)) return policy;
  const shown = new Set(topics.flatMap(({ clauses }) => clauses.flatMap(({ nodes }) => nodes)));
  return { ...policy, awards: policy.awards.filter(({ term, clause }) => !term || shown.has(clause)) };
}

/** What every policy says on every topic, term by term: the matrix. */
export function compareAll(kb: Comparable): TopicComparison[] {
  return kb.topics.map((topic) => compareTopic(kb, topic));
}

export function compareTopic(kb: Comparable, topic: TopicEntry): TopicComparison {
  const { id, title, summary, url, audiences } = topic;
  const policies = kb.rules.policies.map((policy) => inForce(policy, kb.topics));
  const awards = policies.flatMap((policy) => policy.awards);
  const matters = kb.rules.matters.filter(
    (matter) => topic.matters.includes(matter.id) && awards.some((award) => award.matter === matter.id),
  );
  const cases: Case[] = [];
  const perCase: Row[] = [];
  for (const matter of matters) {
    const own = casesOf(
      matter,
      awards.filter((award) => award.matter === matter.id),
    );
    cases.push(...own);
    perCase.push(...own.flatMap((one) => rowsOfCase(one, policies, matter)));
  }
  const money = cases.length > 0;
  const paid = tellUnpaid(joinCases(perCase), kb, (policy) => nodesOn(kb, topic, policy));
  const rows = [...paid, ...rowsOfTopic(kb, topic, awards, money)].sort(
    (a, b) => TERMS.indexOf(a.term) - TERMS.indexOf(b.term),
  );
  const clauses = kb.policies.map((policy) => ({
    policy: policy.id,
    nodes: nodesOn(kb, topic, policy.id).map((node) => ({
      id: node.id,
      label: node.label,
      title: node.title,
      url: node.url,
      ...(node.next ? { next: node.next } : {}),
    })),
  }));
  // every term that a page marks as different counts, and no other
  const differences = new Set(rows.filter(({ differs }) => differs).map(({ term }) => term)).size;
  const wording = !money && clauses.filter(({ nodes }) => nodes.length > 0).length > 1;
  return {
    id,
    title,
    summary,
    url,
    audiences,
    matters: matters.map((matter) => matter.id),
    money,
    clauses,
    cases,
    rows,
    differences,
    wording,
    apart: apartFrom(policies, topic.matters),
    differs: differences > 0 || wording,
  };
}
