import type { PolicyNode } from '../../model/node.ts';

/**
 * The element of a node, or of one of its anchors, in the one file: "rules-6", "rules-6-s2".
 * A heading without a page of its own has but one place.
 */
export function placeOf({ part, node, hasPage }: PolicyNode, anchor?: string): string {
  return `${part}-${node}${anchor === undefined || !hasPage ? '' : `-${anchor}`}`;
}

/** Where an address of the site stands in the one file; null where it leads out of the file. */
export function placeOfUrl(url: string, policy: string, nodes: readonly PolicyNode[]): string | null {
  const [page = '', anchor] = url.split('#');
  const entry = page === '/about/' && anchor?.startsWith(`reading-${policy}-`) ? anchor : null;
  const node = nodes.find((one) => one.policy === policy && one.url === page);
  return node ? placeOf(node, anchor) : entry;
}
