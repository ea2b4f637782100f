/**
 * What many policies cost: `npm run bench -- scale [COUNT…]` (10, 100 and 300 unless named) builds the site with so many invented
 * policies of 60 clauses beside the real ones, without cards, and prints a table in Markdown. Many minutes for 300:
 * not part of a plain `npm run bench`. Linux only, for it reads memory and processor time from /proc.
 */
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, browserPath } from '../tests/support/browser.ts';
import { contentWithMany } from '../tests/support/many-policies/content.ts';
import { askSite, type Asked } from './support/ask.ts';
import { serve } from './support/serve.ts';
import { watchSteal } from './support/steal.ts';
import { watch, type Watched } from './support/watched.ts';

const CLAUSES = 60;
/** Pages that do not show all policies, or show no more of each than its name. */
const PAGES = [
  '/',
  '/compare/',
  '/compare/device-research/',
  '/calculate/',
  '/minhang-2025/rules/6/',
  '/minhang-2025/',
];
const LISTS = ['/about/', '/departments/', '/data/', '/search/', '/404.html', '/sw.js'];
const QUERIES = {
  first: '洁净车间',
  later: ['委托生产', '研发投入', '三类医疗器械', '1000万', 'fda', '同一企业年度最高支持'],
};
/** What is asked of 100 policies on two processors, and of the cost of a clause against ten policies. */
const BUDGET = { at: 100, seconds: 75, bytes: 2.4 * 1024 ** 3, ratio: 1.2, queryBytes: 150_000, queryTime: 400 };

interface Measured {
  policies: number;
  clauses: number;
  build: Watched;
  check: Watched;
  pages: number;
  size: number;
  index: number;
  query: Asked;
  weights: Map<string, number>;
}

async function measure(policies: number): Promise<Measured> {
  const content = contentWithMany(policies);
  const site = mkdtempSync(join(tmpdir(), 'bench-scale-'));
  const env = { ...process.env, CONTENT_DIR: content, OG_CARDS: '0', NO_COLOR: '1' };
  const check = await watch('npm', ['run', '--silent', 'check'], env);
  const build = await watch('npm', ['run', '--silent', 'build', '--', '--outDir', site], env);
  const sizes = new Map(
    globSync('**', { cwd: site, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(site.length), statSync(path).size]),
  );
  const sum = (of: (path: string) => boolean): number =>
    [...sizes].filter(([path]) => of(path)).reduce((total, [, size]) => total + size, 0);
  const measured = {
    policies,
    clauses: policies * CLAUSES,
    build,
    check,
    pages: [...sizes.keys()].filter((path) => path.endsWith('.html')).length,
    size: sum(() => true),
    index: sum((path) => path.startsWith('/pagefind/') && !path.endsWith('.br')),
    query: await ask(site),
    weights: new Map([...PAGES, ...LISTS].map((page) => [page, weigh(site, page)])),
  };
  rmSync(content, { recursive: true });
  rmSync(site, { recursive: true });
  return measured;
}

async function ask(site: string): Promise<Asked> {
  const browser = await chromium.launch({ executablePath: await browserPath(), args: BROWSER_ARGS });
  const served = await serve(site, 4421);
  const asked = await askSite(browser, served.url, QUERIES.first, QUERIES.later);
  served.stop();
  await browser.close();
  return asked;
}

/** The page itself, gzipped; its styles stand in it. */
function weigh(site: string, page: string): number {
  const file = page.endsWith('/') ? `${page}index.html` : page;
  return gzipSync(readFileSync(join(site, file)), { level: 9 }).length;
}

