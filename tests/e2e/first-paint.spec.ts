import { expect, test, type Page } from '@playwright/test';

const KINDS = ['/', '/minhang-2025/rules/6/', '/compare/device-research/', '/search/', '/calculate/'] as const;
const PHONE = { width: 412, height: 823 };
const DESK = { width: 1440, height: 900 };

interface Seen {
  painted: number;
  scripts: number[];
  shifts: number;
  late: number;
  held: boolean;
}

/** Milliseconds since the page was asked for: its first paint, and when each script was; what moved by itself; what is not yet laid out. */
function seen(page: Page): Promise<Seen> {
  return page.evaluate(async () => {
    const shifts = await new Promise<number>((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => {
        resolve(sum);
      }, 100);
    });
    return {
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
      scripts: performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .map(({ startTime }) => startTime),
      shifts,
      late: [...document.querySelectorAll('main *')].filter(
        (one) => getComputedStyle(one).contentVisibility !== 'visible',
      ).length,
      held: document.documentElement.classList.contains('held'),
    };
  });
}

/** On desks: where guessed heights once moved what is seen; all kinds in the full run. */
const ON_DESKS = process.env['FULL'] ? KINDS : (['/', '/calculate/'] as const);

for (const url of KINDS) {
  for (const viewport of ON_DESKS.some((one) => one === url) ? [PHONE, DESK] : [PHONE]) {
    test(`${url}: words before scripts, everything laid out by itself, nothing moves, at ${viewport.width} px`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      await page.goto(`${baseURL}${url}`);
      await expect.poll(async () => (await seen(page)).scripts.length).toBeGreaterThan(0);
      await expect.poll(async () => (await seen(page)).late).toBe(0);
      const { painted, scripts, shifts, held } = await seen(page);
      expect.soft(Math.min(...scripts)).toBeGreaterThanOrEqual(painted);
      expect.soft(shifts).toBe(0);
      expect.soft(held).toBe(false);
      await context.close();
    });
  }
}

test('who is led to a place on the page finds it laid out, and who scrolls at once what is near', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`${baseURL}/compare/device-research/#texts`);
  await expect(page.locator('#texts')).toBeInViewport();
  expect((await seen(page)).held).toBe(false);
  await page.goto(`${baseURL}/compare/device-research/`);
  await page.mouse.wheel(0, 3000);
  await expect.poll(async () => (await seen(page)).held).toBe(false);
  await context.close();
});

test('without scripts the whole page is there', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/`);
  await expect(page.getByRole('heading', { name: '一眼看差异' })).toBeVisible();
  await page.getByRole('heading', { name: '一眼看差异' }).scrollIntoViewIfNeeded();
  await expect(page.locator('.glance a').first()).toBeVisible();
  await context.close();
});
