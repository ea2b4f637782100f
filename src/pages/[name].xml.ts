import type { APIContext, GetStaticPaths } from 'astro';
import { absolute, href } from '../components/link.ts';
import { feedOf } from '../data/feed.ts';
import { sitemapOf } from '../data/sitemap.ts';
import { readHistory } from '../load/history.ts';
import { contentRoot, loadKnowledgeBase } from '../load/index.ts';
import { site } from '../site.ts';

/** A sitemap needs whole addresses: without `SITE_URL` there is none. */
export const getStaticPaths: GetStaticPaths = () =>
  ['feed', ...(import.meta.env.SITE ? ['sitemap'] : [])].map((name) => ({ params: { name } }));

export function GET({ params, site: root }: APIContext): Response {
  const kb = loadKnowledgeBase();
  const link = (url: string): string => absolute(url, root) ?? href(url);
  const feed = params['name'] === 'feed';
  const body = feed ? feedOf(kb, { siteName: site.name, link }) : sitemapOf(kb, readHistory(contentRoot()), link);
  const type = feed ? 'application/atom+xml' : 'application/xml';
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
