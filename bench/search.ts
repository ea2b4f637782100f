/** What the first query costs, in bytes and milliseconds, and each later keystroke: for the site and for 6,000 clauses. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { buildSearchFiles } from '../src/integrations/search-files.ts';
import { loadKnowledgeBase } from '../src/load/index.ts';
import type { Block, Piece, PolicyNode } from '../src/model/node.ts';
import type { KnowledgeBase } from '../src/model/knowledge-base.ts';
import { BROWSER_ARGS, browserPath } from '../tests/support/browser.ts';
import { seeded } from '../tests/support/search-draws.ts';
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

/** The knowledge base with generated clauses: sentences of the real ones with a sum and a name of their own. */
function enlarged(kb: KnowledgeBase, size: number): KnowledgeBase {
  const random = seeded(6_000);
  const paragraphs = kb.nodes
    .filter(({ kind }) => kind === 'clause')
    .flatMap(({ anchors }) => anchors.map(({ text }) => text));
  const pick = (): string => paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
  const piece = (text: string): Piece => ({ text, marks: [] });
  const model = kb.nodes.find(({ node }) => node === '6');
  if (!model) throw new Error('no clause to model the others on');
  const nodes = Array.from({ length: size - kb.nodes.length }, (_, at): PolicyNode => {
    const blocks: Block[] = [
      { type: 'heading', anchor: 'h', lines: [piece(`${at}. ${pick().slice(0, 18)}`)] },
      ...[1, 2].map((number): Block => ({
        type: 'paragraph',
        anchor: `p${number}`,
        piece: piece(pick().replace(/\d+ 万元/g, `${Math.floor(random() * 5000)} 万元`)),
      })),
    ];
    const text = blocks
      .map((block) =>
        block.type === 'heading' ? block.lines[0]?.text : block.type === 'paragraph' ? block.piece.text : '',
      )
      .join('\n');
    const node = `g${at}`;
    const id = `${model.policy}/${model.part}/${node}`;
    return {
      ...model,
      id,
      node,
      title: node,
      label: node,
      url: `/${id}/`,
      blocks,
      text,
      implements: [],
      implementedBy: [],
      awards: [],
      restates: [],
    };
  });
  return { ...kb, nodes: [...kb.nodes, ...nodes] };
}

/** A copy of the built site with another index. */
async function siteWith(kb: KnowledgeBase): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'search-bench-'));
  cpSync('dist', folder, { recursive: true });
  rmSync(join(folder, 'pagefind'), { recursive: true });
  for (const [path, bytes] of await buildSearchFiles(kb, { squeeze: false })) {
    mkdirSync(dirname(join(folder, 'pagefind', path)), { recursive: true });
    writeFileSync(join(folder, 'pagefind', path), bytes);
  }
  return folder;
}

/** Time from a change of the box to the results drawn, in the page's own clock. */
function ask(page: Page, query: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const box = document.querySelector<HTMLInputElement>('dialog input[type="search"], [data-search-page] input');
    const answers = document.querySelector<HTMLElement>('.answers');
    if (!box || !answers) throw new Error('no search box');
    const start = performance.now();
    const drawn = new Promise<void>((resolve) => {
      const watch = new MutationObserver(() => {
        if (answers.dataset['answered'] !== typed) return;
        watch.disconnect();
        resolve();
      });
      watch.observe(answers, { attributes: true });
    });
    box.value = typed;
    box.dispatchEvent(new InputEvent('input'));
    await drawn;
    return performance.now() - start;
  }, query);
}

/** Pressed again where a busy machine lost the key. */
async function openDialog(page: Page): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    await page.bringToFront();
    await page.keyboard.press('/');
    const open = await page.waitForSelector('dialog[open] input', { timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (open) return;
  }
  throw new Error('the dialog does not open');
}

async function measure(browser: Browser, url: string): Promise<void> {
  for (const query of FIRST) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await page.goto(`${url}/about/`, { waitUntil: 'networkidle' });
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await openDialog(page);
    const time = await ask(page, query);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    console.log(
      `  first query ${query}: ${(bytes / 1000).toFixed(1)} kB with headers, from the opened dialog; results after ${time.toFixed(0)} ms`,
    );
    await context.close();
  }
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
await measure(browser, built.url);
built.stop();
const folder = await siteWith(enlarged(kb, 6_000));
console.log('search, 6,000 clauses generated');
const large = await serve(folder, 4462);
await measure(browser, large.url);
large.stop();
rmSync(folder, { recursive: true });
await browser.close();
console.log(`search: ${stolen() ?? ''}`);
process.exit(0);
