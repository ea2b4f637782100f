import { expect, test } from '../support/test.ts';
import { writeFileSync } from 'node:fs';
import { compile, evaluate, parseScenario } from '../../src/engine/index.ts';
import { wordMoney } from '../../src/explain/index.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { expectSound } from '../support/every-look.ts';
import { fiftyProjects } from '../support/fifty-projects.ts';
import { downloadOf, inFreshProfile, linkOf, openCalculate, readWorkbook, totalsOf } from '../support/scenario-page.ts';

const CERTIFICATE = '我有一个二类证或三类证';

test('nothing is lost on reload, and undo and redo go back and forth', async ({ page }) => {
  await openCalculate(page);
  await page.getByRole('button', { name: '诊断试剂企业' }).click();
  await expect(page.locator('.project')).toHaveCount(2);
  await page.getByRole('button', { name: /^删除：三类试剂 A/ }).click();
  await expect(page.locator('.project')).toHaveCount(1);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.project')).toHaveCount(2);
  await page.getByRole('button', { name: '重做' }).click();
  await expect(page.locator('.project')).toHaveCount(1);
  await page.getByRole('button', { name: /^复制：三类试剂 B/ }).click();
  await page.reload();
  await page.locator('.scenario[data-ready]').waitFor();
  await expect(page.locator('.project')).toHaveCount(2);
});

test('what is kept in one tab stands in the other, and drafts do not overwrite each other', async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  await openCalculate(one);
  await one.getByRole('button', { name: 'CDMO', exact: true }).click();
  await openCalculate(other);
  await other.getByRole('button', { name: '园区', exact: true }).click();
  await expect(other.locator('.project')).toHaveCount(2);
  await other.getByRole('button', { name: '保留现在的情景' }).click();
  await expect(one.locator('.kept li')).toHaveCount(1);
  // one alone is compared with nothing
  await expect(one.locator('.kept input[type=checkbox]')).toHaveCount(0);
  await expect(one.locator('.kept')).toContainText('再保留一个即可并排比较');
  await one.getByRole('button', { name: '保留现在的情景' }).click();
  await expect(other.locator('.kept li')).toHaveCount(2);
  for (const box of await other.locator('.kept input[type=checkbox]').all()) await box.check();
  await expect(other.locator('.compared > section')).toHaveCount(2);
  await one.reload();
  await one.locator('.scenario[data-ready]').waitFor();
  await expect(one.locator('.project')).toHaveCount(3);
});

test('nothing can be taken away before there is a project, and a file can be loaded', async ({ page }) => {
  await openCalculate(page);
  const away = page.locator('.take-away');
  const takes = ['复制链接', 'Excel 表格', '打印或存为 PDF', '情景文件'];
  for (const name of takes) await expect(away.getByRole('button', { name, exact: true })).toBeDisabled();
  await expect(away).toContainText('还没有项目');
  await expect(away.locator('button', { hasText: '载入情景文件' })).toBeEnabled();
  await page.locator('input[type=file]').setInputFiles(fiftyProjects());
  await expect(page.locator('.project')).toHaveCount(50);
  for (const name of takes) await expect(away.getByRole('button', { name, exact: true })).toBeEnabled();
  await expect(away).not.toContainText('还没有项目');
});

test('on a phone every sum by year is in view, whole, and what is discretionary is called so', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openCalculate(page);
  const templates = await page.locator('.start button').allInnerTexts();
  expect(templates.length).toBeGreaterThan(3);
  for (const name of templates) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.locator('.years-bar').first()).toBeVisible();
    const beyond = await page.locator('.years').evaluate((chart) => {
      const { left, right } = chart.getBoundingClientRect();
      return [...chart.querySelectorAll('[role=img] *')]
        .filter((one) => one.getBoundingClientRect().right > right + 1 || one.getBoundingClientRect().left < left - 1)
        .map((one) => one.textContent);
    });
    expect(beyond, name).toEqual([]);
  }
  await page.getByRole('button', { name: '创新药企业', exact: true }).click();
  await expect(page.locator('.years-bar', { hasText: '另最高可至 300 万元' })).toHaveCount(1);
  await expect(page.locator('.glimpse')).toContainText('另最高可至 300 万元');
  await expect(page.locator('.glimpse')).not.toContainText('至多');
});

test('a hostile file changes nothing and says where it is wrong', async ({ page }, info) => {
  await openCalculate(page);
  await page.getByRole('button', { name: 'CDMO', exact: true }).click();
  const load = async (name: string, content: string): Promise<void> => {
    const path = info.outputPath(name);
    writeFileSync(path, content);
    await page.locator('input[type=file]').setInputFiles(path);
  };
  await load(
    'bad.json',
    JSON.stringify({
      applicant: { type: 'enterprise' },
      projects: [
        { id: 'a', matter: 'device-registration', date: '2026-02-30', facts: { rdInvestment: -1, evil: '=1+1' } },
      ],
      __proto__x: 1,
    }),
  );
  await expect(page.locator('.faults')).toContainText('projects[0].date');
  await expect(page.locator('.faults')).toContainText('projects[0].facts.rdInvestment');
  await load('not.json', '<script>alert(1)</script>');
  await expect(page.getByText('不是有效的 JSON 文件')).toBeVisible();
  await load('huge.json', ' '.repeat(1_000_001));
  await expect(page.getByText('超过 1 MB')).toBeVisible();
  await expect(page.locator('.project')).toHaveCount(3);
  await page.goto('/calculate/#s=broken');
  await expect(page.getByRole('alert')).toContainText('链接不完整或已损坏');
  await expect(page.locator('.project')).toHaveCount(3);
});