function rowsOf(all: readonly Measured[]): [string, (one: Measured) => string][] {
  const [none, ten] = all;
  const number = (value: number, digits = 0): string =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const kB = (bytes: number): string => `${number(bytes / 1000, 1)} kB`;
  const MB = (bytes: number): string => `${number(bytes / 1_000_000, 1)} MB`;
  /** processor time of a further clause: what the build takes beyond the build without invented policies */
  const further = (one: Measured): number =>
    ((one.build.processor - (none?.build.processor ?? 0)) / Math.max(1, one.clauses)) * 1000;
  return [
    ['clauses', ({ clauses }) => number(clauses)],
    ['pages', ({ pages }) => number(pages)],
    ['build, wall', ({ build }) => `${number(build.wall, 1)} s`],
    ['build, processor', ({ build }) => `${number(build.processor, 1)} s`],
    ['processor that others took meanwhile', ({ build }) => `${number(build.others, 1)} s`],
    ['build, stopped by others', ({ build }) => `${number(build.stopped, 1)} s`],
    ['build, peak memory', ({ build }) => `${number(build.peak / 1024 ** 2)} MiB`],
    ['pages a second', ({ pages, build }) => number(pages / build.wall, 1)],
    ['a clause, wall', ({ build, clauses }) => (clauses === 0 ? '' : `${number((build.wall / clauses) * 1000, 1)} ms`)],
    ['a further clause, processor', (one) => (one.clauses === 0 ? '' : `${number(further(one), 1)} ms`)],
    ['against ten policies', (one) => (one.clauses === 0 || !ten ? '' : `${number(further(one) / further(ten), 2)}×`)],
    ['check, wall', ({ check }) => `${number(check.wall, 1)} s`],
    ['check, peak memory', ({ check }) => `${number(check.peak / 1024 ** 2)} MiB`],
    ['site, with .br and .gz', ({ size }) => MB(size)],
    ['search index', ({ index }) => MB(index)],
    ['first query', ({ query }) => `${kB(query.bytes)}, ${number(query.cold)} ms`],
    ['later query', ({ query }) => `${number(query.warm, 1)} ms`],
    ...[...PAGES, ...LISTS].map((page): [string, (one: Measured) => string] => [
      `\`${page}\`, gzipped`,
      ({ weights }) => kB(weights.get(page) ?? 0),
    ]),
  ];
}

/** Misses of the budget, in words. */
function missesOf(all: readonly Measured[]): string[] {
  const miss = (what: string, value: number, most: number): string[] =>
    value <= most ? [] : [`${what}: ${value.toFixed(1)}, allowed are ${most}`];
  const asked = all.find(({ policies }) => policies === BUDGET.at);
  const ten = all.find(({ policies }) => policies === 10);
  const cost = ({ build, clauses }: Measured): number => build.wall / clauses;
  return [
    ...(asked ? miss('build, seconds', asked.build.wall, BUDGET.seconds) : []),
    ...(asked ? miss('build, bytes of memory', asked.build.peak, BUDGET.bytes) : []),
    ...(asked ? miss('first query, bytes', asked.query.bytes, BUDGET.queryBytes) : []),
    ...(asked ? miss('first query, ms', asked.query.cold, BUDGET.queryTime) : []),
    ...all.flatMap((one) =>
      ten && one.policies > 10
        ? miss(`${one.policies} policies, cost of a clause`, cost(one) / cost(ten), BUDGET.ratio)
        : [],
    ),
  ];
}

const counts = process.argv.slice(2).map(Number);
const all: Measured[] = [];
const stolen = watchSteal();
// without invented policies first: what a build costs before the first clause
for (const count of [0, ...(counts.length > 0 ? counts : [10, 100, 300])]) {
  all.push(await measure(count));
  console.error(`${count} policies: built in ${all.at(-1)?.build.wall.toFixed(1)} s`);
}
console.log(
  `| invented policies | ${all.map(({ policies }) => policies).join(' | ')} |\n|---|${'---|'.repeat(all.length)}`,
);
for (const [name, read] of rowsOf(all)) console.log(`| ${name} | ${all.map(read).join(' | ')} |`);
console.log(`\n${availableParallelism()} processors; ${stolen() ?? 'what others took is not known'}`);
for (const words of missesOf(all)) {
  console.error(`over the budget: ${words}`);
  process.exitCode = 1;
}
