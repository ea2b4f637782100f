import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';

export * from '@playwright/test';

/**
 * A page's scripts and what is far below come after its first paint: whoever opens a page here goes on once both are there. A test
 * of the moments before takes Playwright's own `test`.
 */
export const test = base.extend<object, { patient: undefined }>({
  patient: [
    async ({ browser }: { browser: Browser }, use: (value: undefined) => Promise<void>) => {
      const open = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const context = await open(options);
        beginPatient(context);
        return context;
      };
      await use(undefined);
      browser.newContext = open;
    },
    { scope: 'worker', auto: true },
  ],
});

function beginPatient(context: BrowserContext): void {
  context.on('page', (page) => {
    for (const way of ['goto', 'reload', 'goBack', 'goForward'] as const) {
      const go = page[way].bind(page) as (...args: unknown[]) => Promise<unknown>;
      const goAndWait = async (...args: unknown[]): Promise<unknown> => {
        const answer = await go(...args);
        await settled(page);
        return answer;
      };
      Object.assign(page, { [way]: goAndWait });
    }
  });
}

/** Waits until the page's own scripts have run, and lays everything out; a page without scripts is there at once. */
export async function settled(page: Page): Promise<void> {
  try {
    await page.evaluate(async () => {
      const { painted } = self as { painted?: Promise<unknown> };
      if (!painted) return;
      await painted;
      const own = [...document.scripts].flatMap(({ text }) => [...text.matchAll(/\bimport\("([^"]+)"\)/g)]);
      // the browser's own module: imported again, it is waited for
      await Promise.allSettled(own.map(([, url = '']) => import(url) as Promise<unknown>));
      // a piece a frame would be a second for each page; first-paint.spec.ts waits for that
      document.documentElement.classList.remove('held');
      for (const one of document.querySelectorAll('.late')) one.classList.remove('late', 'late-part', 'near');
    });
  } catch (error) {
    // the page led on to another
    if (!/navigation|closed|destroyed/i.test(String(error))) throw error;
  }
}
