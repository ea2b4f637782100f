/** Pages must not grow with the policies that they do not show: sites with 3, 10 and 100, built and weighed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { contentWithThird, removeContent } from '../tests/support/third-district.ts';

const COUNTS = [3, 10, 100];
const PAGES = ['/', '/compare/', '/compare/device-research/', '/calculate/', '/minhang-2025/rules/6/'];
/** The number itself is written on pages, and a book that is not whole says so. */
const GROWTH = 150;

/** A site's pages with everything that their HTML names at once, gzipped. */
function weigh(count: number): Map<string, number> {
  const content = contentWithThird(count - 2);
  const folder = mkdtempSync(join(tmpdir(), 'bench-policies-'));
  const started = performance.now();
  execFileSync('npm', ['run', '--silent', 'build', '--', '--outDir', folder], {
    env: { ...process.env, CONTENT_DIR: content, OG_CARDS: '0' },
    stdio: 'pipe',
    maxBuffer: 256 * 1024 * 1024,
  });
  console.log(`${count} policies: built in ${Math.round((performance.now() - started) / 1000)} s`);
  const sizes = new Map(PAGES.map((page) => [page, sizeOf(folder, page)]));
  removeContent(content);
  rmSync(folder, { recursive: true });
  return sizes;
}

function sizeOf(folder: string, page: string): number {
  const html = readFileSync(join(folder, page, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:href|src|data-props)="(\/_astro\/[^"]+)"/g)].map((match) => match[1] ?? '');
  const all = [...new Set(files)].filter((file) => existsSync(join(folder, file)));
  return [html, ...all.map((file) => readFileSync(join(folder, file)))].reduce(
    (sum, file) => sum + gzipSync(file, { level: 9 }).length,
    0,
  );
}

const [first, ...more] = COUNTS.map((count) => ({ count, sizes: weigh(count) }));
for (const page of PAGES) {
  const base = first?.sizes.get(page) ?? 0;
  const words = more.map(({ count, sizes }) => `${count}: ${sizes.get(page)} B`).join(', ');
  console.log(`${page.padEnd(28)} ${first?.count}: ${base} B, ${words}`);
  if (more.some(({ sizes }) => (sizes.get(page) ?? 0) > base + GROWTH)) process.exitCode = 1;
}
