import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ISLAND = /<astro-island\b[^>]*\bclient="use"[^>]*>/g;
const PROPS = / props="([^"]*)"/;
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
 * The rules that a calculator computes with are a quarter of a clause page, and most readers never calculate.
 * After the build they move into files of their own, named by content and shared by pages; `client:use`
 * fetches them together with its script.
 */
export function islandProps(): AstroIntegration {
  let base = '/';
  return {
    name: 'island-props',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: root })) movePropsOut(root, join(root, file), base);
      },
    },
  };
}

function movePropsOut(root: string, file: string, base: string): void {
  const html = readFileSync(file, 'utf8');
  const lighter = html.replace(ISLAND, (island) =>
    island.replace(PROPS, (_, escaped: string) => {
      const json = escaped.replace(/&(?:quot|lt|gt|amp|#34|#38|#39);/g, (entity) => ENTITIES[entity] ?? entity);
      const name = `_astro/props.${createHash('sha256').update(json).digest('hex').slice(0, 12)}.json`;
      mkdirSync(join(root, '_astro'), { recursive: true });
      writeFileSync(join(root, name), json);
      return ` props="{}" data-props="${base}${name}"`;
    }),
  );
  if (lighter !== html) writeFileSync(file, lighter);
}
