import { expect, test, type Page } from '../support/test.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { expectSound } from '../support/every-look.ts';
import { drawSubstrings, expectedAnchors, MIXED, plain } from '../support/search-draws.ts';

const kb = loadKnowledgeBase();
const DRAWS = process.env['FULL'] ? 12_000 : 500;
const SHARDS = 2;

interface Shown {
  /** `<path>#<anchor>` of every link in the literal results, 更多 pressed to the end */
  anchors: string[];
  first: string;
}

/** Types each query into the page's own box and reads what the page shows. */
async function askPage(page: Page, queries: string[]): Promise<Shown[]> {
  await page.locator('#q').focus();
  await page.locator('.answers').waitFor({ state: 'attached' });
  return page.evaluate(async (asked) => {
    const box = document.querySelector<HTMLInputElement>('[data-search-page] input');
    const answers = document.querySelector<HTMLElement>('.answers');
    if (!box || !answers) throw new Error('no search box');
    const settled = (query: string): Promise<void> =>
      new Promise((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          if (answers.dataset['answered'] === query) resolve();
          else channel.port2.postMessage(0);
        };
        channel.port2.postMessage(0);
      });
    const shown: Shown[] = [];
    for (const query of asked) {
      box.value = query;
      box.dispatchEvent(new InputEvent('input'));
      await settled(box.value);
      for (let more = answers.querySelector<HTMLButtonElement>('button.more'); more && !more.hidden;) more.click();
      const links = [...answers.querySelectorAll<HTMLAnchorElement>('[data-search-results] a')];
      shown.push({
        anchors: links.map((link) => new URL(link.href).pathname + new URL(link.href).hash),
        first: answers.querySelector('[data-search-results] > li')?.textContent ?? '',
      });
    }
    return shown;
  }, queries);
}

for (let shard = 0; shard < SHARDS; shard += 1) {
  test(`whatever stands in a clause is found, and nothing else (${shard + 1} of ${SHARDS})`, async ({ page }) => {
    test.setTimeout(process.env['FULL'] ? 1_800_000 : 300_000);
    await page.goto('/search/');
    const queries = [...(shard === 0 ? MIXED : []), ...drawSubstrings(kb, DRAWS / SHARDS, 20_260_701 + shard)].map(
      (query) => query.trim(),
    );
    const byLength = new Map<
      number,
      { queries: number; expected: number; found: number; right: number; first: number }
    >();
    const wrong: string[] = [];
    const answers = await askPage(page, queries);
    queries.forEach((query, at) => {
      const expected = expectedAnchors(kb, query);
      const { anchors, first } = answers[at] ?? { anchors: [], first: '' };
      const found = new Set(anchors);
      // what stands nowhere has no first result
      const leads = expected.size === 0 || plain(first).includes(plain(query));
      const right = [...found].filter((anchor) => expected.has(anchor)).length;
      const length = Array.from(plain(query)).length;
      const sum = byLength.get(length) ?? { queries: 0, expected: 0, found: 0, right: 0, first: 0 };
      sum.queries += 1;
      sum.expected += expected.size;
      sum.found += found.size;
      sum.right += right;
      sum.first += leads ? 1 : 0;
      byLength.set(length, sum);
      if (right !== expected.size || right !== found.size || !leads) wrong.push(query);
    });
    const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
    for (const [length, { queries: count, expected, found, right, first }] of [...byLength].sort(([a], [b]) => a - b)) {
      console.log(
        `length ${length}: ${count} queries, recall ${percent(right, expected)}, precision ${percent(right, found)}, first contains it ${percent(first, count)}`,
      );
    }
    expect(wrong).toEqual([]);
  });
}

