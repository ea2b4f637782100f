import type { KnowledgeBase } from './knowledge-base.ts';

/** Old addresses and where they lead now. */
export type Redirects = readonly Pick<KnowledgeBase['redirects'][number], 'from' | 'to'>[];

/** What the build has to write so that every old address leads on. */
export interface RedirectPlan {
  /** addresses of pages and files that are gone, and where they lead */
  pages: { from: string; to: string }[];
  /** anchors that are gone from a page that stands, by the address of that page */
  anchors: Map<string, { id: string; to: string }[]>;
}

/**
 * Where an old address leads; an anchor of a renamed page leads to the same anchor of the new one unless it has a line of
 * its own, as browsers keep the anchor over a redirect. @returns null where nothing redirects it
 */
export function redirectOf(redirects: Redirects, address: string): string | null {
  const own = redirects.find(({ from }) => from === address);
  if (own) return own.to;
  const [page = '', anchor] = address.split('#');
  const moved = anchor === undefined ? undefined : redirects.find(({ from }) => from === page);
  return moved && !moved.to.includes('#') ? `${moved.to}#${anchor}` : null;
}

export function planRedirects(redirects: Redirects): RedirectPlan {
  const pages = redirects.flatMap(({ from, to }) => (from.includes('#') ? [] : [{ from, to }]));
  const anchors: RedirectPlan['anchors'] = new Map();
  for (const { from, to } of redirects) {
    const [page = '', id] = from.split('#');
    if (id === undefined) continue;
    // the page may be renamed itself: the browser arrives at the new one with the old anchor
    const [host = page] = (redirectOf(redirects, page) ?? page).split('#');
    if (`${host}#${id}` !== to) anchors.set(host, [...(anchors.get(host) ?? []), { id, to }]);
  }
  return { pages, anchors };
}

/** Old anchors of a page that stands, by what they lead to: where the page itself names what has left it. */
export function leftFrom(redirects: Redirects, page: string): Map<string, string> {
  return new Map((planRedirects(redirects).anchors.get(page) ?? []).map(({ id, to }) => [to, id]));
}
