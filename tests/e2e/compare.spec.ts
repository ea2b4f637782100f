import { expect, test } from '../support/test.ts';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expectSound } from '../support/every-look.ts';

test('filters live in the address', async ({ page }) => {
  await page.goto('/compare/');
  const shown = page.locator('tbody.topic-body:visible');
  const all = await shown.count();
  await page.getByLabel('企业类型').selectOption({ label: 'CDMO' });
  await page.getByLabel('只看给钱的').check();
  const some = await shown.count();
  expect(some).toBeLessThan(all);
  await expect(page).toHaveURL(/audience=cdmo&money=1/);
  await page.reload();
  await expect(shown).toHaveCount(some);
  await page.getByLabel('只看不同').check();
  await page.getByLabel('展开逐项').check();
  await expect(page.locator('tr.term-row:visible:not([data-differs])')).toHaveCount(0);
});

test('filters that leave nothing say so, and can be cleared there', async ({ page }) => {
  await page.goto('/compare/?topic=execution&audience=park&money=1&all=1&p=minhang-2025,songjiang-2025');
  const nothing = page.getByText('没有符合这些条件的议题');
  await expect(nothing).toBeVisible();
  await expect(page.locator('.matrix')).toBeHidden();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(nothing).toBeHidden();
  await expect(page.locator('select[name=topic]')).toBeFocused();
  expect(await page.locator('tbody.topic-body:visible').count()).toBeGreaterThan(5);
  // how it is shown is no filter
  await expect(page).toHaveURL(/\/compare\/\?p=minhang-2025,songjiang-2025&all=1$/);
});

test('what was unfolded is unfolded on the way back and on reload', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/compare/?money=1');
  const unfolded = page.locator('tbody.unfolded');
  for (const topic of ['drug-research', 'device-research'])
    await page.locator(`[data-topic="${topic}"] [data-unfold]`).click();
  await expect(page).toHaveURL(/\?money=1&open=device-research,drug-research$/);
  const clause = page.locator('[data-topic="device-research"] .term-row a.place').last();
  await clause.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(1000);
  await clause.click();
  await page.waitForURL((url) => !url.pathname.startsWith('/compare/'));
  await page.goBack();
  await expect(unfolded).toHaveCount(2);
  await expect.poll(() => page.evaluate((y) => Math.abs(scrollY - y), place)).toBeLessThan(50);
  await page.reload();
  await expect(unfolded).toHaveCount(2);
  await page.locator('[data-topic="drug-research"] [data-unfold]').click();
  await expect(page).toHaveURL(/\?money=1&open=device-research$/);
});

test('an address that unfolds what is no topic does nothing', async ({ page }) => {
  const faults: Error[] = [];
  page.on('pageerror', (fault) => faults.push(fault));
  await page.goto(`/compare/?open=${encodeURIComponent('"]<img src=x onerror=alert(1)>,__proto__')},,talent,%E4`);
  await expect(page.locator('tbody.unfolded')).toHaveCount(1);
  await page.locator('[data-topic="device-research"] [data-unfold]').click();
  await expect
    .poll(() => new URL(page.url()).searchParams.get('open')?.split(',').sort())
    .toEqual(['device-research', 'talent']);
  expect(faults).toEqual([]);
});