test('a result opens at its paragraph with the words marked', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('审计报告')}`);
  const link = page.locator('[data-search-results] a').first();
  await expect(link).toBeVisible();
  await link.click();
  await expect(page).toHaveURL(/highlight=.*#/);
  await expect(page.locator('[data-official] mark').first()).toHaveText('审计报告');
  await expect(page.locator(':target')).toBeInViewport();
});

test('a page whose words are marked keeps its official text', async ({ page }) => {
  await page.goto('/minhang-2025/rules/6/');
  const text = await page.locator('[data-official]').allTextContents();
  await page.goto(
    `/minhang-2025/rules/6/?highlight=${encodeURIComponent('50万元')}&highlight=${encodeURIComponent('<b>')}`,
  );
  await expect(page.locator('mark').first()).toBeVisible();
  expect(await page.locator('[data-official]').allTextContents()).toEqual(text);
});

test('the query and the facets live in the address, and back works', async ({ page }) => {
  await page.goto('/search/');
  await page.locator('#q').pressSequentially('研发投入');
  await expect(page.locator('.count')).toContainText('条');
  await expect(page).toHaveURL(/q=/);
  const all = await page.locator('[data-search-results] > li').count();
  if (!(await page.locator('.facets').evaluate((details: HTMLDetailsElement) => details.open)))
    await page.locator('.facets summary').click();
  await page.getByRole('checkbox', { name: /松江/ }).first().check();
  await expect(page).toHaveURL(/policy=/);
  await expect(page.locator('[data-search-results] > li')).not.toHaveCount(all);
  const few = await page.locator('[data-search-results] > li').count();
  await page.reload();
  await expect(page.locator('[data-search-results] > li')).toHaveCount(few);
  await page.goBack();
  await expect(page.locator('[data-search-results] > li')).toHaveCount(all);
  await page.goBack();
  await expect(page.locator('#q')).toHaveValue('');
});

test.describe('without the service worker, which asks for itself', () => {
  test.use({ serviceWorkers: 'block' });
  test('where a side table does not come, what was found stays, and the page says what is lacking', async ({
    page,
  }) => {
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    let down = true;
    await page.route('**/pagefind/labels.*', (route) => (down ? route.abort() : route.continue()));
    const count = page.locator('.count');
    const lacking = page.locator('.answers .ways');
    const results = page.locator('[data-search-results] > li');
    // few results: what is related needs the table; many: only the facets do
    for (const query of ['洁净车间', '研发投入', '没有这样的话']) {
      await page.goto(`/search/?q=${encodeURIComponent(query)}`);
      await expect(lacking).toContainText('没有取到');
      await expect(count).toContainText(query);
      if (query !== '没有这样的话') await expect(results.first()).toBeVisible();
      await expect(page.locator('.facets')).toBeHidden();
    }
    await page.goto(`/search/?q=${encodeURIComponent('洁净车间')}&policy=minhang-2025`);
    await expect(count).toContainText('没有取到');
    down = false;
    await page.locator('#q').fill('洁净车间 ');
    await expect(results.first()).toBeVisible();
    await expect(lacking).toBeEmpty();
    await expect(count).not.toContainText('没有取到');
    expect(thrown).toEqual([]);
  });
});

test('the keyboard alone opens the search, goes through results and opens one', async ({ page }) => {
  await page.goto('/minhang-2025/rules/6/');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.waitForTimeout(300);
  expect(requests.filter((url) => url.includes('pagefind'))).toEqual([]);
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('1000万');
  await expect(page.getByRole('dialog').locator('[data-search-results] > li').first()).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('条');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/highlight=/);
});

test('what is typed while the search is on its way is all there', async ({ page }) => {
  await page.route(/\/_astro\/.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.goto('/about/');
  await page.locator('[data-search-box] input').click();
  await page.keyboard.type('委托');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('dialog').locator('input')).toHaveValue('委托');
  await page.keyboard.type('生产');
  await expect(page.getByRole('dialog').locator('input')).toHaveValue('委托生产');
});

test('nor is anything lost that is typed right after the key that opens it', async ({ page }) => {
  await page.route(/\/_astro\/.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.goto('/about/', { waitUntil: 'networkidle' });
  const box = page.getByRole('dialog').locator('input');
  const before = await page.evaluate(() => document.activeElement?.tagName);
  await page.keyboard.press('/');
  await page.keyboard.type('委托');
  await expect(box).toHaveValue('委托');
  await page.keyboard.type('生产');
  await expect(box).toHaveValue('委托生产');
  await page.keyboard.press('Escape'); // empties the box
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  // a browser takes the focus from a box that has gone with its next frame
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe(before);
  // the second time there is nothing to wait for: it opens within the key's own event
  await page.evaluate(() => {
    addEventListener('keydown', () => (document.title = String(document.querySelector('dialog')?.open)));
  });
  await page.keyboard.press('Control+k');
  await expect(page).toHaveTitle('true');
  await page.keyboard.type('临床');
  await expect(box).toHaveValue('临床');
});

test('a clause number goes straight there', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('细则六');
  await expect(page.locator('.direct li')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/minhang-2025\/rules\/6\/$/);
});

test('very common characters: the exact count, the first fifty, and more', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('，')}`);
  await expect(page.locator('[data-search-results] > li')).toHaveCount(50);
  const pages = new Set(
    [...expectedAnchors(kb, '，')].map((anchor) => anchor.replace(/\/#.*/, anchor.includes('chapter') ? '$&' : '/')),
  );
  await expect(page.locator('.count')).toContainText(`${pages.size} 条，`);
  await page.locator('button.more').first().click();
  await expect(page.locator('[data-search-results] > li')).toHaveCount(pages.size);
});

test('both districts are on the first screen of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const query of ['医疗器械', '委托生产', '1:0.5', '研发投入']) {
    await page.goto(`/search/?q=${encodeURIComponent(query)}`);
    for (const policy of kb.policies)
      await expect(
        page.locator(`[data-search-results] > li[data-policy="${policy.id}"] h3`).first(),
        query,
      ).toBeInViewport();
  }
});

test('markup in a query stays words', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await expect(page.locator('.count')).toContainText('<img src=x');
  await expect(page.locator('main img')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the box is a plain form, and its page offers the continuous texts', async ({ page }) => {
    await page.goto('/');
    await page.locator('[data-search-box] input').fill('委托生产');
    await page.locator('[data-search-box] input').press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=/);
    for (const policy of kb.policies)
      for (const { url } of policy.parts) await expect(page.locator(`main a[href$="${url}"]`)).toHaveCount(1);
  });
});

test('axe finds nothing in results and in the dialog, in any look', async ({ page }) => {
  await page.goto('/search/?q=' + encodeURIComponent('补贴 临床'));
  await page.locator('[data-search-results] li, [data-search-related] li').first().waitFor();
  await expectSound(page);
  await page.goto('/about/');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.locator('dialog input').fill('三类证');
  await page.locator('dialog [data-search-related] li').first().waitFor();
  await expectSound(page);
});
