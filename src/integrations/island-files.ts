import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ISLAND = /<astro-island\b[^>]*\bclient="([^"]*)"[^>]*>/g;
const PROPS = / props="([^"]*)"/;
/** What Astro writes before the first island: a rule (ours stands in base.css), the directive, the element. */
const RUNTIME =
  /<style>astro-island[^<]*<\/style><script>(\(\(\)=>\{[^<]*Astro\|\|\(self\.Astro=\{\}\)\)\.use=[\s\S]*?)<\/script><script>([\s\S]*?)<\/script>/;
const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&#38;': '&',
};

/**
 * The rules that a calculator computes with are a quarter of a clause page, Astro's script for islands a tenth, and most readers
 * never calculate. After the build both move into files of their own, named by content and shared by pages: the
 * page's script fetches the one at the first sign of use, `client:use` then the other.
 */
export function islandFiles(): AstroIntegration {
  let base = '/';
  return {
    name: 'island-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: root })) lighten(root, join(root, file), base);
      },
    },
  };
}

function lighten(root: string, file: string, base: string): void {
  const html = readFileSync(file, 'utf8');
  const kinds = [...html.matchAll(ISLAND)].map(([, kind]) => kind);
  if (!kinds.includes('use')) return;
  const address = (name: string, content: string): string => `${base}${write(root, name, content)}`;
  let runtime = '';
  // another kind of island begins at once and cannot wait for the page's script
  const lighter = kinds.some((kind) => kind !== 'use')
    ? html
    : html.replace(RUNTIME, (_, directive: string, element: string) => {
        runtime = ` data-runtime="${address('island.js', `${directive}\n${element}`)}"`;
        return '';
      });
  if (runtime === '' && kinds.every((kind) => kind === 'use'))
    throw new Error(`${file}: Astro's script for islands is not where it was`);
  const moved = lighter.replace(ISLAND, (island, kind: string) =>
    kind === 'use'
      ? island.replace(PROPS, (_props, escaped: string) => {
          const json = escaped.replace(/&(?:quot|lt|gt|amp|#34|#38|#39);/g, (entity) => ENTITIES[entity] ?? entity);
          return ` props="{}" data-props="${address('props.json', json)}"${runtime}`;
        })
      : island,
  );
  writeFileSync(file, moved);
}

/** @returns the file's path below the site, its name by content: "props.json" becomes "_astro/props.0123456789ab.json" */
function write(root: string, name: string, content: string): string {
  const [stem, ending] = name.split('.');
  const path = `_astro/${stem}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${ending}`;
  mkdirSync(join(root, '_astro'), { recursive: true });
  writeFileSync(join(root, path), content);
  return path;
}
