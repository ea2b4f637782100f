import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../support/test.ts';
import { weighPage } from '../support/weigh.ts';

/** Gzipped bytes that a page may weigh with its styles and scripts, before anything is used. */
const BUDGETS = [
  { kind: 'clause', url: '/minhang-2025/rules/6/', bytes: 20_000, requests: 4 },
  { kind: 'clause', url: '/minhang-2025/rules/5/', bytes: 20_000, requests: 4 },
  { kind: 'clause', url: '/songjiang-2025/measures/1/', bytes: 20_000, requests: 4 },
  { kind: 'clause', url: '/minhang-2025/opinions/9/', bytes: 20_000, requests: 4 },
  { kind: 'part', url: '/minhang-2025/rules/', bytes: 22_000, requests: 4 },
  { kind: 'topic', url: '/compare/device-research/', bytes: 40_000, requests: 8 },
] as const;

/** 6 kB of script before a visitor does anything. */
const READING_SCRIPT = 6_000;

const zipped = (content: Buffer | string) => gzipSync(content).length;

function localFiles(html: string): string[] {
  return [
    ...html.matchAll(
      /<(?:link[^>]*rel="stylesheet"[^>]*href|script[^>]*src|link[^>]*rel="modulepreload"[^>]*href)="([^"]+)"|\bimport\("([^"]+)"\)/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');
}

/** Scripts with everything that they import at once. */
function withImports(files: readonly string[], seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file) || !existsSync(`dist${file}`)) continue;
    seen.add(file);
    if (!file.endsWith('.js')) continue;
    const code = readFileSync(`dist${file}`, 'utf8');
    const imports = [...code.matchAll(/(?:from|import)\s*"(\.\/[^"]+)"/g)].map(
      (match) => file.replace(/[^/]+$/, '') + (match[1] ?? '').slice(2),
    );
    withImports(imports, seen);
  }
  return seen;
}

for (const { kind, url, bytes, requests } of BUDGETS) {
  test(`${kind} ${url} weighs at most ${bytes} bytes in ${requests} requests`, async ({ browser, baseURL }) => {
    const html = readFileSync(`dist${url}index.html`, 'utf8');
    const files = [...withImports(localFiles(html))];
    const inline = [...html.matchAll(/<script(?![^>]*(?:src=|ld\+json))[^>]*>([\s\S]*?)<\/script>/g)]
      .map((match) => match[1] ?? '')
      .join('');
    const script = files
      .filter((file) => file.endsWith('.js'))
      .reduce((sum, file) => sum + zipped(readFileSync(`dist${file}`)), zipped(inline));
    const total = files.reduce((sum, file) => sum + zipped(readFileSync(`dist${file}`)), zipped(html));
    expect.soft(script).toBeLessThanOrEqual(READING_SCRIPT);
    expect.soft(total).toBeLessThanOrEqual(bytes);
    expect((await weighPage(browser, `${baseURL}${url}`)).requests).toBeLessThanOrEqual(requests);
  });
}
