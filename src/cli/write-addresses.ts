import { addressesOf } from '../model/addresses.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { redirectOf } from '../model/redirects.ts';

/** The lines of addresses.txt, or the addresses that would be lost and are not redirected. */
export type Written = { ok: true; text: string } | { ok: false; lost: string[] };

/**
 * The site's addresses in its order, then those that are only redirected. Never drops a line.
 * @param published every address that must not be lost: of the list as it stands, and of history
 */
export function writeAddresses(knowledgeBase: KnowledgeBase, published: readonly string[]): Written {
  const site = addressesOf(knowledgeBase).map(({ address }) => address);
  const there = new Set(site);
  // the anchors of a renamed page go with it
  const carried = published.filter((address) => there.has(redirectOf(knowledgeBase.redirects, address) ?? ''));
  const redirected = knowledgeBase.redirects.map(({ from }) => from);
  const lines = new Set([...site, ...redirected, ...carried]);
  const lost = published.filter((address) => !lines.has(address));
  if (lost.length > 0) return { ok: false, lost: [...new Set(lost)] };
  return { ok: true, text: [...lines].map((line) => `${line}\n`).join('') };
}
