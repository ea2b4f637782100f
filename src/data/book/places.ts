import { placeOf } from '../../model/eli.ts';
import { notesUrl } from '../../model/entries.ts';
import type { PolicyNode } from '../../model/node.ts';
import { permalinkOf } from '../../model/versions.ts';

/** Where an address of the site stands in the one file; null where it leads out of the file. */
export function placeOfUrl(url: string, policy: string, nodes: readonly PolicyNode[]): string | null {
  const [page = '', anchor] = url.split('#');
  const entry = page === notesUrl(policy) && anchor !== undefined ? anchor : null;
  const node = nodes.find((one) => one.policy === policy && (one.url === page || permalinkOf(one) === page));
  return node ? placeOf(node, anchor) : entry;
}
