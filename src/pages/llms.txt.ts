import type { APIContext } from 'astro';
import { absolute, href } from '../components/link.ts';
import { llmsOf } from '../data/llms.ts';
import { loadKnowledgeBase } from '../load/index.ts';
import { site } from '../site.ts';

export function GET({ site: root }: APIContext): Response {
  const link = (url: string): string => absolute(url, root) ?? href(url);
  const body = llmsOf(loadKnowledgeBase(), { siteName: site.name, notice: site.notice, link });
  return new Response(body, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
