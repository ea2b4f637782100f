/**
 * Lighthouse on a phone (its own simulated throttling), median of five, for each kind of page.
 * `node bench/pages.ts [path…]`
 */
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { BROWSER_ARGS, browserPath } from '../tests/support/browser.ts';
import { ascending, quantile } from './support/quantile.ts';
import { serve } from './support/serve.ts';
import { watchSteal } from './support/steal.ts';

const RUNS = 5;
const DEBUGGING_PORT = 4469;
const PATHS = ['/', '/minhang-2025/rules/6/', '/compare/device-research/', '/search/', '/calculate/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** by audit: name, unit, digits */
const AUDITS = {
  'first-contentful-paint': ['FCP', 'ms'],
  'largest-contentful-paint': ['LCP', 'ms'],
  interactive: ['TTI', 'ms'],
  'total-blocking-time': ['TBT', 'ms'],
  'cumulative-layout-shift': ['CLS', ''],
} as const satisfies Record<string, readonly [string, string]>;

const stolen = watchSteal();
const paths = process.argv.length > 2 ? process.argv.slice(2) : PATHS;
const site = await serve('dist', 4466);
const browser = await chromium.launch({
  executablePath: await browserPath(),
  args: [...BROWSER_ARGS, `--remote-debugging-port=${DEBUGGING_PORT}`],
});
try {
  for (const path of paths) console.log(await measure(path));
  console.log(stolen() ?? '');
} finally {
  await browser.close();
  site.stop();
}

async function measure(path: string): Promise<string> {
  const figures = new Map<string, number[]>();
  const add = (name: string, value: number): void => void figures.set(name, [...(figures.get(name) ?? []), value]);
  for (let run = 0; run < RUNS; run += 1) {
    const result = await lighthouse(site.url + path, { port: DEBUGGING_PORT, onlyCategories: [...CATEGORIES] });
    if (!result) throw new Error(`Lighthouse says nothing about ${path}`);
    for (const name of CATEGORIES) add(name, (result.lhr.categories[name]?.score ?? 0) * 100);
    for (const name of Object.keys(AUDITS)) add(name, result.lhr.audits[name]?.numericValue ?? 0);
    add('machine', result.lhr.environment.benchmarkIndex);
  }
  const median = (name: string): number => quantile(ascending(figures.get(name) ?? []), 0.5);
  const scores = CATEGORIES.map((name) => `${name} ${median(name).toFixed(0)}`);
  const audits = Object.entries(AUDITS).map(
    ([name, [short, unit]]) => `${short} ${median(name).toFixed(unit === '' ? 3 : 0)}${unit && ` ${unit}`}`,
  );
  // the same machine makes 600 in one hour and 1,900 in another; blocking times can be compared only beside it
  const machine = `machine ${median('machine').toFixed(0)}`;
  return `${path}: ${[...scores, ...audits, machine].join(', ')} (median of ${RUNS})`;
}
