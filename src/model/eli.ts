import type { PolicyEntry } from './knowledge-base.ts';
import type { PolicyNode } from './node.ts';
import { termOf } from './versions.ts';

/**
 * Identifiers in the manner of the European Legislation Identifier and of Akoma Ntoso: where from, what, when, which,
 * and the clause by its eId (of an amended one with the day of its version), "/akn/cn/documentCollection/2025-05-28/minhang-2025/~rules-6". They name the text,
 * wherever it stands; they are no addresses of this site.
 */
export function eliOf({ id, issued }: PolicyEntry, node?: PolicyNode): string {
  const version = node?.version ? `@${termOf(node.version).from ?? issued}` : '';
  return `/akn/cn/documentCollection/${issued}/${id}${node ? `/~${node.part}-${node.node}${version}` : ''}`;
}

/**
 * The name of a node, or of one of its anchors, within its policy: "rules-6", "rules-6-s2"; of a version that is not in force "rules-6-v1".
 * A heading without a page of its own has but one place.
 */
export function placeOf({ part, node, hasPage, url, version }: PolicyNode, anchor?: string): string {
  const other = version && url === version.url ? `-v${version.number}` : '';
  return `${part}-${node}${other}${anchor === undefined || !hasPage ? '' : `-${anchor}`}`;
}
