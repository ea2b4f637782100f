import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from './finish-files.ts';

const ISLAND = /<astro-island\b[^>]*\bclient="([^"]*)"[^>]*>/g;
const PROPS = / props="([^"]*)"/;
const PAINTED = / opts="[^"]*&quot;value&quot;:&quot;painted&quot;/;
/** What Astro writes before the first island: a rule (ours stands in base.css), the directive, the element. */
const RUNTIME =
  /<style>astro-island[^<]*<\/style><script>(\(\(\)=>\{[^<]*Astro\|\|\(self\.Astro=\{\}\)\)\.use=[\s\S]*?)<\/script><script>([\s\S]*?)<\/script>/;
const ENTITIES = [
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
] as const;
/** Undone last and all at once: what it begins is no entity. */
const AMPERSAND = /&(?:amp|#38);/g;

/**
 * The rules that a calculator computes with are a quarter of a clause page, Astro's script for islands a tenth, and most readers
 * never calculate. After the build both move into files of their own, named by content and shared by pages: the
 * page's script fetches the one at the first sign of use, `client:use` then the other.
 */
export function islandFiles(html: string, site: Site, file: string): string {
  if (!html.includes('<astro-island')) return html;
  const address = (name: string, content: string): string => `${site.base}${write(site, name, content)}`;
  let runtime = '';
  const lighter = html.replace(RUNTIME, (_, directive: string, element: string) => {
    runtime = address('island.js', `${directive}\n${element}`);
    return '';
  });
  if (runtime === '') throw new Error(`${file}: Astro's script for islands is not where it was`);
  return lighter.replace(ISLAND, (island, kind: string) => {
    if (kind !== 'use') throw new Error(`${file}: an island that is not client:use`);
    const light = island.replace(PROPS, (_props, escaped: string) => {
      const json = ENTITIES.reduce((text, [entity, character]) => text.replaceAll(entity, character), escaped).replace(
        AMPERSAND,
        '&',
      );
      return ` props="{}" data-props="${address('props.json', json)}" data-runtime="${runtime}"`;
    });
    // woken with the page's scripts (held-scripts.ts)
    return PAINTED.test(island) ? light.replace('<astro-island', '<astro-island data-painted') : light;
  });
}

/** What this thread has written: pages share files. */
const written = new Set<string>();

/** @returns the file's path below the site, its name by content: "props.json" becomes "_astro/props.0123456789ab.json" */
function write({ root }: Site, name: string, content: string): string {
  const [stem, ending] = name.split('.');
  const path = `_astro/${stem}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${ending}`;
  if (!written.has(path)) {
    if (written.size === 0) mkdirSync(join(root, '_astro'), { recursive: true });
    writeFileSync(join(root, path), content);
    written.add(path);
  }
  return path;
}
