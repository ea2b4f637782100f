import { expect, test } from '@playwright/test';
import { BuiltSite } from '../support/links.ts';
import { RENAMED } from './renamed.ts';
import { collectFaults } from '../support/faults.ts';

const BASE = process.env['BASE_PATH'] ?? '';
const site = new BuiltSite(`.cache/deploy/root${BASE}`, BASE);

test('every address of every page begins with the path and leads somewhere', () => {
  expect(site.pages.size).toBeGreaterThan(100);
  expect(site.broken()).toEqual([]);
});

test('search, result, calculator and scenario work, and nothing is asked for above the path', async ({ page }) => {
  const origin = new URL(process.env['BASE_URL'] ?? '').origin;
  const faults = collectFaults(page, `${origin}${BASE}/`);
  await page.goto(`${BASE}/`);
  await page.getByLabel('研发投入').fill('300');
  await expect(page.locator('.home-question .calc-sums dd').nth(1)).toHaveText('60 万元');
  await page.locator('[data-search-box] input').click();
  await page.keyboard.type('审计报告');
  await page.locator('[data-search-results] a').first().click();
  await expect(page).toHaveURL(new RegExp(`${BASE}/minhang-2025/.*highlight=`));
  await page.goto(`${BASE}/minhang-2025/rules/6/`);
  await page.locator('#calculator').getByRole('textbox', { name: '研发投入' }).fill('800');
  await expect(page.locator('#calculator .calc-answer').first()).toContainText('100 万元');
  await page.getByRole('link', { name: '测算', exact: true }).first().click();
  await page.locator('.scenario[data-ready]').waitFor();
  await page.getByRole('button', { name: 'CDMO', exact: true }).click();
  await expect(page.locator('[data-total] [data-sum="determined"] dd').first()).toHaveText('1200 万元');
  expect(faults).toEqual([]);
});

test('a policy is kept below the path, and opens without a network', async ({ page, context }) => {
  await page.goto(`${BASE}/songjiang-2025/`);
  await page.getByRole('button', { name: '离线保存整部政策' }).click();
  await expect(page.getByRole('button', { name: '已离线保存' })).toBeVisible({ timeout: 60_000 });
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  );
  expect(scopes).toEqual([`${BASE}/`]);
  await context.setOffline(true);
  await page.goto(`${BASE}/songjiang-2025/measures/1/`);
  await expect(page.locator('[data-official]').first()).toBeVisible();
  await page.goto(`${BASE}/minhang-2025/`);
  await expect(page.locator('h1')).toHaveText('没有网络，这一页没有保存过');
  await page.locator('[data-kept-pages] a').first().click();
  await expect(page.locator('h1')).not.toHaveText('没有网络，这一页没有保存过');
});

test('a folder without its slash leads to it, and what is missing is the 404 page', async ({ request }) => {
  const folder = await request.get(`${BASE}/compare`, { maxRedirects: 0 });
  expect([folder.status(), folder.headers()['location']]).toEqual([301, `${BASE}/compare/`]);
  const missing = await request.get(`${BASE}/no-such-page/`);
  expect(missing.status()).toBe(404);
  expect(await missing.text()).toContain(`href="${BASE}/`);
});

for (const { from, to } of RENAMED) {
  test(`${from} leads to ${to}`, async ({ page }) => {
    await page.goto(BASE + from);
    await expect(page).toHaveURL(new RegExp(`${BASE}${to}$`));
    await expect(page.locator('h1')).toBeVisible();
  });
}

test('a renamed page keeps what is asked and its anchors, with or without a server that knows it', async ({
  page,
  request,
}) => {
  const answer = await request.get(`${BASE}/old/page/?highlight=x`, { maxRedirects: 0 });
  expect([answer.status(), answer.headers()['location']]).toEqual([301, `${BASE}/minhang-2025/rules/6/?highlight=x`]);
  await page.goto(`${BASE}/old/page/#s2-1`);
  await expect(page).toHaveURL(/rules\/6\/#s2-1$/);
  // the page that other hosts serve
  await page.goto(`${BASE}/old/page/index.html`);
  await expect(page).toHaveURL(/rules\/6\/$/);
});
