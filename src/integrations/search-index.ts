import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SecondThread } from './draw/second-thread.ts';
import type { SearchFileMap } from './search-files.ts';

/** Writes the search index beside the pages: `dist/pagefind/`. The second thread makes it while pages are bundled and drawn. */
export function searchIndex(thread: () => SecondThread | null): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const second = thread();
        const files: SearchFileMap = (await second?.index) ?? new Map();
        await second?.end();
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
