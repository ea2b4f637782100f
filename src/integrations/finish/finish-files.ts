import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Imports } from './script-imports.ts';

/** What a written page may be told of its site. */
export interface Site {
  /** folder that the site is built into */
  root: string;
  /** where the site stands on its host, with a slash at its end */
  base: string;
  imports: Imports;
}

/** A file to be compressed; a page is rewritten first. */
export interface Job {
  /** below the site */
  file: string;
  effort: number;
}

/** What each worker is given: all jobs, and a counter of those that somebody has taken. */
export interface Order {
  site: Site;
  jobs: readonly Job[];
  taken: Int32Array<SharedArrayBuffer>;
}

/**
 * Finishes files on all processors. Threads of our own and not those of asynchronous compression: for these the build's own thread would
 * open and close a stream a file, a third of the time that the file takes, and rewrite all pages by itself.
 */
export async function finishFiles(site: Site, jobs: readonly Job[]): Promise<void> {
  const order: Order = { site, jobs, taken: new Int32Array(new SharedArrayBuffer(4)) };
  await Promise.all(Array.from({ length: availableParallelism() }, () => finishSome(order)));
}

function finishSome(order: Order): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: order });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a finishing thread ended with ${code}`)),
    );
  });
}
