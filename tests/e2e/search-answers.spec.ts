import { expect, test } from '../support/test.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { expectSound } from '../support/every-look.ts';

const kb = loadKnowledgeBase();
const asking = (words: string): string => `/search/?q=${encodeURIComponent(words)}`;

test('where nothing is found the page says of what, and leads on', async ({ page }) => {
  for (const words of ['首台套', '房租', 'zzz']) {
    await page.goto(asking(words));
    await expect(page.locator('.answers .count')).toHaveText(`条文里没有“${words}”`);
    for (const path of [...kb.policies.map(({ url }) => url), '/compare/', '/calculate/'])
      await expect(page.locator(`.ways a[href="${path}"]`)).toBeVisible();
  }
  await expectSound(page);
  await page.locator('#q').fill('委托生产');
  await expect(page.locator('[data-search-results] > li').first()).toBeVisible();
  await expect(page.locator('.ways')).toBeHidden();
});

test('parts of what was not found that the texts have are a click away, in the dialog too', async ({ page }) => {
  await page.goto('/about/');
  await page.keyboard.press('/');
  await page.getByRole('dialog').locator('input').fill('"首付款 委托生产"');
  const part = page.getByRole('dialog').locator('.ways a').first();
  await expect(part).toHaveText('“委托生产”');
  await part.click();
  await expect(page.locator('[data-search-results] > li').first()).toContainText('委托生产');
});

test('a clause found only by what the site calls its matter says so, and opens without marks', async ({ page }) => {
  await page.goto(asking('产品在境外注册上市'));
  const first = page.locator('[data-search-related] > li').first();
  await expect(first.locator('.why')).toHaveText('本站列在事项“产品在境外注册上市”下');
  await expect(first.locator('.excerpt')).not.toBeEmpty();
  await expect(first.locator('mark')).toHaveCount(0);
  await first.locator('h3 a').click();
  await expect(page).toHaveURL(/(opinions|measures|rules)\/\d+\/#/);
});

test('a direct hit alone is announced as such', async ({ page }) => {
  await page.goto(asking('意见（四）'));
  await expect(page.locator('.answers').getByRole('status')).toHaveText('直达 1 条');
});

for (const width of [320, 360]) {
  test(`at ${width} pixels no title is cut, and nothing of a cut line shows below a snippet`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(asking('新药'));
    await expect(page.locator('[data-search-results] > li').first()).toBeVisible();
    const titles = page.locator('.found .title');
    expect(await titles.evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length)).toBe(
      0,
    );
    expect(await titles.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length)).toBe(0);
    // what is clamped ends with its last whole line: padding of its own would show the line behind it
    const clamped = page.locator('.found .excerpt, .found .further a');
    expect(await clamped.evaluateAll((all) => all.map((one) => getComputedStyle(one).paddingBottom))).toEqual(
      Array.from({ length: await clamped.count() }, () => '0px'),
    );
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says that it cannot search, and leads to the lists of all clauses', async ({ page }) => {
    await page.goto(asking('委托生产'));
    const told = page.locator('noscript p');
    await expect(told).toBeVisible();
    await expect(told).toContainText('本页没有运行脚本，不能检索，输入的词没有查过。');
    for (const { url } of kb.policies) await expect(page.locator(`noscript a[href="${url}"]`)).toBeVisible();
    await expect(page.locator('#q')).toBeHidden();
  });
});
