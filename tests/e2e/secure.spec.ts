import { expect, test } from '../support/test.ts';
import { globSync } from 'node:fs';
import { EVERY_PAGE } from '../support/built-pages.ts';
import { collectFaults } from '../support/faults.ts';
import { downloadOf, linkOf, openCalculate } from '../support/scenario-page.ts';

test.describe('no complaint, no breach of the policy, no other host', () => {
  test('on any page', async ({ page, baseURL }) => {
    const faults = collectFaults(page, baseURL ?? '');
    expect(EVERY_PAGE.length).toBeGreaterThan(100);
    for (const url of EVERY_PAGE) await page.goto(url, { waitUntil: 'load' });
    expect(faults).toEqual([]);
  });

  test('while reading: theme, ¶ menu, search dialog, search page', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const faults = collectFaults(page, baseURL ?? '');
    await page.goto('/minhang-2025/rules/6/');
    await page.locator('[data-theme-toggle]').click();
    await page.locator('a.pm').first().click();
    await page.getByRole('button', { name: /复制引用（GB/ }).click();
    await expect(page.getByText('已复制引用')).toBeVisible();
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('1000万');
    await expect(page.getByRole('dialog').locator('[data-search-results] > li').first()).toBeVisible();
    await page.goto('/search/');
    // sounds and traditional characters fetch tables of their own
    for (const query of ['yiliaoqixie', '醫療器械', '做一个三类证能拿多少']) {
      await page.locator('#q').fill(query);
      await expect(page.locator('.answers')).toHaveAttribute('data-answered', query);
    }
    expect(faults).toEqual([]);
  });

  test('while comparing and calculating', async ({ page, baseURL }) => {
    const faults = collectFaults(page, baseURL ?? '');
    await page.goto('/compare/');
    await page.getByLabel('企业类型').selectOption({ label: 'CDMO' });
    await page.getByLabel('展开逐项').check();
    await page.goto('/compare/device-research/');
    await page.locator('[data-diff-switch]').click();
    await page.goto('/compare/industrialisation/');
    await page.getByRole('textbox', { name: '市级支持资金' }).fill('2000');
    await expect(page.locator('.calc-sums dd').first()).toHaveText('1000 万元');
    await page.goto('/');
    await page.getByLabel('研发投入').fill('300');
    await expect(page.locator('.home-question .calc-sums dd').nth(1)).toHaveText('60 万元');
    await page.goto('/minhang-2025/rules/6/');
    await page.locator('#calculator').getByRole('textbox', { name: '研发投入' }).fill('800');
    await expect(page.locator('#calculator astro-island[ssr]')).toHaveCount(0);
    expect(faults).toEqual([]);
  });

  test('while composing a scenario and taking it away', async ({ page, baseURL }) => {
    const faults = collectFaults(page, baseURL ?? '');
    await openCalculate(page);
    await page.getByRole('button', { name: '创新药企业' }).click();
    await linkOf(page);
    await downloadOf(page, '情景文件');
    await downloadOf(page, 'Excel 表格');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(faults).toEqual([]);
  });
});

test('an injected script or style does not run', async ({ page }) => {
  await page.goto('/');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    const style = document.createElement('style');
    style.textContent = 'body { outline-style: dashed }';
    document.body.append(script, style);
    document.body.insertAdjacentHTML('beforeend', '<img src="/favicon.svg" onload="window.injected = true">');
    await new Promise((resolve) => setTimeout(resolve, 300));
    let evaluated = true;
    try {
      // what an injected string would need
      new Function('return 1')();
    } catch {
      evaluated = false;
    }
    return { evaluated, script: 'injected' in window, style: getComputedStyle(document.body).outlineStyle };
  });
  expect(ran).toEqual({ evaluated: false, script: false, style: 'none' });
});

/** Headers that a meta element cannot carry, and how long each kind of file is kept. */
const HEADERS: [what: string, url: string, expected: Record<string, RegExp>][] = [
  [
    'a page',
    '/minhang-2025/rules/6/',
    {
      'content-type': /^text\/html; ?charset=utf-8/i,
      'cache-control': /^no-cache$/,
      'content-security-policy': /frame-ancestors 'none'/,
      'x-content-type-options': /^nosniff$/,
      'referrer-policy': /^strict-origin-when-cross-origin$/,
      'permissions-policy': /camera=\(\)/,
      'cross-origin-opener-policy': /^same-origin$/,
      'content-encoding': /^(br|gzip)$/,
    },
  ],
  ['the first page', '/', { 'cache-control': /^no-cache$/, 'content-encoding': /^(br|gzip)$/ }],
  ['a missing page', '/no-such-page/', { 'content-type': /^text\/html/, 'x-content-type-options': /^nosniff$/ }],
  [
    'open data',
    '/data/awards.csv',
    { 'content-type': /^text\/csv; ?charset=utf-8/, 'access-control-allow-origin': /^\*$/ },
  ],
  ['the search catalogue', '/pagefind/catalogue.bin', { 'cache-control': /^no-cache$/ }],
];

for (const [what, url, expected] of HEADERS) {
  test(`${what} has its headers`, async ({ request }) => {
    const answer = await request.get(url, { headers: { 'Accept-Encoding': 'br, gzip' } });
    for (const [name, value] of Object.entries(expected)) expect(answer.headers()[name], name).toMatch(value);
  });
}

test('files named by content are kept for good, in the right type', async ({ request }) => {
  const files = globSync('dist/{_astro,pagefind}/**/*').map((file) => file.replaceAll('\\', '/'));
  const hashed = files.filter((file) => /\.(js|css|json|bin|pf_meta|pf_index)$/.test(file) && !/catalogue/.test(file));
  expect(hashed.length).toBeGreaterThan(30);
  for (const file of hashed) {
    const answer = await request.get(file.replace(/^dist/, ''));
    expect(answer.headers()['cache-control'], file).toBe('public, max-age=31536000, immutable');
    expect(answer.headers()['content-type'], file).toMatch(
      /\.js$/.test(file)
        ? /^(text|application)\/javascript/
        : /\.css$/.test(file)
          ? /^text\/css/
          : /\.json$/.test(file)
            ? /^application\/json/
            : /^application\/octet-stream$/,
    );
  }
});

test('what hosts read is not for visitors', async ({ request }) => {
  for (const file of ['/_headers', '/_redirects', '/_redirects.map'])
    expect((await request.get(file)).status(), file).toBe(404);
});
