import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import type { SearchFileMap } from './search-files.ts';

/** Writes the search index beside the pages: `dist/pagefind/`. It is made while pages are bundled and drawn. */
export function searchIndex(): AstroIntegration {
  let made: Promise<SearchFileMap> | null = null;
  return {
    name: 'search-index',
    hooks: {
      'astro:build:start': () => {
        made = makeIndex();
        // told when it is waited for, below; what is wrong with content/ the pages tell first
        made.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const files = (await made) ?? new Map<string, Uint8Array>();
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

async function makeIndex(): Promise<SearchFileMap> {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url));
  try {
    return await new Promise<SearchFileMap>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the search index was not made (exit ${code})`)));
    });
  } finally {
    // Pagefind's own process keeps it alive
    await worker.terminate();
  }
}
