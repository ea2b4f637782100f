import { expect, test, type Page } from '../support/test.ts';
import { buildSearchFiles, type SearchFileMap } from '../../src/integrations/search-files.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { enlarged } from '../support/enlarged.ts';
import { plain } from '../support/search-draws.ts';

/** The site with the index of thousands of clauses: no visitor loads all their texts, yet all can be reached. */
const kb = enlarged(loadKnowledgeBase(), 1_500);
const holding = (words: string): number => kb.nodes.filter(({ text }) => plain(text).includes(words)).length;
let files: SearchFileMap;

test.beforeAll(async () => {
  files = await buildSearchFiles(kb, { squeeze: false });
});

/** @returns the names of the files asked for, and a switch that lets those of the texts fail */
async function withIndex(page: Page, index = files): Promise<{ asked: string[]; line: { down: boolean } }> {
  const asked: string[] = [];
  const line = { down: false };
  await page.route('**/pagefind/**', (route) => {
    const path = new URL(route.request().url()).pathname.split('/pagefind/')[1] ?? '';
    const body = index.get(path);
    asked.push(path);
    if (!body || (line.down && path.startsWith('texts'))) return route.abort();
    return route.fulfill({ body: Buffer.from(body), contentType: 'application/octet-stream' });
  });
  return { asked, line };
}

test('更多 leads on through all results, by keyboard, and says how many are left', async ({ page }) => {
  const { asked } = await withIndex(page);
  const all = holding('资金');
  expect(all).toBeGreaterThan(200);
  await page.goto('/search/?q=资金');
  const results = page.locator('[data-search-results] > li');
  await expect(results).toHaveCount(20);
  await expect(page.locator('.count')).toHaveText(`含有“资金”的有 ${all} 条`);
  expect(asked.length).toBeLessThan(40);
  const more = page.getByRole('button', { name: '更多' });
  for (let shown = 20; shown < all; shown = Math.min(all, shown + 20)) {
    await expect(results).toHaveCount(shown);
    await expect(more).toHaveText(`更多（还有 ${all - shown} 条）`);
    await more.focus();
    await page.keyboard.press('Enter');
    await expect(results.nth(shown).locator('a').first()).toBeFocused();
  }
  await expect(results).toHaveCount(all);
  await expect(more).toBeHidden();
  await expect(page.locator('.count')).toHaveText(/条，\d+ 段$/);
  const addresses = await results
    .locator('h3 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(new Set(addresses).size).toBe(all);
});

test('what narrows counts all results, not only those on the page', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await withIndex(page);
  await page.goto('/search/?q=资金');
  const choice = page.locator('.facets label', { hasText: '松江' }).first();
  const count = Number(await choice.locator('.n').textContent());
  const policy = kb.policies.find(({ shortTitle }) => shortTitle.includes('松江'))?.id;
  expect(count).toBe(kb.nodes.filter((node) => node.policy === policy && plain(node.text).includes('资金')).length);
  await choice.click();
  await expect(page.locator('.count')).toHaveText(`含有“资金”的 ${holding('资金')} 条里，符合筛选的 ${count} 条`);
  await expect(page.locator('[data-search-results] > li')).toHaveCount(Math.min(20, count));
});

test('where the next results do not come, the page says so, and 更多 tries again', async ({ page }) => {
  const { line } = await withIndex(page);
  await page.goto('/search/?q=万元');
  const results = page.locator('[data-search-results] > li');
  await expect(results).toHaveCount(20);
  line.down = true;
  await page.getByRole('button', { name: '更多' }).click();
  await expect(page.locator('.count')).toContainText('没有取到');
  await expect(results).toHaveCount(20);
  line.down = false;
  await page.getByRole('button', { name: '更多' }).click();
  await expect(results).toHaveCount(40);
  await expect(page.locator('.count')).toHaveText(`含有“万元”的有 ${holding('万元')} 条`);
});

test('a number that many clauses bear leads to the first, and the page says how to name another', async ({ page }) => {
  const nodes = kb.nodes.map((node, at) => (at % 20 === 0 ? { ...node, node: '7' } : node));
  const other = await buildSearchFiles({ ...kb, nodes }, { squeeze: false });
  await withIndex(page, other);
  await page.goto('/search/?q=第7条');
  await expect(page.locator('.direct li')).toHaveCount(20);
  const rest = nodes.filter(({ node }) => node === '7').length - 20;
  await expect(page.locator('.count')).toHaveText(`编号相同的另有 ${rest} 条，前面写上政策名即可直达。`);
});
