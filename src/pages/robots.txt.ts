import type { APIContext } from 'astro';
import { absolute } from '../components/link.ts';

/** Everything may be read; the sitemap is named where there is one. */
export function GET({ site }: APIContext): Response {
  const sitemap = absolute('/sitemap.xml', site);
  const lines = ['User-agent: *', 'Allow: /', ...(sitemap === null ? [] : ['', `Sitemap: ${sitemap}`])];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
