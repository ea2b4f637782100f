import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadKnowledgeBase } from '../load/index.ts';
import { planRedirects, type Redirects } from '../model/redirects.ts';

/**
 * What hosts read: `_headers` below the base, and the redirects of content/redirects.yaml in four ways, one of which works
 * everywhere: `_redirects`, a map for nginx, a page that leads on, and a link where an anchor stood.
 */
export function hostFiles(): AstroIntegration {
  let base = '';
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': ({ dir }) => writeHostFiles(fileURLToPath(dir), base, loadKnowledgeBase().redirects),
    },
  };
}

/** @param base where the site stands, without a slash at the end */
export function writeHostFiles(root: string, base: string, redirects: Redirects): void {
  const headers = join(root, '_headers');
  writeFileSync(headers, readFileSync(headers, 'utf8').replace(/^\//gm, `${base}/`));
  const { pages, anchors } = planRedirects(redirects);
  const lines = pages.map(({ from, to }) => ({ from: base + from, to: base + to }));
  writeFileSync(join(root, '_redirects'), lines.map(({ from, to }) => `${from} ${to} 301\n`).join(''));
  writeFileSync(join(root, '_redirects.map'), lines.map(({ from, to }) => `${from} ${to};\n`).join(''));
  for (const { from, to } of pages) if (from.endsWith('/')) writePage(root, from, base + to);
  for (const [page, moved] of anchors) {
    const links = moved.map(({ id, to }) => ({ id, to: base + to }));
    linkAnchors(join(root, page, 'index.html'), links);
  }
}

/** For hosts that read no list of redirects. */
function writePage(root: string, from: string, to: string): void {
  const file = join(root, from, 'index.html');
  if (existsSync(file)) throw new Error(`${from} is redirected and built`);
  mkdirSync(dirname(file), { recursive: true });
  const words = '这一页已移到新的地址';
  writeFileSync(
    file,
    `<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words}</title>` +
      `<meta http-equiv="refresh" content="0;url=${to}"><meta name="robots" content="noindex"></head>` +
      `<body><main><h1>${words}</h1><p><a href="${to}">前往</a></p></main></body></html>`,
  );
}

/**
 * Shown only to those who come by the old anchor; the page's script leads them on. A page that names itself what has left it
 * (/about/, /departments/) has the anchor there, and with it the link.
 */
function linkAnchors(file: string, moved: readonly { id: string; to: string }[]): void {
  const html = readFileSync(file, 'utf8');
  const links = moved
    .filter(({ id }) => !html.includes(` id="${id}"`))
    .map(({ id, to }) => `<a class="moved" id="${id}" href="${to}">这一段已移到新的地址：前往</a>`);
  if (links.length > 0) writeFileSync(file, html.replace('</main>', `${links.join('')}</main>`));
}
