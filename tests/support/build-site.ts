import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import sirv from 'sirv';
import { headersFor, parseHeaders } from '../../src/cli/host-headers.ts';

const LOCK = join('node_modules', '.cache', 'build-site.lock');
/** No build of a test takes so long: whoever held the lock is gone. */
const STALE = 300_000;

/**
 * Builds the site into a folder of its own, with other surroundings than the one that was built before the tests.
 * Two builds at once would write into the same folders of the project, so tests take turns.
 */
export async function buildSite(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  // where the tests find the site is not where it stands: Astro would take it for that
  const { BASE_URL: _, ...own } = process.env;
  await takeTurn();
  try {
    await promisify(execFile)('npm', ['run', '--silent', 'build', '--', '--outDir', folder], {
      env: { ...own, ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

async function takeTurn(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(LOCK);
      return;
    } catch {
      const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
      if (since !== undefined && Date.now() - since > STALE) rmSync(LOCK, { recursive: true, force: true });
      await sleep(250);
    }
  }
}

/** Serves a folder on a free port, with the headers that hosts read there: without them a browser keeps pages by its own rules. */
export function serveFolder(folder: string): Promise<{ server: Server; url: string }> {
  const files = sirv(folder);
  const rules = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    for (const [name, value] of headersFor(rules, pathname)) response.setHeader(name, value);
    files(request, response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });
}
