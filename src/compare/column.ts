/**
 * One policy of a comparison as plain JSON, and policies put together again: what a browser fetches when the visitor
 * chooses others than the page came with. A comparison of what was fetched is the same as one made with the site.
 */
import type { KnowledgeBase, TopicEntry } from '../model/knowledge-base.ts';
import type { MatterRule, PolicyRule } from '../model/rulebook.ts';
import type { PolicyMark } from '../schemas/policy.ts';
import type { Comparable, ComparedNode, ComparedPolicy } from './comparable.ts';

/** What one policy says, without its texts. */
export interface Column extends Pick<Comparable, 'departments' | 'readings' | 'contradictions'> {
  policy: ComparedPolicy;
  nodes: Omit<ComparedNode, 'text' | 'anchors'>[];
  /** topic → its clauses on it */
  topics: Record<string, string[]>;
}

/** The texts of its clauses, by id. */
export type ColumnTexts = Record<string, ComparedNode['anchors']>;

/** A policy that can be chosen, with the addresses of what it says. */
export interface Choosable {
  id: string;
  shortTitle: string;
  district: string;
  url: string;
  mark: PolicyMark;
  /** root-relative: its rule book, its column, its texts */
  files: { sums: string; column: string; texts: string };
}

/** All that can be chosen, and what all policies share. */
export interface Directory {
  policies: Choosable[];
  matters: MatterRule[];
  topics: Omit<TopicEntry, 'clauses'>[];
}

export function columnOf(kb: KnowledgeBase, policy: string): { column: Column; texts: ColumnTexts } {
  const entry = kb.policies.find(({ id }) => id === policy);
  if (!entry) throw new Error(`no policy ${policy}`);
  const { id, shortTitle, district, url, mark, validity, byReference, dateSources } = entry;
  const own = <T extends { policy: string }>(list: readonly T[]): T[] => list.filter((one) => one.policy === policy);
  const nodes = own(kb.nodes).filter(({ topics }) => topics.length > 0);
  return {
    column: {
      policy: { id, shortTitle, district, url, mark, validity, byReference, dateSources },
      nodes: nodes.map(({ id: node, label, title, url: place, next, support, applicants, materials, restatements }) => {
        return {
          id: node,
          policy,
          label,
          title,
          url: place,
          ...(next ? { next } : {}),
          support,
          applicants,
          materials,
          restatements,
        };
      }),
      topics: Object.fromEntries(
        kb.topics.map((topic) => [topic.id, topic.clauses.find((one) => one.policy === policy)?.nodes ?? []]),
      ),
      departments: own(kb.departments).map(({ file: _, ...department }) => department),
      readings: own(kb.readings).map(({ id: reading, title, question, default: preset, options, passages }) => {
        return { id: reading, policy, title, question, default: preset, options, passages: placesOf(passages) };
      }),
      contradictions: own(kb.contradictions).map(({ id: entryId, kind, title, note, passages }) => {
        return { id: entryId, policy, kind, title, note, passages: placesOf(passages) };
      }),
    },
    texts: Object.fromEntries(nodes.map((node) => [node.id, node.anchors])),
  };
}

function placesOf(passages: readonly { clause: string }[]): { clause: string }[] {
  return passages.map(({ clause }) => ({ clause }));
}

/** What was fetched of one policy. `texts` only where they are compared. */
export interface Fetched {
  rules: PolicyRule;
  column: Column;
  texts: ColumnTexts | null;
}

/** Policies as one thing to compare, in the order given. */
export function joinColumns(
  { matters, topics }: Pick<Directory, 'matters' | 'topics'>,
  all: readonly Fetched[],
): Comparable {
  return {
    policies: all.map(({ column }) => column.policy),
    nodes: all.flatMap(({ column, texts }) =>
      column.nodes.map((node) => {
        const anchors = texts?.[node.id] ?? [];
        return { ...node, anchors, text: anchors.map(({ text }) => text).join('\n') };
      }),
    ),
    topics: topics.map((topic) => ({
      ...topic,
      clauses: all.map(({ column }) => ({ policy: column.policy.id, nodes: column.topics[topic.id] ?? [] })),
    })),
    departments: all.flatMap(({ column }) => column.departments),
    readings: all.flatMap(({ column }) => column.readings),
    contradictions: all.flatMap(({ column }) => column.contradictions),
    rules: { matters, policies: all.map(({ rules }) => rules) },
  };
}
