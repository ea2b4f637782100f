import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadKnowledgeBase } from '../load/index.ts';
import { buildSearchFiles } from './search-files.ts';

/** Nodes of a site for which Zopfli, which takes a second over every few files, is too slow. */
const MANY = 500;

/** Writes the search index beside the pages: `dist/pagefind/`. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const kb = loadKnowledgeBase();
        const files = await buildSearchFiles(kb, { squeeze: kb.nodes.length < MANY });
        for (const [path, bytes] of files) {
          const file = join(fileURLToPath(dir), 'pagefind', path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, bytes);
        }
        logger.info(
          `${files.size} files, ${Math.round([...files.values()].reduce((sum, { length }) => sum + length, 0) / 1000)} kB`,
        );
      },
    },
  };
}
