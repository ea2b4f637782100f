import { firstSide } from '../../compare/index.ts';
import { summariseAward } from '../../explain/rules.ts';
import { lookup } from '../../model/lookup.ts';
import type { DepartmentEntry, KnowledgeBase, PolicyEntry, TopicEntry } from '../../model/knowledge-base.ts';
import type { PolicyNode } from '../../model/node.ts';
import type { AwardRule, CapRule } from '../../model/rulebook.ts';

export { SUPPORT_WORDS } from '../../model/support.ts';

export function nodeOf(id: string, kb: KnowledgeBase): PolicyNode {
  const node = lookup(kb).nodes.get(id);
  if (!node) throw new Error(`no node ${id}: load resolves all references`);
  return node;
}

export function policyOf(node: PolicyNode, kb: KnowledgeBase): PolicyEntry {
  const policy = lookup(kb).policies.get(node.policy);
  if (!policy) throw new Error(`no policy ${node.policy}: load resolves all references`);
  return policy;
}

/** "操作细则（六）": the instrument and the number, as a reader says it. */
export function instrumentLabel(node: PolicyNode, policy: PolicyEntry): string {
  const part = policy.parts.find((one) => one.id === node.part);
  if (!part || node.kind !== 'clause') return node.label;
  return part.title + node.fullLabel.slice(part.fullTitle.length);
}

/** Something that a clause has itself, or has through clauses that stand above or below it. */
export interface Inherited<T> {
  values: T[];
  /** the clause it was taken from; null: its own */
  via: PolicyNode | null;
}

/** 责任单位: the text's own; a clause without takes those of the clause that it carries out, and says so. */
export function departmentsOf(node: PolicyNode, kb: KnowledgeBase): Inherited<DepartmentEntry>[] {
  const named = (one: PolicyNode): DepartmentEntry[] =>
    one.departments.flatMap((short) => lookup(kb).departmentOf(one.policy, short) ?? []);
  if (node.departments.length > 0) return [{ values: named(node), via: null }];
  return node.implements
    .map((id) => nodeOf(id, kb))
    .filter((above) => above.departments.length > 0)
    .map((above) => ({ values: named(above), via: above }));
}

/** The awards that a clause gives, or that carry out what it states; in the order of the rules. */
export function awardsOf(node: PolicyNode, kb: KnowledgeBase): AwardRule[] {
  const refs = node.awards.length > 0 ? node.awards : node.restates;
  const { awards, orderOf } = lookup(kb);
  return [...new Set(refs)].sort((a, b) => orderOf(a) - orderOf(b)).flatMap((ref) => awards.get(ref) ?? []);
}

/** "三类诊断试剂：按研发投入的 20%，…": one line an award. */
export function summariesOf(node: PolicyNode, kb: KnowledgeBase): { title: string; words: string }[] {
  return awardsOf(node, kb).flatMap((award) => {
    const matter = kb.rules.matters.find(({ id }) => id === award.matter);
    return matter ? [{ title: award.title, words: summariseAward(award, matter, capsOf(award, kb)) }] : [];
  });
}

/** Yearly limits of an award, under any reading. */
export function capsOf({ caps }: AwardRule, kb: KnowledgeBase): CapRule[] {
  return [...new Set(caps.map(({ cap }) => cap))].flatMap((ref) => lookup(kb).caps.get(ref) ?? []);
}

export interface Counterpart {
  topic: TopicEntry;
  /** the first other policies, each with its clauses on the topic; empty: 无对应条款 */
  sides: { policy: PolicyEntry; nodes: PolicyNode[] }[];
}

export function counterpartsOf(node: PolicyNode, kb: KnowledgeBase): Counterpart[] {
  return kb.topics
    .filter(({ id }) => node.topics.includes(id))
    .map((topic) => ({
      topic,
      sides: firstSide(kb, node.policy)
        .policies.filter((policy) => policy.id !== node.policy)
        .map((policy) => ({
          policy,
          nodes: (topic.clauses.find((side) => side.policy === policy.id)?.nodes ?? []).map((id) => nodeOf(id, kb)),
        })),
    }));
}

/** Previous and next page of the same policy. */
export function neighboursOf(
  node: PolicyNode,
  kb: KnowledgeBase,
): { before: PolicyNode | null; after: PolicyNode | null } {
  const pages = lookup(kb)
    .nodesOf(node.policy)
    .filter((one) => one.hasPage);
  // every version of a clause stands in its place
  const at = pages.findIndex((one) => one.index === node.index);
  return { before: pages[at - 1] ?? null, after: pages[at + 1] ?? null };
}

/** The clauses under the same chapter heading, for the rail. */
export function siblingsOf(node: PolicyNode, kb: KnowledgeBase): PolicyNode[] {
  return lookup(kb)
    .nodesOf(node.policy)
    .filter((one) => one.hasPage && one.part === node.part && one.chapter === node.chapter);
}
