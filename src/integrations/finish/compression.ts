import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';

const KEPT = join('node_modules', '.cache', 'compressed');
/** What fits in fewer bytes than a packet and its headers gains nothing. */
const LEAST = 256;

/**
 * The greatest effort takes 11 s of processor over the whole site, the next 3.6 s for 2 % more bytes, the one below 0.7 s for
 * 8 % (measured). So: the first for what every visit fetches and seldom changes, the second for pages, the third for data.
 */
const EFFORT: Readonly<Record<string, number>> = { '.js': 11, '.css': 11, '.svg': 11, '.html': 10 };
const EFFORT_ELSE = 9;
/**
 * Of a large site only scripts and styles, which do not grow with it, are worth more than 5: a page takes 1.8 ms instead of 34 for 7 %
 * more bytes (measured on 100 pages of 42 kB; 8 takes 2.3 ms and saves 2 % of them). At 10 compressing would take longer than all the rest.
 */
const EFFORT_MANY: Readonly<Record<string, number>> = { '.js': 11, '.css': 11 };
const EFFORT_MANY_ELSE = 5;
/**
 * Of a file that fits into it brotli's window need be no greater: at the efforts of a large site its tables are then of half a megabyte
 * instead of sixteen, which cost as much to clear for every page as the compression itself. The files are no greater.
 */
const WINDOW = 2 ** 16 - 16;
/** bytes of files that are worth the greater effort: some 10 s of two processors */
const MANY = 24_000_000;

/** @param ending ".html" @param bytes of all files that are compressed together */
export function effortOf(ending: string, bytes: number): number {
  return bytes > MANY ? (EFFORT_MANY[ending] ?? EFFORT_MANY_ELSE) : (EFFORT[ending] ?? EFFORT_ELSE);
}

export function bytesOf(root: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
}

/**
 * Writes `.br` and `.gz` beside a file. Pages and data of a large site have no `.gz`: whoever takes no brotli is served by the host's own
 * gzip (docs/deploy/nginx.conf), and a third of the files and a tenth of the build's time are saved.
 * @param bytes what stands in it
 */
export function compress(file: string, bytes: Buffer, effort: number): void {
  if (bytes.length < LEAST) return;
  const made = {
    br: brotliFor(bytes, effort),
    ...(effort > EFFORT_MANY_ELSE ? { gz: gzipSync(bytes, { level: 9 }) } : {}),
  };
  // a compressed file that is no smaller would only be slower
  for (const [ending, small] of Object.entries(made))
    if (small.length < bytes.length) writeFileSync(`${file}.${ending}`, small);
}

/** Beside a file that is stored gzipped, its inflated bytes in brotli. */
export function repack(file: string, stored: Buffer, effort: number): void {
  const small = brotliOf(gunzipSync(stored), effort);
  if (small.length < stored.length) writeFileSync(`${file}.br`, small);
}

/** What a connection carries before the first answer comes back: ten packets of 1,460 bytes, less the headers. */
const FLIGHT = 13_950;
/** how much the greatest effort may save */
const SAVED = 1.04;

/** A page that is just too large for one flight is worth the greatest effort: a phone waits a round trip less (150 ms). */
function brotliFor(bytes: Buffer, effort: number): Buffer {
  const made = brotliOf(bytes, effort);
  const worth = effort >= WORTH_KEEPING && made.length > FLIGHT && made.length < FLIGHT * SAVED;
  return worth ? brotliOf(bytes, 11) : made;
}

/** From here on it takes longer to compress than to look up what was kept. */
const WORTH_KEEPING = 9;

/** Kept by content where it took long: a build that changes one page compresses one page. */
export function brotliOf(bytes: Buffer, effort: number): Buffer {
  if (effort < WORTH_KEEPING) return brotliNow(bytes, effort);
  const name = createHash('sha256').update(bytes).digest('hex');
  const kept = join(KEPT, `${name}.${effort}.br`);
  if (existsSync(kept)) return readFileSync(kept);
  const made = brotliNow(bytes, effort);
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(kept, made);
  return made;
}

function brotliNow(bytes: Buffer, effort: number): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      ...(effort < WORTH_KEEPING && bytes.length < WINDOW ? { [constants.BROTLI_PARAM_LGWIN]: 16 } : {}),
    },
  });
}
