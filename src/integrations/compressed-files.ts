import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const gunzipped = promisify(gunzip);

const TEXTS = '**/*.{html,css,js,json,svg,xml,txt,csv,webmanifest}';
/** Stored gzipped and inflated in the browser (src/search/open.ts): beside them only the inflated bytes in brotli. */
const PACKED = 'pagefind/**/*.{bin,pf_index,pf_meta}';
const KEPT = join('node_modules', '.cache', 'compressed');
/** What fits in fewer bytes than a packet and its headers gains nothing. */
const LEAST = 256;

/**
 * The greatest effort takes 11 s of processor over the whole site, the next 3.6 s for 2 % more bytes, the one below 0.7 s for
 * 8 % (measured). So: the first for what every visit fetches and seldom changes, the second for pages, the third for data.
 */
const EFFORT: Readonly<Record<string, number>> = { '.js': 11, '.css': 11, '.svg': 11, '.html': 10 };
const EFFORT_ELSE = 9;

/** Writes `.br` and `.gz` beside every file that a server may send compressed: no server spends time on it, and all send the smallest. */
export function compressedFiles(): AstroIntegration {
  return {
    name: 'compressed-files',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const root = fileURLToPath(dir);
        await mkdir(KEPT, { recursive: true });
        const texts = globSync(TEXTS, { cwd: root });
        const [packed] = await Promise.all([compressPacked(root), ...texts.map((file) => compress(join(root, file)))]);
        logger.info(`${texts.length + packed} files in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

/** The files of the search. @returns how many they are */
export async function compressPacked(root: string): Promise<number> {
  await mkdir(KEPT, { recursive: true });
  const packed = globSync(PACKED, { cwd: root });
  await Promise.all(packed.map((file) => repack(join(root, file))));
  return packed.length;
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < LEAST) return;
  const [small, zipped] = await Promise.all([
    brotliOf(bytes, EFFORT[extname(file)] ?? EFFORT_ELSE),
    gzipped(bytes, { level: 9 }),
  ]);
  // a compressed file that is no smaller would only be slower
  if (small.length < bytes.length) await writeFile(`${file}.br`, small);
  if (zipped.length < bytes.length) await writeFile(`${file}.gz`, zipped);
}

async function repack(file: string): Promise<void> {
  const stored = await readFile(file);
  const small = await brotliOf(await gunzipped(stored), 11);
  if (small.length < stored.length) await writeFile(`${file}.br`, small);
}

/** Kept by content: a build that changes one page compresses one page. */
async function brotliOf(bytes: Buffer, effort: number): Promise<Buffer> {
  const name = createHash('sha256').update(bytes).digest('hex');
  const kept = join(KEPT, `${name}.${effort}.br`);
  const found = await readFile(kept).catch(() => null);
  if (found) return found;
  const made = await brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
  await writeFile(kept, made);
  return made;
}
