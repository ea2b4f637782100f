import { expect, test, type Page } from '../support/test.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectFaults } from '../support/faults.ts';

/** Waits until the worker keeps an address. */
async function kept(page: Page, address: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (url) => (await caches.match(url)) !== undefined, address), { timeout: 20_000 })
    .toBe(true);
}

test('what was visited is there without a network, and says that there is none', async ({ page, context }) => {
  await page.goto('/minhang-2025/rules/6/?highlight=50');
  await kept(page, '/minhang-2025/rules/6/');
  await kept(page, '/offline/');
  await expect(page.locator('.offline')).toHaveCount(0);
  await context.setOffline(true);
  await expect(page.locator('.offline')).toHaveText('离线：能打开的是保存过的页面');
  await page.goto('/minhang-2025/rules/6/');
  await expect(page.locator('h1')).toContainText('三类医疗器械');
  await expect(page.locator('.offline')).toBeVisible();
  // styles too, not words alone
  expect(await page.locator('.head').evaluate((head) => getComputedStyle(head).position)).toBe('sticky');

  await page.goto('/songjiang-2025/measures/1/');
  await expect(page.locator('h1')).toHaveText('没有网络，这一页没有保存过');
  await expect(page.locator('[data-kept-pages] a')).toHaveAttribute('href', /minhang-2025\/rules\/6\/$/);

  await context.setOffline(false);
  await expect(page.locator('.offline')).toHaveCount(0);
  await page.goto('/songjiang-2025/measures/1/');
  await expect(page.locator('.official').first()).toBeVisible();
});

test('the list of what is kept complains of nothing that stands in those pages', async ({ page, baseURL }) => {
  const faults = collectFaults(page, baseURL ?? '');
  // pages with styles of their own, which this page's security policy does not know
  const visited = ['/', '/minhang-2025/', '/calculate/'];
  for (const address of visited) {
    await page.goto(address);
    await kept(page, address);
  }
  await page.goto('/offline/');
  await expect(page.locator('[data-kept-pages] a')).toHaveText([/对读/, /测算/, /闵行/]);
  expect(faults).toEqual([]);
});

