import type { TopicEntry } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import { citedLabel, permalinkOf } from '../model/versions.ts';
import { align, sentencesOf, type Pair } from './align.ts';
import type { Comparable, ComparedNode } from './comparable.ts';
import { nodesOn } from './topic-rows.ts';
import type { ClauseLink } from './types.ts';
import { diffWords, likeness, type Run } from './word-diff.ts';

/** A passage of a clause: where it stands, and its words marked against its counterpart. */
export interface Passage {
  /** root-relative, with the anchor */
  url: string;
  runs: Run[];
}

/** Two clauses side by side, passage by passage; `right` is null where the other policy has none on the topic. */
export interface ClausePair {
  left: ClauseLink & { policy: string };
  right: (ClauseLink & { policy: string }) | null;
  rows: Pair<Passage>[];
  /** 0 to 1 */
  likeness: number;
}

interface Sentence {
  url: string;
  text: string;
}

/**
 * The clauses of a topic in pairs, the first policy that has any on the left: every clause of every policy once
 * at least, beside the one of the other side that is most like it. The most alike pairs come first.
 */
export function pairTexts(kb: Comparable, topic: TopicEntry): ClausePair[] {
  const columns = kb.policies
    .map((policy) => ({ policy: policy.id, nodes: nodesOn(kb, topic, policy.id) }))
    .filter(({ nodes }) => nodes.length > 0);
  const [first, ...others] = columns;
  if (!first) return [];
  if (others.length === 0) return first.nodes.map((node) => pairOf(node, null));
  return others.flatMap(({ nodes }) => pairNodes(first.nodes, nodes).sort((a, b) => b.likeness - a.likeness));
}

/** Two versions of one clause side by side, each under its own name and address. */
export function pairVersions(older: PolicyNode, newer: PolicyNode): ClausePair {
  // which comes after which is what the two sides show
  const own = ({ next: _, ...node }: PolicyNode): ComparedNode => ({
    ...node,
    label: citedLabel(node),
    url: permalinkOf(node),
  });
  return pairOf(own(older), own(newer));
}

function pairNodes(left: readonly ComparedNode[], right: readonly ComparedNode[]): ClausePair[] {
  const pairs = left.map((node): [ComparedNode, ComparedNode] => [node, closest(node, right)]);
  for (const node of right) {
    if (!pairs.some(([, other]) => other === node)) pairs.push([closest(node, left), node]);
  }
  return pairs.map(([a, b]) => pairOf(a, b));
}

function closest(node: ComparedNode, among: readonly ComparedNode[]): ComparedNode {
  return among.reduce((best, one) => (likeness(node.text, one.text) > likeness(node.text, best.text) ? one : best));
}

function pairOf(left: ComparedNode, right: ComparedNode | null): ClausePair {
  const rows = align(sentences(left), right ? sentences(right) : [], ({ text }) => text).map(
    ({ left: a, right: b }) => {
      const words = a && b ? diffWords(a.text, b.text) : null;
      return {
        left: a && { url: a.url, runs: words?.left ?? [{ text: a.text, own: right !== null }] },
        right: b && { url: b.url, runs: words?.right ?? [{ text: b.text, own: true }] },
      };
    },
  );
  return { left: link(left), right: right && link(right), rows, likeness: right ? likeness(left.text, right.text) : 0 };
}

function sentences(node: ComparedNode): Sentence[] {
  return node.anchors.flatMap(({ id, text }) =>
    sentencesOf(text).map((sentence) => ({ url: `${node.url}#${id}`, text: sentence })),
  );
}

function link(node: ComparedNode): ClauseLink & { policy: string } {
  const { id, label, title, url, policy, next } = node;
  return { id, label, title, url, policy, ...(next ? { next } : {}) };
}
