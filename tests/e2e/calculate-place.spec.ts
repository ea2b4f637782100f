import { expect, test, type Page } from '../support/test.ts';
import { inFreshProfile, linkOf, openCalculate } from '../support/scenario-page.ts';

const CERTIFICATE = '我有一个二类证或三类证';
const WIDTHS = [360, 1440] as const;

/** Where the focused title stands: how far below the header, and how far above what stands at the bottom. */
async function roomOf(page: Page): Promise<{ above: number; below: number }> {
  await expect(page.locator('.project-name:focus')).toHaveCount(1);
  // whatever still moves has moved
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const title = document.activeElement?.getBoundingClientRect();
    const head = document.querySelector('.head')?.getBoundingClientRect();
    const bar = document.querySelector('.glimpse')?.getBoundingClientRect();
    const floor = bar && bar.height > 0 ? bar.top : innerHeight;
    if (!title || !head) throw new Error('no title or no header');
    return { above: title.top - Math.max(0, head.bottom), below: floor - title.bottom };
  });
}

async function add(page: Page): Promise<void> {
  await page.getByLabel('加一个项目').selectOption({ label: CERTIFICATE });
}

for (const width of WIDTHS) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: width === 360 ? 740 : 900 } });

    test('an added project stands just below the header', async ({ page }) => {
      await openCalculate(page);
      for (let nth = 1; nth <= 4; nth += 1) {
        await add(page);
        await expect(page.locator('.project-name').nth(nth - 1)).toBeFocused();
        const { above, below } = await roomOf(page);
        expect.soft(above, `project ${nth}`).toBeGreaterThanOrEqual(0);
        expect.soft(above, `project ${nth}`).toBeLessThan(120);
        expect.soft(below, `project ${nth}`).toBeGreaterThan(0);
      }
    });

    test('so does what a deletion or a link leads to, and a reload leads nowhere', async ({ page, browser }) => {
      await openCalculate(page);
      for (let nth = 1; nth <= 3; nth += 1) await add(page);
      await page.locator('.project').first().getByRole('button', { name: /^删除/ }).click();
      const removed = await roomOf(page);
      expect.soft(removed.above).toBeGreaterThanOrEqual(0);
      expect.soft(removed.below).toBeGreaterThan(0);
      await page.locator('.project').first().getByRole('button', { name: /^删除/ }).click();
      await roomOf(page);
      await inFreshProfile(browser, await linkOf(page), async (fresh) => {
        await fresh.setViewportSize({ width, height: width === 360 ? 740 : 900 });
        const linked = await roomOf(fresh);
        expect.soft(linked.above).toBeGreaterThanOrEqual(0);
        expect.soft(linked.below).toBeGreaterThan(0);
      });
      await page.reload();
      await page.locator('.scenario[data-ready]').waitFor();
      await expect(page.locator('.project')).toHaveCount(1);
      await expect(page.locator('.project-name:focus')).toHaveCount(0);
    });
  });
}
