import { expect, test, type Browser } from '../support/test.ts';
import { EVERY_PAGE, ONE_OF_EACH_KIND } from '../support/built-pages.ts';
import { faultsInLooks, LOOKS, ON_PAPER, type Look } from '../support/every-look.ts';

/** Pages of one test: a test reports what it walked, and the workers share them out. */
const AT_ONCE = 9;

async function faultsOf(browser: Browser, urls: readonly string[], looks: readonly Look[]): Promise<string[]> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const url of urls) {
    await page.goto(url);
    faults.push(...(await faultsInLooks(page, looks)).map((fault) => `${url}: ${fault}`));
  }
  await context.close();
  return faults;
}

/** Those that pages.spec.ts does not print: they have files of their own. */
const PRINTED_HERE = ['/compare/', '/compare/device-research/', '/calculate/', '/data/minhang-2025.html'] as const;

test('what compares and calculates, and the single file, in print: no axe violation', async ({ browser }) => {
  expect(await faultsOf(browser, PRINTED_HERE, [ON_PAPER])).toEqual([]);
});

test('every kind of page is one that the build wrote', () => {
  expect(EVERY_PAGE).toEqual(expect.arrayContaining([...ONE_OF_EACH_KIND, ...PRINTED_HERE]));
});

if (process.env['FULL']) {
  const looks = [...LOOKS, ...[360, 1440].map((width) => ({ ...ON_PAPER, width }))];
  for (let first = 0; first < EVERY_PAGE.length; first += AT_ONCE) {
    const urls = EVERY_PAGE.slice(first, first + AT_ONCE);
    test(`${urls[0]} and ${urls.length - 1} more, light, dark and in print, 360 and 1440 px: no axe violation`, async ({
      browser,
    }) => {
      test.setTimeout(900_000);
      expect(await faultsOf(browser, urls, looks)).toEqual([]);
    });
  }
}
