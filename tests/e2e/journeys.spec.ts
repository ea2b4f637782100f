import { expect, settled, test, type Page } from '../support/test.ts';
import { collectFaults } from '../support/faults.ts';
import { addProject, linkOf, printedText, totalsOf } from '../support/scenario-page.ts';

/** `npm run test:deploy` walks the same ways on a site below a path. */
const BASE = process.env['BASE_PATH'] ?? '';

/** Somebody who knows nothing but the first address, and presses what can be seen. */
interface Journey {
  who: string;
  walk: (page: Page) => Promise<void>;
  /** 万元 that the scenario at its end can work out, by policy */
  sums: [string, string];
}

const JOURNEYS: Journey[] = [
  {
    who: 'an IVD maker with two class III certificates in one year',
    walk: async (page) => {
      await page.getByLabel('研发投入').first().fill('200');
      await expect(page.getByRole('region', { name: '松江 2025' }).first()).toContainText('40 万元');
      await page.getByRole('link', { name: '医疗器械研发', exact: true }).first().click();
      await arrived(page, '/compare/device-research/', '医疗器械研发');
      await page.locator('main a[href*="/minhang-2025/rules/6/"]:visible').first().click();
      await arrived(page, '/minhang-2025/rules/6/', '三类医疗器械');
      await expect(page.locator('[data-official]').first()).toBeVisible();
      await toScenario(page);
      for (const [investment, date] of [
        ['800', '2026-03-15'],
        ['600', '2026-09-20'],
      ] as const)
        await addProject(page, '我有一个二类证或三类证', async (card) => {
          await card.getByRole('radio', { name: '第三类' }).check();
          await card.getByRole('radiogroup', { name: '诊断试剂' }).getByRole('radio', { name: '是' }).check();
          await card.getByLabel('研发投入').fill(investment);
          await card.getByLabel('注册证签发日').fill(date);
        });
    },
    sums: ['100 万元', '200 万元'],
  },
  {
    who: 'a CDMO',
    walk: async (page) => {
      await page.locator('[data-search-box] input').click();
      await page.keyboard.type('委托生产');
      await page.locator('[data-search-results] a').first().click();
      await expect(page).toHaveURL(/\/(minhang|songjiang)-2025\/.*highlight=/);
      await expect(page.locator('[data-official] mark').first()).toHaveText('委托生产');
      await page.getByRole('navigation', { name: '站内' }).getByRole('link', { name: '对照' }).click();
      await page.getByLabel('企业类型').selectOption({ label: 'CDMO' });
      await page.locator('main').getByRole('link', { name: '委托生产', exact: true }).first().click();
      await arrived(page, '/compare/contract-manufacturing/', '委托生产');
      await toScenario(page);
      await page.getByRole('button', { name: 'CDMO', exact: true }).click();
    },
    sums: ['1200 万元', '350 万元'],
  },
  {
    who: 'an innovative-drug firm licensing out for exactly 1亿元',
    walk: async (page) => {
      await page.getByLabel('我的情况').focus();
      await page.getByLabel('我的情况').selectOption({ label: '我把海外权益许可了出去' });
      await page.getByLabel('首付款').first().fill('1亿');
      await page.locator('main a[href*="/minhang-2025/rules/15/"]:visible').first().click();
      await arrived(page, '/minhang-2025/rules/15/', '海外权益');
      await toScenario(page);
      await addProject(page, '我把海外权益许可了出去', async (card) => {
        await card.getByLabel('首付款').fill('1亿');
        await card.getByLabel('市级支持资金').fill('600');
        await card.locator('input[type=date]').fill('2026-09-01');
      });
    },
    sums: ['300 万元', '200 万元'],
  },
];

async function arrived(page: Page, path: string, heading: string): Promise<void> {
  await expect(page).toHaveURL((url) => url.pathname === BASE + path);
  await expect(page.locator('h1')).toContainText(heading);
  // what asks for places before all is laid out makes the browser say so
  await settled(page);
  await noSidewaysScroll(page);
}

async function toScenario(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '站内' }).getByRole('link', { name: '测算' }).click();
  await page.locator('.scenario[data-ready]').waitFor();
}

async function noSidewaysScroll(page: Page): Promise<void> {
  expect(await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)).toBeLessThanOrEqual(0);
}

for (const { who, walk, sums } of JOURNEYS)
  for (const width of [360, 1440])
    test(`${who}, at ${width} px: from the first page to an answer that can be printed and passed on`, async ({
      page,
      baseURL,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      const faults = collectFaults(page, new URL(`${BASE}/`, baseURL).href);
      await page.goto(`${BASE}/`);
      await noSidewaysScroll(page);
      await walk(page);
      await expect.poll(() => totalsOf(page)).toEqual(sums);
      await noSidewaysScroll(page);
      const address = await linkOf(page);
      expect(address).toContain(`${BASE}/calculate/#`);
      const printed = await printedText(page);
      for (const sum of sums) expect(printed).toContain(`可算得 ${sum}`);
      expect(printed).toContain(address);
      expect(faults).toEqual([]);
    });
