import { expect, test, type Locator, type Page } from '../support/test.ts';
import { expectSound } from '../support/every-look.ts';

const REAGENT = '/minhang-2025/rules/6/';

async function hydrated(page: Page): Promise<Locator> {
  const calculator = page.locator('#calculator');
  await calculator.scrollIntoViewIfNeeded();
  // the first sign of use
  await calculator.locator('astro-island').dispatchEvent('pointerenter');
  await expect(calculator.locator('astro-island[ssr]')).toHaveCount(0, { timeout: 20_000 });
  return calculator;
}

const answer = (calculator: Locator, policy: string): Locator =>
  calculator.locator(`.calc-answer[data-policy="${policy}"]`);
const option = (calculator: Locator, label: string, name: string): Locator =>
  calculator.getByRole('radiogroup', { name: label, exact: true }).getByRole('radio', { name, exact: true });
const sum = (calculator: Locator, label: string): Locator =>
  calculator.getByRole('textbox', { name: label, exact: true });

/** Bytes of script that the page asked for, and everything it complained of. */
function watch(page: Page): { scripts: string[]; complaints: string[] } {
  const seen = { scripts: [] as string[], complaints: [] as string[] };
  page.on('request', (request) => {
    if (request.resourceType() === 'script') seen.scripts.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  return seen;
}

test('a diagnostic reagent: both districts, the limit that bit, and the reading that decides', async ({ page }) => {
  const { complaints } = watch(page);
  await page.goto(REAGENT);
  const calculator = await hydrated(page);
  await option(calculator, '诊断试剂', '是').check();
  await sum(calculator, '研发投入').fill('８００万');
  await expect(calculator).toContainText('800 万元 = 8,000,000 元 = 人民币捌佰万元整');
  const minhang = answer(calculator, 'minhang-2025');
  await expect(minhang).toContainText('可算得50 万元');
  await expect(minhang).toContainText('受限于每个品种最高 50 万元');
  await expect(minhang).toContainText('视口径而定：50 万元 至 100 万元');
  await expect(answer(calculator, 'songjiang-2025')).toContainText('可算得100 万元');
  await expect(calculator).toContainText('区 80%（40 万元）、镇 20%（10 万元）');
  await calculator.getByRole('radio', { name: /按意见：100 万元/ }).check();
  await expect(minhang).toContainText('可算得100 万元');
  await expect(minhang).toContainText('视口径而定：50 万元 至 100 万元');
  expect(complaints).toEqual([]);
});

test('a copied address restores the calculator as it was', async ({ page, context }) => {
  await page.goto(REAGENT);
  const calculator = await hydrated(page);
  await option(calculator, '诊断试剂', '是').check();
  await sum(calculator, '研发投入').fill('1,234.5');
  await calculator.getByRole('radio', { name: /按意见：100 万元/ }).check();
  await page.waitForURL(/calc=.*ivd-class-iii-cap\.opinions/);
  const figures = await calculator.locator('.calc-answers').innerText();

  const other = await context.newPage();
  await other.goto(page.url());
  const restored = await hydrated(other);
  await expect(sum(restored, '研发投入')).toHaveValue('1234.5');
  await expect(option(restored, '诊断试剂', '是')).toBeChecked();
  await expect(restored.getByRole('radio', { name: /按意见：100 万元/ })).toBeChecked();
  expect(await restored.locator('.calc-answers').innerText()).toBe(figures);
  await restored.getByRole('button', { name: '恢复示例' }).click();
  await expect(sum(restored, '研发投入')).not.toHaveValue('1234.5');
  expect(new URL(other.url()).search).toBe('');
});

for (const nonsense of [
  'x',
  'device-registration~deviceClass.IV',
  'device-registration~rdInvestment.-1',
  '%00%F0',
  '__proto__~a.b',
]) {
  test(`nonsense in the address (${nonsense}) leaves the calculator untouched and says so`, async ({ page }) => {
    const { complaints } = watch(page);
    await page.goto(REAGENT);
    const usual = await (await hydrated(page)).locator('.calc-answers').innerText();
    await page.goto(`${REAGENT}?calc=${nonsense}`);
    const calculator = await hydrated(page);
    await expect(calculator.getByRole('alert')).toContainText('读不出来');
    expect(await calculator.locator('.calc-answers').innerText()).toBe(usual);
    expect(complaints).toEqual([]);
  });
}

test('a blank is unknown, never zero; what cannot be read says what can', async ({ page }) => {
  await page.goto(REAGENT);
  const calculator = await hydrated(page);
  const field = sum(calculator, '研发投入');
  await field.fill('');
  await expect(answer(calculator, 'minhang-2025')).toContainText('尚待填写：研发投入');
  await expect(answer(calculator, 'minhang-2025')).not.toContainText('可算得');
  await field.fill('八百');
  await expect(calculator).toContainText('可以写 800、1,000.5、800万、1亿 或 8000000元');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(answer(calculator, 'songjiang-2025')).toContainText('尚待填写：研发投入');
  await field.fill('0');
  await expect(answer(calculator, 'minhang-2025')).toContainText('可算得0 元');
  await field.fill('100000000000');
  await expect(calculator).toContainText('超过一万亿元');
});

test('the picture says where the cap is reached', async ({ page }) => {
  await page.goto(REAGENT);
  const calculator = await hydrated(page);
  await sum(calculator, '研发投入').fill('300');
  const words = calculator.locator('figcaption');
  await expect(words).toContainText('研发投入达到 500 万元触顶（100 万元），再投入 200 万元触顶');
  await sum(calculator, '研发投入').fill('1亿');
  await expect(words).toContainText('已触顶');
});

test('years are added and taken away, and a fourth year is not paid', async ({ page }) => {
  await page.goto('/minhang-2025/rules/2/');
  const calculator = await hydrated(page);
  for (let year = 0; year < 3; year += 1) {
    await calculator.getByRole('button', { name: /^增加/ }).click();
    await page.keyboard.type('100');
  }
  const minhang = answer(calculator, 'minhang-2025');
  await expect(minhang).toContainText('可算得120 万元');
  await expect(calculator).toContainText('已超过最多支持年数');
  await calculator.getByRole('button', { name: /^删去/ }).click();
  await expect(calculator).not.toContainText('已超过最多支持年数');
});

test('a clause of 意见 with several matters switches between them', async ({ page }) => {
  await page.goto('/minhang-2025/opinions/9/');
  const calculator = await hydrated(page);
  await option(calculator, '事项', '首次升规达标').check();
  await expect(answer(calculator, 'minhang-2025')).toContainText('可算得20 万元');
  await expect(answer(calculator, 'songjiang-2025')).toContainText('无对应条款');
});

test('a case of another clause says so', async ({ page }) => {
  await page.goto(REAGENT);
  const calculator = await hydrated(page);
  await option(calculator, '器械类别', '第二类').check();
  await expect(calculator.locator('.calc-elsewhere')).toContainText('所填情形不适用细则（六），适用细则（七）');
});

test('the keyboard alone does it, and the result is announced', async ({ page }) => {
  await page.goto(REAGENT);
  const calculator = await hydrated(page);
  await option(calculator, '器械类别', '第三类').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await expect(option(calculator, '诊断试剂', '是')).toBeChecked();
  for (let field = 0; field < 3; field += 1) await page.keyboard.press('Tab');
  await expect(sum(calculator, '研发投入')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('800');
  await expect(calculator.getByRole('status').first()).toContainText(
    '闵行 2025：可算得 50 万元；松江 2025：可算得 100 万元',
  );
});

test('no script of the calculator before the visitor comes near, and no shift when it comes alive', async ({
  page,
}) => {
  const { scripts } = watch(page);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(REAGENT, { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /client|Calculator|react/i.test(url))).toEqual([]);
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: false });
  });
  await hydrated(page);
  await page.waitForTimeout(300);
  expect(scripts.some((url) => /Calculator/.test(url))).toBe(true);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test('what was typed before it came alive counts', async ({ page }) => {
  await page.route(/client\./, async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await page.goto(REAGENT);
  const calculator = page.locator('#calculator');
  await calculator.scrollIntoViewIfNeeded();
  await sum(calculator, '研发投入').fill('300');
  await option(calculator, '诊断试剂', '是').check();
  await hydrated(page);
  await expect(sum(calculator, '研发投入')).toHaveValue('300');
  await expect(answer(calculator, 'songjiang-2025')).toContainText('可算得60 万元');
  await expect(answer(calculator, 'minhang-2025')).toContainText('可算得50 万元');
});

test('a matter chosen and a button pressed before it came alive count', async ({ page }) => {
  await page.route(/client\./, async (route) => {
    await new Promise((done) => setTimeout(done, 1000));
    await route.continue();
  });
  await page.goto('/minhang-2025/opinions/9/');
  await option(page.locator('#calculator'), '事项', '首次升规达标').check();
  await expect(answer(page.locator('#calculator'), 'minhang-2025')).toContainText('可算得20 万元', { timeout: 20_000 });

  await page.goto('/minhang-2025/rules/2/');
  await page.locator('#calculator').getByRole('button', { name: /^增加/ }).click();
  await expect(page.locator('#calculator .field-list li')).toHaveCount(2, { timeout: 20_000 });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the rule stands in words with three worked examples', async ({ page }) => {
    await page.goto(REAGENT);
    const calculator = page.locator('#calculator');
    await expect(calculator.locator('noscript li').first()).toHaveText(/按研发投入的 20%，每个品种最高 100 万元/);
    await expect(calculator.locator('noscript tbody tr')).toHaveCount(3);
    await expect(calculator.locator('form')).toBeHidden();
  });
});

test('a target for a finger is at least 24 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(REAGENT);
  const calculator = await hydrated(page);
  await option(calculator, '诊断试剂', '是').check();
  const small = await calculator
    .locator('input, button, select, summary, label:has(input)')
    .evaluateAll(
      (elements) =>
        elements
          .map((element) => (element.closest('label') ?? element).getBoundingClientRect())
          .filter(({ width, height }) => width < 24 || height < 24).length,
    );
  expect(small).toBe(0);
});

test('axe finds nothing in any look', async ({ page }) => {
  await page.goto(REAGENT);
  const calculator = await hydrated(page);
  await option(calculator, '诊断试剂', '是').check();
  await sum(calculator, '市级支持资金').fill('八百');
  await expectSound(page);
});

test('no inline style, so that a strict policy on content can stand', async ({ page }) => {
  await page.goto(REAGENT);
  const calculator = await hydrated(page);
  await sum(calculator, '研发投入').fill('300');
  expect(await calculator.locator('[style]:not(astro-island)').count()).toBe(0);
});
