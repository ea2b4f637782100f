import { writeFileSync } from 'node:fs';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { expect, test, type Page } from '../support/test.ts';
import { addProject, openCalculate, printedText, totalsOf } from '../support/scenario-page.ts';

const CERTIFICATE = '我有一个二类证或三类证';
const POLICIES = ['minhang-2025', 'songjiang-2025'] as const;

const total = (page: Page, policy: string) => page.locator(`[data-total="${policy}"]`);
const verdict = (page: Page) => page.locator('[data-certainty]');

/** 三类证, 500 万元. @param date empty: left open */
async function addClassThree(page: Page, date: string): Promise<void> {
  await addProject(page, CERTIFICATE, async (card) => {
    await card.getByRole('radio', { name: '第三类' }).check();
    await card.getByLabel('研发投入').fill('500');
    await card.locator('input[type=date]').fill(date);
  });
}

test.describe('what is not known is never 0', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const words of ['', 'abc', '1e9']) {
    test(`with “${words}” in the field`, async ({ page }) => {
      await openCalculate(page);
      await addProject(page, CERTIFICATE, async (card) => {
        await card.getByRole('radio', { name: '第三类' }).check();
        await card.getByLabel('研发投入').fill(words);
      });
      for (const policy of POLICIES) await expect(total(page, policy)).toContainText('尚待填写');
      expect(await totalsOf(page)).toEqual([]);
      await expect(page.locator('.glimpse')).not.toContainText('0 元');
      await expect(page.locator('.glimpse')).toContainText('尚待填写');
      await expect(verdict(page)).toContainText('尚待填写');
      expect(await printedText(page)).not.toContain('可算得 0 元');
    });
  }

  test('without a date, and as soon as it is there', async ({ page }) => {
    await openCalculate(page);
    await addClassThree(page, '');
    for (const policy of POLICIES) await expect(total(page, policy)).toContainText('尚待填写');
    await page.locator('.project input[type=date]').fill('2026-06-01');
    await expect.poll(() => totalsOf(page)).toEqual(['100 万元', '100 万元']);
  });

  test('a new trial of which nothing is filled in', async ({ page }) => {
    await openCalculate(page);
    await addProject(page, '我的新药拿到了临床试验报告', async () => undefined);
    await expect(total(page, 'minhang-2025')).toContainText('尚待填写');
    await expect(total(page, 'minhang-2025')).not.toContainText('没有市级支持资金');
  });
});

test('a ceiling is no sum, a policy without a clause gives no 0, and the verdict names who gives', async ({ page }) => {
  await openCalculate(page);
  await addProject(page, '我做医学人工智能的数据项目', async (card) => {
    await card.getByLabel('项目总投资额').fill('200');
    await card.locator('input[type=date]').fill('2026-06-01');
  });
  await expect(total(page, 'songjiang-2025').locator('[data-sum="discretionary"]')).toHaveText('最高可至60 万元');
  await expect(total(page, 'minhang-2025').locator('.calc-none')).toHaveText('无对应条款');
  await expect(page.locator('.scenario-answer')).not.toContainText('0 元 ');
  expect(await totalsOf(page)).toEqual([]);
  await expect(verdict(page)).toContainText('只有松江区有支持：最高可至 60 万元');
  const cell = page.locator('.by-project td[data-policy="minhang-2025"]');
  expect((await cell.innerText()).match(/无对应条款/g)).toHaveLength(1);
  expect((await printedText(page)).match(/无对应条款：无对应条款/g)).toBeNull();
});

for (const date of ['2025-10-01', '2028-01-01']) {
  test(`on ${date} the verdict says that the other policy is not in force`, async ({ page }) => {
    await openCalculate(page);
    await addProject(page, CERTIFICATE, async (card) => {
      await card.getByRole('radio', { name: '第三类' }).check();
      await card.getByLabel('研发投入').fill('500');
      await card.locator('input[type=date]').fill(date);
    });
    await expect(verdict(page)).toContainText('松江区：不在有效期内（2026年1月1日至2027年12月31日）');
    await expect(total(page, 'songjiang-2025')).toContainText('2026年1月1日至2027年12月31日');
  });
}

test('what a sum takes for granted stands in the open', async ({ page }) => {
  await openCalculate(page);
  await addClassThree(page, '2026-06-01');
  const given = page.locator('.by-project td[data-policy="songjiang-2025"] .calc-given');
  await expect(given).toContainText('重点产品');
  await expect(given).toBeVisible();
  for (const policy of loadKnowledgeBase().rules.policies) {
    const { conditions } = policy.awards.find(
      ({ matter, id }) => matter === 'device-registration' && id === 'class-iii',
    ) ?? {
      conditions: [],
    };
    const words = conditions.length === 0 ? [] : [`还须自行确认 ${conditions.length} 项`];
    expect(await total(page, policy.id).locator('.calc-given').allInnerTexts()).toEqual(words);
  }
});

test('what is wrong with all of a link or file is told without a path', async ({ page }, info) => {
  await openCalculate(page, '#s=broken');
  await expect(page.getByRole('alert')).toHaveText('链接里的情景没有载入，现有内容未变：链接不完整或已损坏');
  const path = info.outputPath('not.json');
  writeFileSync(path, '{');
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.locator('.faults')).toHaveText('不是有效的 JSON 文件');
});