test('names that begin like formulas stay words', async ({ page }) => {
  await openCalculate(page);
  await page.getByRole('button', { name: '诊断试剂企业' }).click();
  await page.locator('.project-name').first().click();
  await page.locator('.project input[name=name]').first().fill('=HYPERLINK("http://evil")');
  const sheets = await readWorkbook(await downloadOf(page, 'Excel 表格'));
  const cells = [...sheets.values()].flat(2).filter(({ value }) => value.includes('evil'));
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.every(({ kind }) => kind === 'text')).toBe(true);
});

test('ten projects fit a link of 2,000 characters', async ({ page, browser }) => {
  await openCalculate(page);
  await page.getByRole('button', { name: '三类器械企业' }).click();
  for (let count = 3; count < 10; count += 1)
    await page
      .getByRole('button', { name: /^复制：/ })
      .nth(count % 3)
      .click();
  await expect(page.locator('.project')).toHaveCount(10);
  const address = await linkOf(page);
  expect(address.length).toBeLessThanOrEqual(2000);
  const totals = await totalsOf(page);
  await inFreshProfile(browser, address, async (fresh) => expect(await totalsOf(fresh)).toEqual(totals));
});

test('fifty projects give what the engine gives', async ({ page }) => {
  const file = fiftyProjects();
  const engine = compile(loadKnowledgeBase().rules);
  const parsed = parseScenario(engine, JSON.parse(String(file.buffer)));
  if (!parsed.ok) throw new Error('the scenario does not hold');
  const sums = evaluate(engine, parsed.scenario).policies.map(({ determined }) => wordMoney(determined));
  await openCalculate(page);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.locator('.project')).toHaveCount(50);
  expect(await totalsOf(page)).toEqual(sums);
});

test('WeChat is told what to do', async ({ browser }) => {
  const context = await browser.newContext({ userAgent: 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0' });
  const page = await context.newPage();
  await openCalculate(page);
  await page.getByRole('button', { name: 'CDMO', exact: true }).click();
  await page.getByRole('button', { name: '情景文件', exact: true }).click();
  await expect(page.getByText('在浏览器打开')).toBeVisible();
  await expect(page.getByLabel('可复制的内容')).toHaveValue(/"applicant"/);
  await context.close();
});

test('keyboard alone composes, moves and removes', async ({ page }) => {
  await openCalculate(page);
  await page.getByLabel('加一个项目').focus();
  await page.getByLabel('加一个项目').selectOption({ label: CERTIFICATE });
  await expect(page.locator('.project-name').first()).toBeFocused();
  await page.getByLabel('加一个项目').selectOption({ label: CERTIFICATE });
  await expect(page.locator('.project-name').nth(1)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^上移：2/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.project').first()).toHaveAttribute('data-project', 'p2');
  await page.locator('.project').first().getByRole('button', { name: /^删除/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.project-name').first()).toBeFocused();
  await page.locator('.date-line input').first().focus();
  const before = await page.locator('.date-line li p').first().innerText();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.date-line li p').first()).not.toHaveText(before);
});

test('no accessibility fault and no sideways scrolling in any look', async ({ page }) => {
  await openCalculate(page);
  await page.getByRole('button', { name: '创新药企业' }).click();
  await page.locator('.project-name').first().click();
  await page.getByText('怎么算的').first().click();
  await expectSound(page);
});

test('the Excel library comes only when it is asked for, and the page stays small', async ({ page }) => {
  const scripts: { url: string; size: number }[] = [];
  page.on('response', async (response) => {
    if (!response.url().endsWith('.js')) return;
    const { gzipSync } = await import('node:zlib');
    scripts.push({ url: response.url(), size: gzipSync(await response.body()).length });
  });
  await openCalculate(page);
  await page.getByRole('button', { name: 'CDMO', exact: true }).click();
  await page.waitForTimeout(300);
  const before = scripts.reduce((sum, { size }) => sum + size, 0);
  console.log(`/calculate/ JavaScript: ${(before / 1024).toFixed(1)} kB gzipped`);
  expect(before).toBeLessThanOrEqual(160 * 1024);
  expect(scripts.some(({ url }) => url.includes('excel'))).toBe(false);
  await downloadOf(page, 'Excel 表格');
  await expect.poll(() => scripts.some(({ url }) => url.includes('excel'))).toBe(true);
});

test('the print is one to three pages', async ({ page }) => {
  await openCalculate(page);
  await page.getByRole('button', { name: '创新药企业' }).click();
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length;
  console.log(`print: ${pages} pages`);
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(3);
});

test('the page has its styles: a heading as on the other pages, bars in the ink of their policy', async ({ page }) => {
  const sizeOf = () => page.locator('h1').evaluate((element) => getComputedStyle(element).fontSize);
  await page.goto('/compare/');
  const size = await sizeOf();
  await openCalculate(page);
  expect(await sizeOf()).toBe(size);
  await page.getByRole('button', { name: '诊断试剂企业' }).click();
  const inks = await page.locator('.years pattern').evaluateAll((patterns) =>
    patterns.map((pattern) => {
      const marks = [...pattern.querySelectorAll('path, circle')].map((mark) => {
        const { stroke, fill } = getComputedStyle(mark);
        return stroke === 'none' ? fill : stroke;
      });
      return { ground: getComputedStyle(pattern.querySelector('rect') as Element).fill, mark: marks[0] };
    }),
  );
  expect(inks).toHaveLength(2);
  expect(new Set(inks.map(({ mark }) => mark)).size).toBe(2);
  for (const { ground, mark } of inks) expect([ground, mark]).not.toContain('rgb(0, 0, 0)');
});
