import { expect, test } from '../support/test.ts';
import { clauseRecords } from '../../src/data/clauses.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const knowledgeBase = loadKnowledgeBase();
const records = clauseRecords(knowledgeBase);
const bare = (text: string) => text.replace(/\s/g, '');

/** In the page: the official text, without what of ours stands inside it and says so. */
function officialText(): string {
  return [...document.querySelectorAll('[data-official]')]
    .map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const note of copy.querySelectorAll('[data-note]')) note.remove();
      return copy.textContent;
    })
    .join('');
}

/** The page of an address, its hash left out. */
const pageOf = (url: string) => url.split('#')[0] ?? url;

test('clauses.json is what the knowledge base holds, in document order', async ({ request }) => {
  const response = await request.get('/data/clauses.json');
  expect(response.headers()['content-type']).toContain('application/json');
  expect(await response.json()).toEqual(records);
});

for (const policy of knowledgeBase.policies) {
  test(`${policy.id}: the texts of /data/clauses.json joined are source.txt`, async ({ request }) => {
    const given = (await (await request.get('/data/clauses.json')).json()) as typeof records;
    const joined = given.filter((node) => node.policy === policy.id).map(({ text }) => text);
    expect(bare(joined.join(''))).toBe(bare(policy.source.replace(/^- /gm, '')));
  });
}

test('every node resolves, every anchor exists on its page, and what the page shows is its text', async ({ page }) => {
  test.setTimeout(180_000);
  for (const record of records) {
    const response = await page.goto(pageOf(record.url), { waitUntil: 'domcontentloaded' });
    expect(response?.status(), record.url).toBe(200);
    for (const { id } of record.anchors)
      await expect(page.locator(`[id="${id}"]`), `${record.url} #${id}`).toHaveCount(1);
    if (record.kind === 'chapter') continue;
    const shown = await page.evaluate(officialText);
    expect(bare(shown), record.id).toBe(bare(record.text));
  }
});

test('a part is its nodes as continuous text', async ({ page }) => {
  for (const part of knowledgeBase.policies.flatMap((policy) => policy.parts)) {
    await page.goto(part.url, { waitUntil: 'domcontentloaded' });
    const shown = await page.evaluate(officialText);
    const nodes = part.nodes.map((id) => records.find((record) => record.id === id)?.text ?? '');
    expect(bare(shown), part.url).toBe(bare(nodes.join('')));
  }
});

test('an opened address stands below the header and is highlighted, with and without JavaScript', async ({
  browser,
  baseURL,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1024, height: 500 } });
    const page = await context.newPage();
    await page.goto(`${baseURL}/minhang-2025/rules/6/#s2-2`);
    const target = page.locator('[id="s2-2"]');
    await expect(target).toBeInViewport();
    const { top, header, background } = await target.evaluate((element) => ({
      top: element.getBoundingClientRect().top,
      header:
        [...document.querySelectorAll('header')]
          .filter((one) => getComputedStyle(one).position === 'sticky')[0]
          ?.getBoundingClientRect().bottom ?? 0,
      background: getComputedStyle(element).animationName + getComputedStyle(element).backgroundColor,
    }));
    expect(top).toBeGreaterThanOrEqual(header);
    expect(background).not.toBe('nonergba(0, 0, 0, 0)');
    await context.close();
  }
});