for (const width of [360, 1440]) {
  test(`every row names its term, once, with the sign of difference in the same line, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/compare/device-research/');
    const heads = await page.locator('tr.term-row > th').evaluateAll((all) =>
      all.map((head) => {
        const sign = head.querySelector('.differs > [aria-hidden]');
        // the sign follows the name of the term, or the words of the case
        const words = head.querySelector('.term-name, .scope')?.firstChild;
        const last = document.createRange();
        if (words) last.setStart(words, (words.textContent ?? '').length - 1);
        if (words) last.setEnd(words, (words.textContent ?? '').length);
        const middle = ({ top, bottom }: DOMRect): number => (top + bottom) / 2;
        const beside =
          !sign || Math.abs(middle(last.getBoundingClientRect()) - middle(sign.getBoundingClientRect())) < 8;
        return { said: head.textContent ?? '', seen: (head as HTMLElement).innerText, beside };
      }),
    );
    expect(heads.length).toBeGreaterThan(15);
    const TERMS =
      /支持方式|比例|基数|单项上限|年度上限|一个项目一年至多|谁可申报|条件|支付给谁|一次或逐年|申报材料|责任单位|有效期/;
    for (const { said, seen, beside } of heads) {
      const [term = '-'] = TERMS.exec(seen) ?? [];
      expect.soft(seen.trim().startsWith(term), seen).toBe(true);
      expect.soft(said.split(term), said).toHaveLength(2);
      expect.soft(beside, seen).toBe(true);
    }
  });
}

test('a topic unfolds by keyboard, and no cell is blank', async ({ page }) => {
  await page.goto('/compare/');
  const button = page.locator('[data-topic="device-research"] [data-unfold]');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('[data-topic="device-research"] tr.term-row').first()).toBeVisible();
  const blank = await page
    .locator('.matrix td')
    .evaluateAll(
      (cells) =>
        cells.filter((cell) => [...cell.querySelectorAll('p')].every((one) => (one.textContent ?? '').trim() === ''))
          .length,
    );
  expect(blank).toBe(0);
});

test('the header stays in view', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/compare/?all=1');
  await page.mouse.wheel(0, 3000);
  await page.waitForTimeout(200);
  expect(
    await page.locator('.matrix thead').evaluate((head) => head.getBoundingClientRect().top),
  ).toBeGreaterThanOrEqual(0);
  await expect(page.locator('.matrix thead')).toBeInViewport();
});

test('texts stand verbatim, with differences that can be switched off', async ({ page }) => {
  await page.goto('/compare/device-research/');
  await expect(page.locator('.texts del').first()).toBeVisible();
  const official = (await page.locator('.pair').first().locator('[data-official]').allTextContents())
    .join('')
    .replace(/\s/g, '');
  const nodes = JSON.parse(readFileSync('dist/data/clauses.json', 'utf8')) as { text: string; topics: string[] }[];
  const some = nodes
    .filter(({ topics }) => topics.includes('device-research'))
    .map(({ text }) => text.replace(/\s/g, ''));
  const sides = await page
    .locator('.pair')
    .first()
    .locator('.passage')
    .evaluateAll((rows) =>
      [0, 1].map((side) =>
        rows
          .map((row) => row.children[side])
          .filter((cell) => cell?.hasAttribute('data-official'))
          .map((cell) => cell?.textContent ?? '')
          .join('')
          .replace(/\s/g, ''),
      ),
    );
  expect(some).toContain(sides[0]);
  expect(some).toContain(sides[1]);
  expect(official.length).toBeGreaterThan(100);
  await page.getByLabel('标出逐词差异').uncheck();
  await expect(page).toHaveURL(/diff=off/);
  await page.reload();
  await expect(page.getByLabel('标出逐词差异')).not.toBeChecked();
});

test('the calculator of a topic answers for all policies', async ({ page }) => {
  await page.goto('/compare/industrialisation/');
  // typed at once, as a visitor does: it hydrates on use and keeps what came before
  await page.getByRole('textbox', { name: '市级支持资金' }).fill('2000');
  await expect(page.locator('.calc-sums dd').first()).toHaveText('1000 万元');
  await expect(page.locator('.calc-sums dd').nth(1)).toHaveText('500 万元');
  await expect(page.locator('.calc-working p:last-child a')).toHaveText(['细则附则（一）', '一、支持对象']);
});

test('what was not compared is not called the same, and stays where only differences are shown', async ({ page }) => {
  await page.goto('/compare/?differs=1');
  for (const [topic, words] of [
    ['scope', '2 项不同，余见条文'],
    ['execution', '1 项不同，余见条文'],
  ] as const) {
    const body = page.locator(`tbody[data-topic="${topic}"]`);
    await expect(body).toBeVisible();
    await expect(body.locator('[data-unfold]')).toContainText(words);
  }
  await expect(page.getByText('逐项相同')).toHaveCount(0);
});

test('a matter of two topics stands under both, and sums for different things say so', async ({ page }) => {
  await page.goto('/compare/clean-room/');
  for (const matter of ['新建或改建洁净车间', '首次取得 GLP、GMP 等认证'])
    await expect(page.locator('tr.term-row th').filter({ hasText: matter }).first()).toBeVisible();
  await page.goto('/');
  const row = page.locator('.glance-row', { hasText: '洁净车间与生产质量' });
  await expect(row).toContainText('两边支持的事项不同');
  await expect(row).toContainText('至多 200 万元');
});

test('the home page answers at once, and live', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.home-question .calc-sums dd').first()).toHaveText(/万元/);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.getByLabel('研发投入').click();
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  await page.getByLabel('研发投入').fill('300');
  await expect(page.locator('.home-question .calc-sums dd').nth(1)).toHaveText('60 万元');
  expect(loaded.some((url) => url.endsWith('.js'))).toBe(true);
});

const OTHERS = process.env['FULL'] ? ['/compare/?topic=device-research', '/compare/talent/'] : [];
for (const path of ['/compare/', '/compare/device-research/', ...OTHERS]) {
  test(`${path}: no accessibility fault, no sideways scrolling in any look`, async ({ page }) => {
    test.slow();
    await page.goto(path);
    await page.waitForTimeout(300);
    await expectSound(page);
  });
}

test('a topic page stays within 40 kB gzipped', async ({ page }) => {
  let sum = 0;
  page.on('response', async (response) => {
    const url = new URL(response.url());
    // what the calculator loads when it comes into view is its own
    if (/\.(css|svg)$/.test(url.pathname) || url.pathname.endsWith('/') || /Page\.astro|_topic_/.test(url.pathname))
      sum += gzipSync(await response.body()).length;
  });
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.goto('/compare/device-research/');
  await page.waitForTimeout(500);
  console.log(`/compare/device-research/: ${(sum / 1024).toFixed(1)} kB gzipped`);
  expect(sum).toBeLessThanOrEqual(40 * 1024);
});
