import type { IsoDate } from '../domain/dates.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { sitePages, type SitePage } from '../model/pages.ts';
import { element, xmlDocument } from './markup.ts';

/**
 * All pages for search engines, each with the day on which its content last changed.
 * @param history days by file below content/; may know nothing
 * @param absolute the format asks for whole addresses
 */
export function sitemapOf(
  kb: KnowledgeBase,
  history: ReadonlyMap<string, IsoDate>,
  absolute: (url: string) => string,
): string {
  const urls = sitePages(kb).map((page) =>
    element('url', {}, element('loc', {}, absolute(page.url)), element('lastmod', {}, lastChange(page, kb, history))),
  );
  return xmlDocument(element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, ...urls));
}

/** The newest of its sources; where no history is at hand, the day on which its newest policy was issued. Never today. */
export function lastChange(page: SitePage, kb: KnowledgeBase, history: ReadonlyMap<string, IsoDate>): IsoDate {
  const dates = page.sources.flatMap((source) =>
    source.endsWith('/') ? (newestBelow(source, history) ?? []) : (history.get(source) ?? []),
  );
  const issued = kb.policies.filter(({ id }) => page.policies.includes(id)).map((policy) => policy.issued);
  return (dates.length > 0 ? dates : issued).sort().at(-1) ?? '';
}

const newest = new WeakMap<ReadonlyMap<string, IsoDate>, Map<string, IsoDate>>();

/** The newest day of the files in a folder and all folders below it. */
function newestBelow(folder: string, history: ReadonlyMap<string, IsoDate>): IsoDate | undefined {
  const known = newest.get(history) ?? newestByFolder(history);
  newest.set(history, known);
  return known.get(folder);
}

function newestByFolder(history: ReadonlyMap<string, IsoDate>): Map<string, IsoDate> {
  const found = new Map<string, IsoDate>();
  for (const [file, date] of history) {
    for (let end = file.lastIndexOf('/'); end !== -1; end = file.lastIndexOf('/', end - 1)) {
      const folder = file.slice(0, end + 1);
      if (date > (found.get(folder) ?? '')) found.set(folder, date);
    }
  }
  return found;
}
