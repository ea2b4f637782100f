import { globSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isLarge } from './draw/large.ts';
import { bytesOf, effortOf } from './finish/compression.ts';
import { finishFiles, type Job } from './finish/finish-files.ts';

/** Pages are compressed when they are finished (finished-pages.ts). */
const TEXTS = '**/*.{css,js,json,svg,xml,txt,csv,webmanifest}';
/** Stored gzipped and inflated in the browser (src/search/open.ts): beside them only the inflated bytes in brotli. */
const PACKED_EFFORT = 11;
/** Of thousands of such files the greatest effort takes as long as a tenth of the build, for 3 % fewer bytes. */
const PACKED_EFFORT_MANY = 8;
const PACKED = 'pagefind/**/*.{bin,pf_index,pf_meta}';

/**
 * Writes `.br` and `.gz` beside every file that a server may send compressed: no server spends time on it, and all send the smallest.
 * @param finished those that have them already
 */
export function compressedFiles(finished: ReadonlySet<string> = new Set()): AstroIntegration {
  return {
    name: 'compressed-files',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const root = fileURLToPath(dir);
        const texts = globSync(TEXTS, { cwd: root }).filter((file) => !finished.has(file.replaceAll('\\', '/')));
        const bytes = isLarge() ? Infinity : bytesOf(root, texts);
        const jobs = texts.map((file) => ({ file, effort: effortOf(extname(file), bytes) }));
        const packed = packedIn(root);
        await finishFiles({ root, base: '/', imports: new Map() }, [...jobs, ...packed]);
        logger.info(`${jobs.length + packed.length} files in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

/** The files of the search alone. */
export async function compressPacked(root: string): Promise<void> {
  await finishFiles({ root, base: '/', imports: new Map() }, packedIn(root));
}

function packedIn(root: string): Job[] {
  return globSync(PACKED, { cwd: root }).map((file) => ({
    file,
    effort: isLarge() ? PACKED_EFFORT_MANY : PACKED_EFFORT,
  }));
}
