import type { KnowledgeBase } from './knowledge-base.ts';

type Redirects = KnowledgeBase['redirects'];

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
  const pages = redirects.filter(({ from }) => !from.includes('#'));
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
