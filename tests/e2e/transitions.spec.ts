import { expect, test, type Page } from '../support/test.ts';

/** Kept over the way from one page to the next, which is what is looked at. */
async function watchArrivals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts = { arrived: null as boolean | null, shift: 0 };
    Object.assign(window, { transition: shifts });
    addEventListener('pagereveal', (event) => {
      shifts.arrived = (event as Event & { viewTransition: object | null }).viewTransition !== null;
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const arrival = (page: Page): Promise<{ arrived: boolean | null; shift: number }> =>
  page.evaluate(() => (window as unknown as { transition: { arrived: boolean | null; shift: number } }).transition);

const nav = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '站内' }).getByRole('link', { name, exact: true });

test('one page fades into the next: nothing shifts, nothing blocks, and the keyboard begins at the top', async ({
  page,
}) => {
  await watchArrivals(page);
  const faults: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto('/about/');
  await nav(page, '对照').click();
  await expect(page).toHaveURL(/\/compare\/$/);
  // pressed while the fade may still run
  await nav(page, '数据').click({ timeout: 5_000 });
  await expect(page).toHaveURL(/\/data\/$/);
  await expect.poll(async () => (await arrival(page)).arrived).toBe(true);
  expect((await arrival(page)).shift).toBe(0);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.goBack();
  await expect(page.locator('h1')).toHaveText('逐项对照');
  expect(faults).toEqual([]);
});

test('a visitor who wants no motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await watchArrivals(page);
  await page.goto('/about/');
  await nav(page, '数据').click();
  await expect(page).toHaveURL(/\/data\/$/);
  await expect.poll(async () => (await arrival(page)).arrived).toBe(false);
});
