import type { TopicEntry } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import { citedLabel, permalinkOf } from '../model/versions.ts';
import { sentencesOf } from './align.ts';
import type { Comparable, ComparedNode } from './comparable.ts';
import { rowsOf, type PassageRow } from './passages.ts';
import { readerOf, type Reader } from './statements.ts';
import { nodesOn } from './topic-rows.ts';
import type { ClauseLink } from './types.ts';
import { likeness } from './word-diff.ts';

/** Two clauses side by side, passage by passage; `right` is null where the other policy has none on the topic. */
export interface ClausePair {
  left: ClauseLink & { policy: string };
  right: (ClauseLink & { policy: string }) | null;
  rows: PassageRow[];
  /** 0 to 1 */
  likeness: number;
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
  if (others.length === 0) return first.nodes.map(aloneOf);
  const read = readerOf(kb.rules.policies);
  return others.flatMap(({ nodes }) =>
    pairNodes({ read, left: first.nodes, right: nodes }).sort((a, b) => b.likeness - a.likeness),
  );
}

/** Two versions of one clause side by side, each under its own name and address. */
export function pairVersions(older: PolicyNode, newer: PolicyNode): ClausePair {
  // which comes after which is what the two sides show
  const own = ({ next: _, ...node }: PolicyNode): ComparedNode => ({
    ...node,
    label: citedLabel(node),
    url: permalinkOf(node),
  });
  return pairOf(own(older), own(newer), { read: readerOf([]), left: [], right: [] });
}

function pairNodes(context: Context): ClausePair[] {
  const { left, right } = context;
  const pairs = left.map((node): [ComparedNode, ComparedNode] => [node, closest(node, right)]);
  for (const node of right) {
    if (!pairs.some(([, other]) => other === node)) pairs.push([closest(node, left), node]);
  }
  return pairs.map(([a, b]) => pairOf(a, b, context));
}

function closest(node: ComparedNode, among: readonly ComparedNode[]): ComparedNode {
  return among.reduce((best, one) => (likeness(node.text, one.text) > likeness(node.text, best.text) ? one : best));
}

interface Context {
  read: Reader;
  /** the clauses of either side on the topic */
  left: readonly ComparedNode[];
  right: readonly ComparedNode[];
}

function pairOf(left: ComparedNode, right: ComparedNode, context: Context): ClausePair {
  const others = {
    left: context.left.filter((one) => one !== left),
    right: context.right.filter((one) => one !== right),
  };
  const rows = rowsOf(left, right, context.read, others);
  return { left: link(left), right: link(right), rows, likeness: likeness(left.text, right.text) };
}

/** A clause that no other stands beside. */
function aloneOf(node: ComparedNode): ClausePair {
  const rows = node.anchors.flatMap(({ id, text }) =>
    sentencesOf(text).map((sentence) => ({
      left: { url: `${node.url}#${id}`, runs: [{ text: sentence, own: false }] },
      right: null,
      gap: null,
    })),
  );
  return { left: link(node), right: null, rows, likeness: 0 };
}

function link(node: ComparedNode): ClauseLink & { policy: string } {
  const { id, label, title, url, policy, next } = node;
  return { id, label, title, url, policy, ...(next ? { next } : {}) };
}
