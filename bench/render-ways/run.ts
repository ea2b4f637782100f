// npm run bench:render -- [clauses = 600] [runs = 2]
// Generates the clauses, builds both sites cold, one after the other, and prints one Markdown table.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.ts';

const HERE = import.meta.dirname;
const WORK = join(HERE, '.work');
const WAYS = ['mdx-modules', 'own-nodes'] as const;
type Way = (typeof WAYS)[number];
interface Build { seconds: number; peakMiB: number; pages: number }

// The path of Astro's command, so that it runs on the Node that runs this file and not on the shell's.
const ASTRO = fileURLToPath(new URL('../bin/astro.mjs', import.meta.resolve('astro')));
const SAMPLE_EVERY_MS = 200;

/** Resident memory of a process and all its descendants, in MiB. `ps` works on Linux and macOS alike. */
function residentMiB(root: number): number {
  const rows = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).stdout
    .trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const family = new Set([root]);
  // A child may be listed before its parent: repeat until nobody joins.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const [pid, parent] of rows) if (family.has(parent)) family.add(pid);
  }
  return rows.reduce((sum, [pid, , kib]) => sum + (family.has(pid) ? kib / 1024 : 0), 0);
}

function pagesOf(way: Way): string[] {
  return globSync('**/index.html', { cwd: join(WORK, way, 'dist') }).sort();
}

async function build(way: Way, run: number): Promise<Build> {
  // Cold: neither output nor caches of an earlier build.
  rmSync(join(WORK, way), { recursive: true, force: true });
  rmSync(join(HERE, way, '.astro'), { recursive: true, force: true });
  mkdirSync(join(WORK, way), { recursive: true });
  const log = createWriteStream(join(WORK, `${way}-${run}.log`));
  const start = performance.now();
  const child = spawn(process.execPath, [ASTRO, 'build'], {
    cwd: join(HERE, way),
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log, { end: false });
  let peakMiB = 0;
  const timer = setInterval(() => { peakMiB = Math.max(peakMiB, residentMiB(child.pid!)); }, SAMPLE_EVERY_MS);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  // A build that fails is a result too, but not one to put in a table of times.
  if (code !== 0) throw new Error(`${way} failed with ${code} after ${seconds.toFixed(0)} s at ${peakMiB.toFixed(0)} MiB: see .work/${way}-${run}.log`);
  return { seconds, peakMiB, pages: pagesOf(way).length };
}

/** The main part with its anchors; only whitespace between tags is free to differ. */
function mainOf(way: Way, page: string): string {
  const html = readFileSync(join(WORK, way, 'dist', page), 'utf8');
  return /<main>.*<\/main>/s.exec(html)![0].replace(/>\s+/g, '>').replace(/\s+</g, '<');
}

const withoutTags = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, '');

/** How many pages agree: the two ways with each other, and their article with the source file. */
function agreement(): { pages: number; html: number; text: number; source: number } {
  const pages = pagesOf('mdx-modules');
  const result = { pages: pages.length, html: 0, text: 0, source: 0 };
  for (const page of pages) {
    const [a, b] = WAYS.map((way) => mainOf(way, page)) as [string, string];
    const file = join(WORK, 'content', page.replace(/\/index\.html$/, '.mdx'));
    const source = readFileSync(file, 'utf8').replace(/^---\n.*?\n---\n/s, '').replace(/^(#+|-) /gm, '').replace(/\s+/g, '');
    if (a === b) result.html++;
    if (withoutTags(a) === withoutTags(b)) result.text++;
    if ([a, b].every((html) => withoutTags(/<article>.*<\/article>/s.exec(html)![0]) === source)) result.source++;
  }
  return result;
}

const count = Number(process.argv[2] ?? 600);
const runs = Number(process.argv[3] ?? 2);
generate(join(WORK, 'content'), count);
// Times taken beside other work mean little (a load of 6 on 2 cores doubled them): say what else ran.
const load = () => `load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`;
const before = load();
console.log('| way | clauses | run | wall (s) | peak RSS (MiB) | pages | pages/s |\n|---|---|---|---|---|---|---|');
for (let run = 1; run <= runs; run++) {
  for (const way of WAYS) {
    const { seconds, peakMiB, pages } = await build(way, run);
    console.log(`| ${way} | ${count} | ${run} | ${seconds.toFixed(1)} | ${peakMiB.toFixed(0)} | ${pages} | ${(pages / seconds).toFixed(0)} |`);
  }
}
const same = agreement();
console.log(`\nOf ${same.pages} pages, identical: main HTML with anchors ${same.html}, text ${same.text}, article text and source ${same.source}.`);
console.log(`Node ${process.version}; ${before} before the first build, ${load()} after the last.`);
