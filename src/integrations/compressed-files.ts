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
/** Of thousands of such files the greatest effort takes a tenth of the build's processor time (10 ms a file) for a sixth fewer bytes. */
const PACKED_EFFORT_MANY = 8;
const PACKED = 'pagefind/**/*.{bin,pf_index,pf_meta}';

/**
 * Writes `.br` and `.gz` beside every file that a server may send compressed: no server spends time on it, and all send the smallest.
 * @param finished those that have them already
 * @returns the integration that begins with all that stands, and the one that waits for it and does what has come meanwhile
 */
export function compressedFiles(finished: ReadonlyMap<string, unknown>): {
  begun: AstroIntegration;
  done: AstroIntegration;
} {
  const taken = new Set<string>();
  let count = 0;
  let work: Promise<unknown> = Promise.resolve(null);
  const compressNew = (root: string): Promise<void> => {
    const jobs = [...textsIn(root), ...packedIn(root)].filter(
      ({ file }) => !finished.has(posix(file)) && !taken.has(file),
    );
    for (const { file } of jobs) taken.add(file);
    count += jobs.length;
    return finishFiles({ root, base: '/', imports: new Map() }, jobs);
  };
  const begun: AstroIntegration = {
    name: 'compressed-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        // a failure is told to the one who waits, not to nobody
        work = compressNew(fileURLToPath(dir)).then(
          () => null,
          (error: unknown) => error,
        );
      },
    },
  };
  const done: AstroIntegration = {
    name: 'compressed-files-done',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const error = await work;
        if (error !== null) throw error;
        await compressNew(fileURLToPath(dir));
        logger.info(`${count} files`);
      },
    },
  };
  return { begun, done };
}

/** The files of the search alone. */
export async function compressPacked(root: string): Promise<void> {
  await finishFiles({ root, base: '/', imports: new Map() }, packedIn(root));
}

function textsIn(root: string): Job[] {
  const texts = globSync(TEXTS, { cwd: root });
  const bytes = isLarge() ? Infinity : bytesOf(root, texts);
  return texts.map((file) => ({ file, effort: effortOf(extname(file), bytes) }));
}

/** As the build names what it has finished. */
function posix(file: string): string {
  return file.replaceAll('\\', '/');
}

function packedIn(root: string): Job[] {
  return globSync(PACKED, { cwd: root }).map((file) => ({
    file,
    effort: isLarge() ? PACKED_EFFORT_MANY : PACKED_EFFORT,
  }));
}
