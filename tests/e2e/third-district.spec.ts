import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '../support/test.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { addressesOf } from '../../src/model/addresses.ts';
import { BuiltSite } from '../support/links.ts';
import { expectSound } from '../support/every-look.ts';
import { buildSite, serveFolder } from '../support/build-site.ts';
import { copyMarks, followTurns } from '../support/amended-journeys.ts';
import { contentWithTurns, removeContent, THIRD } from '../support/third-district.ts';

/** 2026-10-01 in Shanghai */
const BUILT = String(Date.parse('2026-10-01T00:00:00+08:00') / 1000);

/** The site with an invented third policy: a folder more, no code. */
test.describe('with a third district', () => {
  // one worker for them all: the site is built once
  test.describe.configure({ mode: 'default' });
  // amended three times, and built between the first and the second
  const content = contentWithTurns();
  const folder = mkdtempSync(join(tmpdir(), 'third-site-'));
  let server: Server;
  let site: string;

  test.beforeAll(async () => {
    await buildSite(folder, {
      CONTENT_DIR: content,
      SOURCE_DATE_EPOCH: BUILT,
      OG_CARDS: '0',
      SITE_URL: '',
      BASE_PATH: '',
    });
    ({ server, url: site } = await serveFolder(folder));
  });
  test.afterAll(() => {
    server.close();
    removeContent(content);
    rmSync(folder, { recursive: true });
  });

  const open = async (page: Page, path: string): Promise<string[]> => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(site + path);
    return said;
  };
  const choose = async (page: Page, name: string, on: boolean): Promise<void> => {
    const button = page.getByRole('button', { name: '换政策' });
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    await page.getByRole('checkbox', { name }).setChecked(on);
  };

  test('home: three answers, a choice of them, and the third in contents and validity', async ({ page }) => {
    const said = await open(page, '/');
    await expect(page.locator('h1')).toContainText('虚构区');
    await expect(page.locator('.home-question .calc-answer')).toHaveCount(3);
    await expect(page.locator('.books')).toContainText('虚科规〔2026〕99号');
    await choose(page, '闵行 2025', false);
    await expect(page.locator('.home-question .calc-answer h3')).toHaveText([/松江 2025/, /虚构 2026/]);
    await expect(page).toHaveURL(/\?p=songjiang-2025,xugou-2026$/);
    await expect(page.locator('[data-glance] li').first().locator('.glance-words p')).toHaveCount(2);
    await page.locator('[data-glance] a').filter({ hasText: '医疗器械研发' }).click();
    await expect(page).toHaveURL(/\/compare\/device-research\/\?p=songjiang-2025,xugou-2026$/);
    await expect(page.locator('thead th').nth(2)).toContainText('虚构 2026');
    expect(said).toEqual([]);
  });

  test('the matrix: columns as chosen, in the address, with the filters', async ({ page }) => {
    const said = await open(page, '/compare/');
    await expect(page.locator('thead th')).toHaveText(['议题', /闵行/, /松江/, /虚构/]);
    await page.getByLabel('只看给钱的').check();
    const shown = page.locator('tbody.topic-body:visible');
    const all = await shown.count();
    await choose(page, '闵行 2025', false);
    await expect(page.locator('thead th')).toHaveText(['议题', /松江/, /虚构/]);
    await expect(page).toHaveURL(/money=1/);
    await expect(page).toHaveURL(/p=songjiang-2025,xugou-2026/);
    expect(await shown.count()).toBeLessThan(all);
    await page.locator('[data-topic="device-research"] [data-unfold]').click();
    const higher = page.locator('[data-topic="device-research"] .favour').filter({ hasText: '虚构 2026 较高' });
    await expect(higher.first()).toBeVisible();
    await page.getByLabel('只看给钱的').uncheck();
    await expect(page).toHaveURL(/p=songjiang-2025,xugou-2026/);
    await page.reload();
    await expect(page.locator('thead th')).toHaveText(['议题', /松江/, /虚构/]);
    // one alone is no comparison: the table stays until there are two again
    await choose(page, '松江 2025', false);
    await expect(page.locator('.chooser [role=status]')).toHaveText('还要再选一项');
    await expect(page.locator('thead th')).toHaveCount(3);
    await choose(page, '闵行 2025', true);
    await expect(page.locator('thead th')).toHaveText(['议题', /闵行/, /虚构/]);
    expect(said).toEqual([]);
  });

  test('a topic: terms, texts, doubts and sums of the policies chosen', async ({ page }) => {
    const said = await open(page, '/compare/device-research/?p=minhang-2025,xugou-2026');
    await expect(page.locator('thead th')).toHaveText(['项目', /闵行/, /虚构/]);
    await expect(page.locator('.pair').first()).toContainText('办法（一）');
    await expect(page.locator('.texts ins').first()).toBeVisible();
    await expect(page.locator('.concerns')).toContainText('办法（一）年度上限管到哪里');
    await expect(page.locator('.concerns')).not.toContainText('重点产品');
    await expect(page.locator('.calc-answer h3')).toHaveText([/闵行 2025/, /虚构 2026/]);
    await choose(page, '松江 2025', true);
    await expect(page.locator('thead th')).toHaveCount(4);
    await expect(page.locator('.calc-answer')).toHaveCount(3);
    await expect(page.locator('.concerns')).toContainText('重点产品');
    await expect(page).toHaveURL(/\/compare\/device-research\/$/);
    expect(said).toEqual([]);
  });

  test('a clause: its own sums beside the others, reading and all', async ({ page }) => {
    const said = await open(page, `/${THIRD}/measures/1/`);
    await page.locator('.calc').hover();
    await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
    await page.getByRole('radio', { name: '第二类' }).check();
    await page.getByRole('textbox', { name: '研发投入' }).fill('100');
    const own = page.locator(`.calc-answer[data-policy="${THIRD}"]`);
    await expect(own.locator('dd')).toHaveText('30 万元');
    await expect(page.locator('.calc-answer')).toHaveCount(3);
    await choose(page, '闵行 2025', false);
    await expect(page.locator('.calc-answer')).toHaveCount(2);
    await expect(own.locator('dd')).toHaveText('30 万元');
    // the policy that the page is about stays
    await expect(page.getByRole('checkbox', { name: '虚构 2026' })).toBeDisabled();
    await expect(page).toHaveURL(/p=songjiang-2025,xugou-2026&calc=/);
    await page.reload();
    await expect(page.locator('.calc-answer')).toHaveCount(2);
    await expect(own.locator('dd')).toHaveText('30 万元');
    expect(said).toEqual([]);
  });

  test('the whole scenario: columns, chart, caps, readings, print', async ({ page }) => {
    const said = await open(page, '/calculate/');
    await page.locator('.scenario[data-ready]').waitFor();
    await page.getByRole('button', { name: '三类' }).first().click();
    await expect(page.locator('[data-total]')).toHaveCount(3);
    await expect(page.locator(`[data-total="${THIRD}"] dd`).first()).toHaveText(/万元/);
    await expect(page.locator('.by-project thead th')).toHaveText(['项目', /闵行/, /松江/, /虚构/]);
    await expect(page.locator(`.caps [data-policy="${THIRD}"]`).first()).toBeVisible();
    await expect(page.locator(`.years pattern[data-policy="${THIRD}"] path`)).toHaveCount(2);
    await choose(page, '松江 2025', false);
    await expect(page.locator('[data-total]')).toHaveCount(2);
    await expect(page.locator('.project').first()).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.print-report')).toContainText('虚科规〔2026〕99号');
    await expect(page.locator('.print-report')).not.toContainText('松科委规');
    await expect(page.locator('.print-report .print-address').last()).toContainText('?p=minhang-2025,xugou-2026#s=');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.reload();
    await expect(page.locator('[data-total]')).toHaveCount(2);
    expect(said).toEqual([]);
  });

  test('search finds what only the third says, and leads there', async ({ page }) => {
    const said = await open(page, '/search/?q=星云孵化驿站');
    const results = page.locator('[data-search-results] > li');
    await expect(results.first()).toContainText('办法（五）');
    await results.first().getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`/${THIRD}/measures/5/`));
    expect(said).toEqual([]);
  });

  test('its own pages, departments, explanations and data are there', async ({ page, request }) => {
    await open(page, `/${THIRD}/`);
    await expect(page.locator('h1')).toContainText('虚构区');
    await open(page, '/departments/');
    await page.locator('main').getByRole('link', { name: '虚构 2026' }).click();
    await expect(page.locator('main')).toContainText('虚构区星云产业局');
    await open(page, '/about/');
    await page.locator('main').getByRole('link', { name: '口径 1 处' }).click();
    await expect(page.locator(`[id="reading-${THIRD}-device-annual-cap"]`)).toBeVisible();
    for (const path of [`/data/${THIRD}.html`, `/data/${THIRD}.akn.xml`, '/data/awards.csv', '/llms.txt'])
      expect([path, (await (await request.get(site + path)).text()).includes(THIRD)]).toEqual([path, true]);
  });

  test('an amended clause: the text in force, both texts with what differs, and true on a later day', async ({
    page,
  }) => {
    const place = `/${THIRD}/measures/3/`;
    await page.clock.setFixedTime(new Date('2026-11-01T12:00:00+08:00'));
    const said = await open(page, place);
    await expect(page.locator('.official').nth(1)).toContainText('最高 800 万元');
    await expect(page.locator('.lead')).toContainText('现行有效 施行至2027年9月30日');
    await expect(page.locator('.version')).toContainText('本条自2027年10月1日起由新版本代替');
    const first = page.locator('.texts .pair').first();
    await expect(first.locator('del')).toHaveText(['1:0.3', '600 万元']);
    await expect(first.locator('ins').nth(1)).toHaveText('1:0.5');
    // a paragraph that only the version to come lacks is here; its own address tells where it stands
    await open(page, `${place}v3/`);
    await expect(page.locator('.lead')).toContainText('尚未施行');
    await expect(page.locator('.official')).toHaveCount(2);
    await page.clock.setFixedTime(new Date('2027-10-01T12:00:00+08:00'));
    await open(page, place);
    await expect(page.locator('.lead')).toContainText('已被代替');
    await expect(page.locator('.version')).toContainText('本条这一文本已于2027年10月1日被新版本代替');
    await page.locator('.version').getByRole('link', { name: '2027年10月1日起文本' }).click();
    await expect(page).toHaveURL(new RegExp(`${place}v3/$`));
    await open(page, `${place}v1/`);
    await expect(page.locator('.version')).toContainText('已于2026年9月1日被新版本代替');
    await page.locator('.version').getByRole('link', { name: '现行文本', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${place}$`));
    await page.locator('.version').getByRole('link', { name: '2026 年修改通知' }).click();
    await expect(page.locator('h1')).toContainText('关于修改《虚构区');
    expect(said).toEqual([]);
  });

  test('a clause struck out and one added: told before and after the day, at addresses that stay', ({ page }) =>
    followTurns(page, open));

  test('¶ copies the address that always shows the words, on every page of an amended clause', ({ page }) =>
    copyMarks(page, open, site));

  test('every address of it stands, those of older texts too, and no link is broken', () => {
    const built = new BuiltSite(folder);
    const kb = loadKnowledgeBase(content, '2026-10-01');
    const lost = addressesOf(kb).filter(({ address }) => !built.has(address));
    expect(lost).toEqual([]);
    expect(built.broken()).toEqual([]);
  });

  test('a calculator takes the version in force on the date that is given', async ({ page }) => {
    const said = await open(page, `/${THIRD}/measures/3/v1/`);
    await page.locator('.calc').hover();
    await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
    await page.getByRole('textbox', { name: '市级支持资金' }).fill('1000');
    const own = page.locator(`.calc-answer[data-policy="${THIRD}"]`);
    for (const [date, sum] of [
      ['2026-08-31', '300 万元'],
      ['2026-09-01', '500 万元'],
    ] as const) {
      await page.getByLabel('市级资金到账日').fill(date);
      await expect(own.locator('dd')).toHaveText(sum);
    }
    await expect(page.locator('.calc-elsewhere')).toContainText('适用办法（三）（2026年9月1日起文本）');
    expect(said).toEqual([]);
  });

  test('kept on request and there without a network, though the worker brings no list of it', async ({
    page,
    context,
    request,
  }) => {
    expect(await (await request.get(`${site}/sw.js`)).text()).not.toContain(`${THIRD}/measures/1/`);
    await open(page, `/${THIRD}/`);
    await page.getByRole('button', { name: '离线保存整部政策' }).click();
    await expect(page.getByRole('button', { name: '已离线保存' })).toBeVisible({ timeout: 60_000 });
    await context.setOffline(true);
    await page.goto(`${site}/${THIRD}/measures/1/`);
    await expect(page.locator('h1')).toContainText('支持医疗器械研发');
    // off the device again: what is to go is known without a network
    await page.goto(`${site}/${THIRD}/`);
    await page.getByRole('button', { name: '删除离线副本' }).click();
    await page.getByRole('button', { name: '确定删除' }).click();
    await expect(page.getByRole('button', { name: '离线保存整部政策' })).toBeEnabled();
    await page.goto(`${site}/${THIRD}/measures/1/`);
    await expect(page.locator('h1')).toContainText('没有网络');
  });

  test('without scripts the first choice stands there, with the way to the rest', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await open(page, '/compare/device-research/');
    await expect(page.locator('thead th')).toHaveCount(4);
    await expect(page.getByRole('button', { name: '换政策' })).toBeHidden();
    await context.close();
  });

  // the matrix in the default run, where three columns are narrowest; the others with FULL=1
  const others = process.env['FULL']
    ? ['/', '/compare/industrialisation/', `/${THIRD}/measures/1/`, `/${THIRD}/measures/3/v1/`, '/calculate/']
    : [];
  for (const path of ['/compare/', ...others]) {
    test(`${path}: no accessibility fault, no sideways scrolling in any look`, async ({ page }) => {
      await open(page, path);
      await page.getByRole('button', { name: '换政策' }).click();
      await page.getByRole('group', { name: '选两项或三项，并排看' }).waitFor();
      await expectSound(page);
    });
  }
});