test('a whole policy is kept on request, with search and calculators', async ({ page, context }) => {
  await page.goto('/minhang-2025/');
  await page.getByRole('button', { name: '离线保存整部政策' }).click();
  await expect(page.getByRole('button', { name: '已离线保存' })).toBeVisible({ timeout: 60_000 });
  await context.setOffline(true);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));

  await page.goto('/minhang-2025/opinions/9/');
  await expect(page.locator('.official').first()).toBeVisible();
  await page.goto('/minhang-2025/rules/6/');
  await page.locator('#calculator').getByRole('textbox', { name: '研发投入' }).fill('800');
  await expect(page.locator('#calculator astro-island[ssr]')).toHaveCount(0);
  await expect(page.locator('#calculator .calc-answer').first()).toContainText('100 万元');
  for (const query of ['审计报告', '醫療器械', 'yiliaoqixie']) {
    await page.goto(`/search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('.answers li h3').first()).toBeVisible();
  }
  await page.goto('/calculate/');
  await page.locator('.scenario[data-ready]').waitFor();
  await page.getByRole('button', { name: 'CDMO', exact: true }).click();
  await expect(page.locator('[data-total] [data-sum="determined"] dd').first()).toHaveText('1200 万元');
  // topics on which it meets the other policy, and their calculators
  await page.goto('/compare/');
  await page.locator('.matrix a[href*="/compare/industrialisation/"]').first().click();
  await expect(page.locator('.pair [data-official]').first()).toBeVisible();
  await page.getByRole('textbox', { name: '市级支持资金' }).fill('2000');
  await expect(page.locator('.calc-sums dd').first()).toHaveText('1000 万元');
  await page.goto('/minhang-2025/');
  await expect(page.getByRole('button', { name: '已离线保存' })).toBeDisabled();
  // the other policy was not asked for
  await page.goto('/songjiang-2025/');
  await expect(page.locator('h1')).toHaveText('没有网络，这一页没有保存过');
  expect(faults).toEqual([]);
});

test('a kept policy says since when and how large it is, and can be deleted', async ({ page, context }) => {
  const saving = page.locator('[data-save-offline]');
  const keep = async (policy: string): Promise<void> => {
    await page.goto(`/${policy}/`);
    await page.getByRole('button', { name: '离线保存整部政策' }).click();
    await expect(page.getByRole('button', { name: '已离线保存' })).toBeVisible({ timeout: 60_000 });
  };
  const isKept = (url: string): Promise<boolean> =>
    page.evaluate(async (address) => (await caches.match(address)) !== undefined, url);
  await keep('minhang-2025');
  await expect(saving.getByRole('status')).toHaveText(/^\d{4}年\d+月\d+日保存，占 [1-9]\d*\.\d MB。没有网络也能打开/);
  await keep('songjiang-2025');
  await page.goto('/minhang-2025/');
  const drop = page.getByRole('button', { name: '删除离线副本' });
  await drop.click();
  // one press deletes nothing, and who goes elsewhere has thought better of it
  await expect(page.getByRole('button', { name: '确定删除' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(drop).toBeVisible();
  await drop.click();
  await page.getByRole('button', { name: '确定删除' }).click();
  await expect(saving.getByRole('status')).toContainText('已从这台设备删除');
  await expect(page.getByRole('button', { name: '离线保存整部政策' })).toBeFocused();
  await expect(drop).toBeHidden();
  expect(await isKept('/minhang-2025/rules/6/')).toBe(false);
  // the other one and what it shares are still there
  for (const url of ['/songjiang-2025/measures/1/', '/search/', '/pagefind/catalogue.bin', '/offline/'])
    expect([url, await isKept(url)]).toEqual([url, true]);
  await page.goto('/songjiang-2025/');
  await drop.click();
  await page.getByRole('button', { name: '确定删除' }).click();
  await expect(saving.getByRole('status')).toContainText('已从这台设备删除');
  for (const url of ['/songjiang-2025/measures/1/', '/search/', '/pagefind/catalogue.bin'])
    expect([url, await isKept(url)]).toEqual([url, false]);
  await context.setOffline(true);
  await page.goto('/minhang-2025/opinions/9/');
  await expect(page.locator('h1')).toHaveText('没有网络，这一页没有保存过');
});

test('a new build is offered, taken only when asked, and keeps what was kept', async ({ page, context }, info) => {
  const port = 4600 + info.parallelIndex;
  const origin = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  cpSync('dist', folder, { recursive: true });
  let server = await serve(folder, port);
  try {
    await page.goto(`${origin}/minhang-2025/`);
    await page.getByRole('button', { name: '离线保存整部政策' }).click();
    await expect(page.getByRole('button', { name: '已离线保存' })).toBeVisible({ timeout: 60_000 });
    const before = await buildsOf(page);
    expect(before).toHaveLength(1);

    await stop(server);
    changeBuild(folder);
    server = await serve(folder, port);
    await page.goto(`${origin}/minhang-2025/rules/6/`);
    const offer = page.locator('.update');
    await expect(offer).toContainText('本站内容已更新', { timeout: 30_000 });
    // both stand beside each other until somebody chooses
    expect(await buildsOf(page)).toHaveLength(2);
    await offer.getByRole('button', { name: '以后再说' }).click();
    await expect(offer).toHaveCount(0);
    await page.reload();
    await Promise.all([
      page.waitForEvent('load'),
      page.locator('.update').getByRole('button', { name: '换用新版' }).click(),
    ]);
    await expect.poll(() => buildsOf(page)).toEqual(['site-0123456789abcdef']);
    expect(before).not.toEqual(await buildsOf(page));

    await context.setOffline(true);
    await page.goto(`${origin}/minhang-2025/opinions/9/`);
    await expect(page.locator('.official').first()).toBeVisible();
  } finally {
    await stop(server);
    rmSync(folder, { recursive: true });
  }
});

const buildsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('site-')));

/** As if another commit had been built: the worker's own name for its build is another. */
function changeBuild(folder: string): void {
  const file = join(folder, 'sw.js');
  const code = readFileSync(file, 'utf8');
  const changed = code.replace(/\bbuild:(["'`])[0-9a-f]{16}\1/, 'build:"0123456789abcdef"');
  expect(changed).not.toBe(code);
  writeFileSync(file, changed);
  for (const ending of ['br', 'gz']) rmSync(`${file}.${ending}`);
}

async function serve(folder: string, port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['src/cli/serve.ts', '--dir', folder, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, fail) => {
    server.stdout.once('data', () => ready());
    server.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
  return server;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.removeAllListeners('exit');
  const ended = new Promise((done) => server.once('exit', done));
  server.kill();
  await ended;
}
