/** What the first query costs, in bytes and milliseconds, and each later keystroke: for the site and for 6,000 clauses. */
import { rmSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { loadKnowledgeBase } from '../src/load/index.ts';
import { BROWSER_ARGS, browserPath } from '../tests/support/browser.ts';
import { enlarged } from '../tests/support/enlarged.ts';
import { siteWith } from '../tests/support/large-site.ts';
import { ask, openDialog } from './support/ask.ts';
import { ascending, quantile } from './support/quantile.ts';
import { serve } from './support/serve.ts';
import { watchSteal } from './support/steal.ts';

const FIRST = ['洁净车间', '1:0.5', '的', '三类医疗器械证能给多少钱', 'jjcj'];
const LATER = [
  '委',
  '委托',
  '委托生',
  '委托生产',
  '研发投入',
  '资金',
  '三类医疗器械',
  '临床 试验',
  '1000万',
  'fda',
  '同一企业年度最高支持',
];

/** What the first query may cost: bytes with everything that it loads, and time from the key to the answer. */
interface Cost {
  kB: number;
  ms: number;
}

/** One visit: somebody opens the search, in its dialog or on its own page with what narrows, and asks. */
async function visit(browser: Browser, url: string, where: 'dialog' | 'page', query: string): Promise<Cost> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await page.goto(url + (where === 'dialog' ? '/about/' : '/search/'), { waitUntil: 'networkidle' });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  if (where === 'dialog') await openDialog(page);
  else await page.locator('#q').focus();
  await page.locator('.answers').waitFor({ state: 'attached' });
  const ms = await ask(page, query);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
  await context.close();
  return { kB: bytes / 1000, ms };
}

/** Three visits each, and their median: on a busy machine a file of the page itself may come late, or an answer. */
async function measureFirst(browser: Browser, url: string, most: Cost): Promise<void> {
  for (const where of ['dialog', 'page'] as const) {
    for (const query of FIRST) {
      const visits: Cost[] = [];
      for (let round = 0; round < 3; round += 1) visits.push(await visit(browser, url, where, query));
      const middle = (part: keyof Cost): number => quantile(ascending(visits.map((one) => one[part])), 0.5);
      const [kB, ms] = [middle('kB'), middle('ms')];
      const over = kB > most.kB || ms > most.ms;
      if (over) process.exitCode = 1;
      console.log(
        `  first query ${query} (${where}): ${kB.toFixed(1)} kB with headers, from the opened search; results after ${ms.toFixed(0)} ms` +
          (over ? `: over the budget of ${most.kB} kB and ${most.ms} ms` : ''),
      );
    }
  }
}

async function measureLater(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${url}/search/`);
  await page.locator('#q').focus();
  await page.locator('.answers').waitFor({ state: 'attached' });
  for (const query of ['支持', ...LATER]) await ask(page, query);
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) for (const query of LATER) times.push(await ask(page, query));
  const at = (share: number): string => quantile(ascending(times), share).toFixed(1);
  console.log(`  later keystrokes: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, slowest ${at(1)} ms`);
  await page.close();
}

const stolen = watchSteal();
const kb = loadKnowledgeBase();
const browser = await chromium.launch({ executablePath: await browserPath(), args: BROWSER_ARGS });
console.log(`search, the site as built (${kb.nodes.length} nodes)`);
const built = await serve('dist', 4461);
await measureFirst(browser, built.url, { kB: 110, ms: 400 });
await measureLater(browser, built.url);
built.stop();
const folder = await siteWith(enlarged(kb, 6_000));
console.log('search, 6,000 clauses generated');
const large = await serve(folder, 4462);
await measureFirst(browser, large.url, { kB: 150, ms: 400 });
await measureLater(browser, large.url);
large.stop();
rmSync(folder, { recursive: true });
await browser.close();
console.log(`search: ${stolen() ?? ''}`);
process.exit();
