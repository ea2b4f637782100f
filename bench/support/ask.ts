import type { Browser, Page } from '@playwright/test';

/** What a query takes when nothing of the search is there yet, and when all is. */
export interface Asked {
  /** bytes over the line from the opened dialog to the answer, with headers */
  bytes: number;
  cold: number;
  warm: number;
}

/** Asks in the search dialog of a served site, with an empty cache, then again with other words. */
export async function askSite(browser: Browser, url: string, first: string, later: readonly string[]): Promise<Asked> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await page.goto(`${url}/offline/`, { waitUntil: 'networkidle' });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await openDialog(page);
  const cold = await ask(page, first);
  await page.waitForLoadState('networkidle');
  const transferred = bytes;
  const times: number[] = [];
  for (const query of [...later, ...later]) times.push(await ask(page, query));
  await context.close();
  return { bytes: transferred, cold, warm: times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0 };
}

/** Pressed again where a busy machine lost the key. */
export async function openDialog(page: Page): Promise<void> {
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

/** Time from a change of the box to the results drawn, in the page's own clock. */
export function ask(page: Page, query: string): Promise<number> {
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
