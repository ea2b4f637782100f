import type { Site } from './finish-files.ts';
import { closureOf } from './script-imports.ts';

const SCRIPT = /<script type="module" src="([^"]+)">/g;

/**
 * What a page's script imports is found only once that script has come, and what that imports later still: on a phone a round trip each.
 * The page names them all, so that they come together.
 */
export function preloadImports(html: string, { base, imports }: Site): string {
  const own = [...html.matchAll(SCRIPT)].map(([, url = '']) => url.slice(base.length));
  const others = closureOf(own, imports).filter((name) => !own.includes(name));
  const links = others.map((name) => `<link rel="modulepreload" href="${base}${name}">`).join('');
  return html.replace('</head>', () => `${links}</head>`);
}
