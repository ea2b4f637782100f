import { expect, test, type Page } from '../support/test.ts';
import { clauseRecords } from '../../src/data/clauses.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const records = clauseRecords(loadKnowledgeBase());
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const said = (page: Page) => page.locator('[data-said]');
const menu = (page: Page) => page.locator('.copy');

/** What a key copies on a ¶. Its script is fetched once the ¶ has the focus: until then the key does nothing. */
async function copied(page: Page, mark: string, key: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await expect
    .poll(async () => {
      await page.locator(mark).press(key);
      return clipboard(page);
    })
    .not.toBe('');
  return clipboard(page);
}

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

for (const [how, press] of [
  ['a click', (page: Page) => page.locator('a.pm[href="#s2-1"]').click()],
  ['Enter', (page: Page) => page.locator('a.pm[href="#s2-1"]').press('Enter')],
] as const) {
  test(`${how} on a ¶ copies the address at once and opens the menu of the rest`, async ({ page, baseURL }) => {
    await page.goto('/minhang-2025/rules/6/');
    await press(page);
    await expect(said(page)).toHaveText('已复制链接');
    expect(await clipboard(page)).toBe(`${baseURL}/minhang-2025/rules/6/#s2-1`);
    await expect(menu(page).getByRole('button')).toHaveText([/^复制链接/, /法律文书/, /GB\/T 7714/, /原文和引用/]);
    await expect(menu(page).getByRole('button').first()).toBeFocused();
    await page.keyboard.press('l');
    await expect(said(page)).toHaveText('已复制引用（法律文书）');
    expect(await clipboard(page)).toMatch(/（六）2（1）$/);
    await expect(menu(page)).toHaveCount(0);
    await expect(page.locator('a.pm[href="#s2-1"]')).toBeFocused();
  });
}

test('a second click on a ¶ closes its menu and copies nothing more', async ({ page }) => {
  await page.goto('/minhang-2025/rules/6/');
  const mark = page.locator('a.pm[href="#s1"]');
  await mark.click();
  await expect(said(page)).toHaveText('已复制链接');
  await page.evaluate(() => navigator.clipboard.writeText('of the visitor'));
  await mark.click();
  await expect(menu(page)).toHaveCount(0);
  expect(await clipboard(page)).toBe('of the visitor');
});

test('the menu takes no letters that are typed elsewhere, and closes when the focus leaves it', async ({ page }) => {
  await page.goto('/minhang-2025/rules/6/');
  const mark = page.locator('a.pm[href="#s1"]');
  await mark.press('Enter');
  await expect(menu(page)).toHaveCount(1);
  await page.keyboard.press('/');
  const field = page.getByRole('dialog').getByRole('searchbox');
  await expect(field).toBeFocused();
  await page.keyboard.type('glpclq');
  await expect(field).toHaveValue('glpclq');
  expect(await clipboard(page)).toMatch(/#s1$/);
  await expect(menu(page)).toHaveCount(0);
});

test('Tab goes through the menu and on from its ¶, Shift+Tab back to it', async ({ page }) => {
  await page.goto('/minhang-2025/rules/6/');
  const mark = page.locator('a.pm[href="#s1"]');
  await mark.press('Enter');
  await expect(menu(page).getByRole('button').first()).toBeFocused();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
  await expect(menu(page).getByRole('button').last()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(menu(page)).toHaveCount(0);
  const follows = await mark.evaluate((one) =>
    Boolean(one.compareDocumentPosition(document.activeElement ?? one) & Node.DOCUMENT_POSITION_FOLLOWING),
  );
  expect(follows).toBe(true);
  await expect(page.locator('main :focus')).toHaveCount(1);
  await mark.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await expect(menu(page)).toHaveCount(0);
  await expect(mark).toBeFocused();
});

test('what is said of the second copy stays as long as of the first', async ({ page }) => {
  await page.clock.install();
  await page.goto('/minhang-2025/rules/6/');
  const mark = page.locator('a.pm[href="#s1"]');
  await mark.press('Enter');
  await expect(said(page)).toHaveText('已复制链接');
  await page.clock.fastForward(3000);
  await mark.press('g');
  await expect(said(page)).toHaveText('已复制引用（GB/T 7714）');
  await page.clock.fastForward(3000);
  await expect(said(page)).toHaveText('已复制引用（GB/T 7714）');
  await page.clock.fastForward(1500);
  await expect(said(page)).toHaveText('');
});

for (const id of [
  'minhang-2025/forms/1',
  'minhang-2025/forms/2',
  'minhang-2025/rules/13',
  'minhang-2025/notice/1',
  'songjiang-2025/measures/8',
]) {
  test(`${id}: what 原文和引用 copies of each anchor is the text of /data/clauses.json`, async ({ page }) => {
    const record = records.find((one) => one.id === id);
    await page.goto(record?.url ?? '');
    expect(record?.anchors.length).toBeGreaterThan(1);
    for (const anchor of record?.anchors ?? []) {
      // a table's are those of all its rows
      const own = record?.anchors.filter(({ id }) => id === anchor.id || id.startsWith(`${anchor.id}-r`)) ?? [];
      const words = own
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim();
      expect(await copied(page, `a.pm[href="#${anchor.id}"]`, 'q'), anchor.id).toMatch(
        new RegExp(`^“${RegExp.escape(words)}”（.*/#${anchor.id}）$`),
      );
    }
  });
}

test('the title of a part is copied with its lines apart', async ({ page }) => {
  await page.goto('/minhang-2025/rules/');
  expect(await copied(page, 'a.pm >> nth=0', 'q')).toMatch(/^“附件 闵行区关于/);
});

test('the first of several paragraphs is named in its citation, and titles within titles stand in 〈〉', async ({
  page,
}) => {
  await page.goto('/minhang-2025/notice/1/');
  expect(await copied(page, 'a.pm[href="#p1"]', 'l')).toMatch(/^《关于印发〈[^《》]+〉的通知》（[^）]+）第1段$/);
  await page.goto('/minhang-2025/opinions/6/');
  expect(await copied(page, 'a.pm[href="#p1"]', 'l')).toMatch(/（六）$/);
});
