/** A thread that finishes files until none is left. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { compress, repack } from './compression.ts';
import type { Order } from './finish-files.ts';
import { finishPage } from './finish-page.ts';

/** Stored gzipped and inflated in the browser (src/search/open.ts). */
const PACKED = /^pagefind[\\/].*\.(?:bin|pf_index|pf_meta)$/;
const { site, jobs, taken } = workerData as Order;

for (let job = next(); job; job = next()) {
  const path = join(site.root, job.file);
  const bytes = readFileSync(path);
  if (PACKED.test(job.file)) repack(path, bytes, job.effort);
  else compress(path, job.file.endsWith('.html') ? writeFinished(path, bytes, job.file) : bytes, job.effort);
}

function next(): Order['jobs'][number] | undefined {
  return jobs[Atomics.add(taken, 0, 1)];
}

function writeFinished(path: string, bytes: Buffer, file: string): Buffer {
  const finished = finishPage(bytes, file, site);
  if (finished !== bytes) writeFileSync(path, finished);
  return finished;
}
