import { expect, type Page } from '@playwright/test';
import { THIRD } from './third-district.ts';

/** Opens a page of the site and returns what its console says. */
type Open = (page: Page, path: string) => Promise<string[]>;

/** A clause that is struck out and one that is added: what each page says before the day and from it on. */
export async function followTurns(page: Page, open: Open): Promise<void> {
  const [struck, added] = [`/${THIRD}/measures/4/`, `/${THIRD}/measures/6/`];
  await page.clock.setFixedTime(new Date('2027-12-31T12:00:00+08:00'));
  const said = await open(page, struck);
  await expect(page.locator('.lead')).toContainText('现行有效 施行至2027年12月31日，此后删去');
  await expect(page.locator('.version')).toContainText('本条将自2028年1月1日起删去');
  await open(page, added);
  await expect(page.locator('.version')).toContainText('本条将自2028年1月1日起增加');
  await page.clock.setFixedTime(new Date('2028-01-01T12:00:00+08:00'));
  await open(page, `/${THIRD}/`);
  await expect(page.locator('.catalogue').last()).toContainText('（已自2028年1月1日起删去）');
  await expect(page.locator('.catalogue').last()).not.toContainText('起增加');
  await open(page, `${struck}#p1`);
  await expect(page.locator('.lead')).toContainText('已删去');
  await expect(page.locator('#p1')).toContainText('最高 90 万元的资助');
  await page.locator('.version').getByRole('link', { name: '2028 年修改通知' }).click();
  await expect(page.locator('h1')).toContainText('关于第三次修改');
  await expect(page.locator('main')).toContainText('增加了办法（六），删去了办法（四）、办法（五）');
  await open(page, struck);
  await page.locator('.calc').hover();
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  await page.getByRole('textbox', { name: '总投资' }).fill('100');
  const own = page.locator(`.calc-answer[data-policy="${THIRD}"]`);
  await page.getByLabel('项目投资的验收日').fill('2027-12-31');
  await expect(own.locator('dd')).toHaveText('40 万元');
  await page.getByLabel('项目投资的验收日').fill('2028-01-01');
  await expect(page.locator('.calc')).toContainText('自2028年1月1日起删去：“删去（四）”');
  expect(said).toEqual([]);
}

/** ¶ of an amended clause on each of its pages, and of one that never was. */
export async function copyMarks(page: Page, open: Open, site: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async (path: string, mark: string): Promise<string> => {
    await open(page, path);
    await page.locator(mark).focus();
    await page.locator(mark).click();
    await expect(page.locator('[data-said]')).toHaveText('已复制链接');
    return (await page.evaluate(() => navigator.clipboard.readText())).replace(site, '');
  };
  const place = `/${THIRD}/measures/3/`;
  expect(await copied(`${place}v1/`, 'a.pm[href="#p1"]')).toBe(`${place}v1/#p1`);
  expect(await copied(place, 'a.pm[href="#p2"]')).toBe(`${place}v2/#p2`);
  expect(await copied(`/${THIRD}/measures/`, 'a.pm[href="#3-p1"]')).toBe(`${place}v2/#p1`);
  expect(await copied(`/${THIRD}/measures/`, 'a.pm[href="#2-p1"]')).toBe(`/${THIRD}/measures/#2-p1`);
}
