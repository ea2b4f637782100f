import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test } from '../support/test.ts';
import { buildSite } from '../support/build-site.ts';
import { readQr } from '../support/qr.ts';

const SITE = 'https://policy.example';
const BASE = '/atlas';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

const pagesOf = (folder: string): [string, string][] =>
  globSync('**/index.html', { cwd: folder }).map((file) => [
    `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
    readFileSync(join(folder, file), 'utf8'),
  ]);
const contentOf = (html: string, form: RegExp): string | null => form.exec(html)?.[1] ?? null;
const CANONICAL = /<link rel="canonical" href="([^"]+)"/;
const PICTURE = /<meta property="og:image" content="([^"]+)"/;

test.describe('without an address of its own, the site', () => {
  const pages = pagesOf('dist');

  test('claims none: no canonical link, no picture, no sitemap, no QR code', () => {
    for (const [url, html] of pages) {
      expect.soft([url, contentOf(html, CANONICAL), contentOf(html, PICTURE)]).toEqual([url, null, null]);
      expect.soft([url, html.includes('/qr/')]).toEqual([url, false]);
    }
    expect(existsSync('dist/sitemap.xml')).toBe(false);
    expect(existsSync('dist/qr')).toBe(false);
    expect(readFileSync('dist/robots.txt', 'utf8')).toBe('User-agent: *\nAllow: /\n');
  });

  test('says on every page what it is, and where its changes and icons are', () => {
    for (const [url, html] of pages) {
      expect.soft([url, /<meta property="og:title" content="[^"]+"/.test(html)]).toEqual([url, true]);
      expect.soft([url, /<meta property="og:description" content="[^"]+"/.test(html)]).toEqual([url, true]);
      for (const file of ['/feed.xml', '/manifest.webmanifest', '/favicon.svg']) {
        // the manifest is asked for by the page's script, after the words
        const named = html.includes(`href="${file}"`) || html.includes(`link("manifest","${file}")`);
        expect.soft([url, named]).toEqual([url, true]);
        expect(existsSync(`dist${file}`)).toBe(true);
      }
    }
    const manifest = JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8')) as { icons: { src: string }[] };
    expect(manifest.icons.length).toBeGreaterThan(2);
    for (const { src } of manifest.icons) expect([src, existsSync(`dist${src}`)]).toEqual([src, true]);
  });
});

test.describe('with an address of its own, below a folder, the site', () => {
  // one worker for them all: two builds at once would write into the same folder
  test.describe.configure({ mode: 'default' });
  const folder = mkdtempSync(join(tmpdir(), 'found-site-'));
  const fileOf = (address: string): string => join(folder, address.replace(`${SITE}${BASE}`, ''));

  test.beforeAll(() => buildSite(folder, { SITE_URL: SITE, BASE_PATH: BASE }));
  test.afterAll(() => rmSync(folder, { recursive: true }));

  test('names each page canonically, in its sitemap, and with a picture that exists', () => {
    const all = pagesOf(folder);
    const pages = all.filter(([, html]) => !html.includes('<meta name="robots" content="noindex">'));
    // what the visitor sees without a network is no page to be found
    expect(all.filter((one) => !pages.includes(one)).map(([url]) => url)).toEqual(['/offline/']);
    const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc><lastmod>(\d{4}-\d\d-\d\d)<\/lastmod>/g)].map(
      (match) => match[1],
    );
    expect(listed.sort()).toEqual(pages.map(([url]) => `${SITE}${BASE}${url}`).sort());
    for (const [url, html] of pages) {
      expect.soft(contentOf(html, CANONICAL)).toBe(`${SITE}${BASE}${url}`);
      const picture = contentOf(html, PICTURE) ?? '';
      expect.soft([url, picture.startsWith(SITE), existsSync(fileOf(picture))]).toEqual([url, true, true]);
    }
    expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${SITE}${BASE}/sitemap.xml`);
  });

  test('draws for each page that has one a QR code of the address that this page calls its own', async () => {
    const codes = globSync('qr/**/*.svg', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
    expect(codes.length).toBeGreaterThan(60);
    for (const file of codes) {
      const page = readFileSync(join(folder, file.replace(/^qr\/(.*)\.svg$/, '$1'), 'index.html'), 'utf8');
      expect.soft([file, page.includes(`src="${BASE}/${file}"`)]).toEqual([file, true]);
      expect.soft(await readQr(readFileSync(join(folder, file)))).toBe(contentOf(page, CANONICAL));
    }
  });

  for (const path of ['/minhang-2025/rules/6/', '/calculate/']) {
    test(`prints the QR code of ${path}, and never asks for it on screen`, async ({ page }) => {
      const asked: string[] = [];
      await page.route(`${SITE}/**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        const file = fileOf(pathname.replace(BASE, '')) + (pathname.endsWith('/') ? 'index.html' : '');
        if (pathname.includes('/qr/')) asked.push(pathname);
        await (existsSync(file)
          ? route.fulfill({ path: file, contentType: TYPES[extname(file)] ?? 'application/octet-stream' })
          : route.fulfill({ status: 404 }));
      });
      await page.goto(`${SITE}${BASE}${path}`);
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await page.waitForLoadState('networkidle');
      expect(asked).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      const code = page.getByRole('img', { name: '本页地址的二维码' });
      await code.scrollIntoViewIfNeeded();
      await expect(code).toBeVisible();
      await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
      expect(asked).toEqual([`${BASE}/qr${path.slice(0, -1)}.svg`]);
      const size = await code.boundingBox();
      expect(size?.width).toBeGreaterThan(75);
      // as a phone's camera would: from what stands on the sheet
      expect(await readQr(await code.screenshot())).toBe(`${SITE}${BASE}${path}`);
    });
  }
});
