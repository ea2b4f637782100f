/** A thread that finishes files until none is left. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { withPolicy } from '../security-policy.ts';
import { compress, repack } from './compression.ts';
import type { Order } from './finish-files.ts';
import { islandFiles } from './island-files.ts';
import { holdScripts } from './held-scripts.ts';

/** Stored gzipped and inflated in the browser (src/search/open.ts). */
const PACKED = /^pagefind[\\/].*\.(?:bin|pf_index|pf_meta)$/;
const { site, jobs, taken } = workerData as Order;

for (let job = next(); job; job = next()) {
  const path = join(site.root, job.file);
  const bytes = readFileSync(path);
  if (PACKED.test(job.file)) repack(path, bytes, job.effort);
  else compress(path, job.file.endsWith('.html') ? finishPage(path, bytes, job.file) : bytes, job.effort);
}

function next(): Order['jobs'][number] | undefined {
  return jobs[Atomics.add(taken, 0, 1)];
}

/** What is inline is hashed after all else has been done to the page. */
function finishPage(path: string, bytes: Buffer, file: string): Buffer {
  const html = bytes.toString();
  const finished = withPolicy(holdScripts(islandFiles(html, site, file), site), file);
  if (finished === html) return bytes;
  const written = Buffer.from(finished);
  writeFileSync(path, written);
  return written;
}
