/**
 * Lighthouse on a phone (its own simulated throttling), median of five, for each kind of page.
 * `node bench/pages.ts [path…]`
 */
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import lighthouse, { type RunnerResult } from 'lighthouse';
import { Audit } from 'lighthouse/core/audits/audit.js';
import { TotalBlockingTime } from 'lighthouse/core/computed/metrics/total-blocking-time.js';
import { BROWSER_ARGS, browserPath } from '../tests/support/browser.ts';
import { ascending, quantile } from './support/quantile.ts';
import { serve } from './support/serve.ts';
import { watchSteal } from './support/steal.ts';

const RUNS = 5;
const DEBUGGING_PORT = 4469;
const PATHS = ['/', '/minhang-2025/rules/6/', '/compare/device-research/', '/search/', '/calculate/'];
/** Nothing but a heading and a line, in the site's fonts: what the browser and the machine take by themselves. */
const EMPTY = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>空</title><meta name="description" content="空"><link rel="icon" href="data:,">
<body style="font-family:'Noto Sans CJK SC',sans-serif"><main><h1 style="font-family:'Noto Serif CJK SC',serif">空页</h1><p>只有这一行。</p></main>`;
const EMPTY_PORT = 4467;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** by audit: name, unit, digits */
const AUDITS = {
  'first-contentful-paint': ['FCP', 'ms'],
  'largest-contentful-paint': ['LCP', 'ms'],
  interactive: ['TTI', 'ms'],
  'total-blocking-time': ['TBT', 'ms'],
  'cumulative-layout-shift': ['CLS', ''],
} as const satisfies Record<string, readonly [string, string]>;

/**
 * Lighthouse multiplies all work by four, which makes a phone of a strong desk computer: index 1,500 to 2,000, says its docs/throttling.md, which
 * asks for a smaller factor on a weaker machine. With this one the phone that is meant stays the same: 1,750 ÷ 4.
 */
const PHONE_INDEX = 1_750 / 4;

const stolen = watchSteal();
const paths = process.argv.length > 2 ? process.argv.slice(2) : PATHS;
const site = await serve('dist', 4466);
const empty = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end(EMPTY)).listen(
  EMPTY_PORT,
  '127.0.0.1',
);
const browser = await chromium.launch({
  executablePath: await browserPath(),
  args: [...BROWSER_ARGS, `--remote-debugging-port=${DEBUGGING_PORT}`],
});
try {
  console.log(`an empty page: ${await measure(`http://127.0.0.1:${EMPTY_PORT}/`)}`);
  for (const path of paths) console.log(`${path}: ${await measure(site.url + path)}`);
  console.log(stolen() ?? '');
} finally {
  await browser.close();
  site.stop();
  empty.close();
}

async function measure(url: string): Promise<string> {
  const figures = new Map<string, number[]>();
  const add = (name: string, value: number): void => void figures.set(name, [...(figures.get(name) ?? []), value]);
  for (let run = 0; run < RUNS; run += 1) {
    const result = await look(url);
    for (const name of CATEGORIES) add(name, (result.lhr.categories[name]?.score ?? 0) * 100);
    for (const name of Object.keys(AUDITS)) add(name, result.lhr.audits[name]?.numericValue ?? 0);
    add('machine', result.lhr.environment.benchmarkIndex);
    const blocked = await calibratedBlockingTime(result);
    add('calibrated', blocked);
    add('calibrated score', calibratedScore(result, blocked));
  }
  const median = (name: string): number => quantile(ascending(figures.get(name) ?? []), 0.5);
  const scores = CATEGORIES.map((name) => `${name} ${median(name).toFixed(0)}`);
  const audits = Object.entries(AUDITS).map(
    ([name, [short, unit]]) => `${short} ${median(name).toFixed(unit === '' ? 3 : 0)}${unit && ` ${unit}`}`,
  );
  // the same machine makes 600 in one hour and 1,900 in another: blocking times mean something only beside this and the empty page's
  const machine = `machine ${median('machine').toFixed(0)}`;
  const calibrated = `on a phone of index ${PHONE_INDEX.toFixed(0)} TBT ${median('calibrated').toFixed(0)} ms and performance ${median('calibrated score').toFixed(0)}`;
  return `${[...scores, ...audits, machine, calibrated].join(', ')} (median of ${RUNS})`;
}

/** One run. A trace that was not recorded whole, which happens, is no result: it is run again, twice at most. */
async function look(url: string, again = 2): Promise<RunnerResult> {
  try {
    const result = await lighthouse(url, { port: DEBUGGING_PORT, onlyCategories: [...CATEGORIES] });
    if (!result) throw new Error(`Lighthouse says nothing about ${url}`);
    return result;
  } catch (error) {
    if (again === 0) throw error;
    console.log(`${url}: run again (${error instanceof Error ? error.message : String(error)})`);
    return look(url, again - 1);
  }
}

/** ms, by the same run: what is blocked on the phone that Lighthouse means, whatever this machine is */
async function calibratedBlockingTime({ artifacts, lhr }: RunnerResult): Promise<number> {
  const settings = structuredClone(artifacts.settings);
  settings.throttling.cpuSlowdownMultiplier = Math.min(4, Math.max(1, lhr.environment.benchmarkIndex / PHONE_INDEX));
  const { Trace: trace, DevtoolsLog: devtoolsLog, GatherContext: gatherContext, URL, SourceMaps, HostDPR } = artifacts;
  const { timing } = await TotalBlockingTime.request(
    { trace, devtoolsLog, gatherContext, settings, URL, SourceMaps, HostDPR, simulator: null },
    { computedCache: new Map() },
  );
  return timing;
}

/** 0 to 100: the performance score with that blocking time in the place of the measured one; all else as measured, which can only be too slow */
function calibratedScore({ lhr }: RunnerResult, blocked: number): number {
  const { categories, audits } = lhr;
  const weight = categories['performance']?.auditRefs.find(({ id }) => id === 'total-blocking-time')?.weight ?? 0;
  const { score, scoringOptions } = audits['total-blocking-time'] ?? {};
  if (!scoringOptions) throw new Error('Lighthouse does not say how it scores blocking time');
  const better = Audit.computeLogNormalScore(scoringOptions, blocked) - (score ?? 0);
  return (categories['performance']?.score ?? 0) * 100 + weight * better;
}
