import { expect, test, type Locator, type Page } from '../support/test.ts';
import { totalsOf } from '../support/scenario-page.ts';

const question = (page: Page) => page.locator('.home-question');
const investment = (page: Page) => question(page).locator('input[name=rdInvestment]');
const more = (page: Page) => question(page).getByRole('link', { name: /完整测算/ });

async function answer(page: Page, sum: string): Promise<void> {
  await page.goto('/');
  await question(page).dispatchEvent('pointerenter');
  await investment(page).fill(sum);
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0, { timeout: 20_000 });
}

test('the way to the whole scenario takes the answers along', async ({ page }) => {
  await answer(page, '333');
  await expect(more(page)).toHaveAttribute('href', /\/calculate\/#s=/);
  const sums = await question(page).locator('[data-sum="determined"] dd').allInnerTexts();
  await more(page).click();
  await page.locator('.scenario[data-ready]').waitFor();
  await expect(page.locator('.project')).toHaveCount(1);
  await expect(page.locator('.project input[name=rdInvestment]')).toHaveValue('333');
  expect(await totalsOf(page)).toEqual(sums);
  await page.goBack();
  await expect(investment(page)).toHaveValue('333');
});

test('who types and follows a link in the same breath comes back to what was typed', async ({ page }) => {
  await answer(page, '333');
  await page.waitForURL(/calc=.*rdInvestment\.333/);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('.home-question input[name=rdInvestment]');
    if (!input) throw new Error('no field');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '555');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => document.querySelector<HTMLAnchorElement>('a[href="/about/"]')?.click());
  });
  await page.waitForURL('/about/');
  await page.goBack();
  await expect(investment(page)).toHaveValue('555');
});

test('our example is nobody’s answer: it is not taken along', async ({ page }) => {
  await page.goto('/');
  await question(page).dispatchEvent('pointerenter');
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0, { timeout: 20_000 });
  await expect(more(page)).toHaveAttribute('href', '/calculate/');
});

test('answers stay on reload, whether typed before or after the page came alive', async ({ page }) => {
  await answer(page, '333');
  await page.waitForURL(/calc=.*rdInvestment\.333/);
  await page.reload();
  await expect(investment(page)).toHaveValue('333');
  await investment(page).fill('444');
  await page.waitForURL(/calc=.*rdInvestment\.444/);
  await page.reload();
  await expect(investment(page)).toHaveValue('444');
});

test('what a sum takes for granted stands beside it', async ({ page }) => {
  await page.goto('/');
  await expect(question(page).locator('.calc-answer[data-policy="songjiang-2025"]')).toContainText('重点产品');
});

test('on a phone the sums stand on the first screen; a sum is spelt out once it is typed, and stays so', async ({
  page,
}) => {
  for (const height of [740, 640]) {
    await page.setViewportSize({ width: 360, height });
    await page.goto('/');
    for (const sum of await question(page).locator('.calc-sums dd').all())
      await expect(sum).toBeInViewport({ ratio: 1 });
  }
  const spelt = question(page).getByText('人民币捌佰万元整');
  await expect(spelt).toBeHidden();
  await investment(page).focus();
  await expect(spelt).toBeVisible();
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0, { timeout: 20_000 });
  await investment(page).blur();
  await expect(spelt).toBeVisible();
});

test('on a desk the question stands alone, and the short answers to it in one row', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  const boxOf = async (locator: Locator) => (await locator.boundingBox()) ?? { x: NaN, y: NaN };
  const matter = await boxOf(question(page).getByLabel('我的情况'));
  const kind = await boxOf(question(page).getByText('器械类别', { exact: true }));
  const diagnostic = await boxOf(question(page).getByText('诊断试剂', { exact: true }));
  expect(kind.x).toBe(matter.x);
  expect(kind.y).toBeGreaterThan(matter.y);
  expect(diagnostic.y).toBe(kind.y);
  expect(diagnostic.x).toBeGreaterThan(kind.x);
  await expect(question(page).getByText('人民币捌佰万元整')).toBeVisible();
});
