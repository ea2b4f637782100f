import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '../support/test.ts';
import { violationsOf } from '../support/axe.ts';

const books = globSync('dist/data/*.html').filter((file) => !file.endsWith('index.html'));

test('every policy has its one file', () => {
  expect(books.length).toBeGreaterThan(1);
});

for (const file of books) {
  test(`${file} opens from a folder: no request, no message, no axe violation, no sideways scroll`, async ({
    browser,
  }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width: 320, height: 800 }, colorScheme });
      const page = await context.newPage();
      const faults: string[] = [];
      const address = pathToFileURL(resolve(file)).href;
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        if (request.url() !== address) faults.push(request.url());
      });
      await page.goto(address);
      expect(await page.evaluate(() => document.characterSet)).toBe('UTF-8');
      // the file's policy lets no script in, so axe must come before it: as an isolated world it may
      expect(await violationsOf(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      // styles are let in by their hash: the text's own face shows that they are
      expect(
        await page.evaluate(() => {
          const official = document.querySelector('.official');
          return official ? getComputedStyle(official).fontFamily : '';
        }),
      ).toContain('serif');
      expect(faults).toEqual([]);
      await context.close();
    }
  });
}
