import { expect, test, type Page } from '../support/test.ts';
import { EVERY_PAGE, ONE_OF_EACH_KIND } from '../support/built-pages.ts';

/** One page of each kind; every page with `FULL=1`. (A policy's single file has a test of its own: whole-policy.spec.ts.) */
const PAGES = (process.env['FULL'] ? EVERY_PAGE : ONE_OF_EACH_KIND).filter((url) => !/data\/.+\.html$/.test(url));

/** Elements that stick out of a screen of 320 px, the narrowest that WCAG 1.4.10 asks for: 1280 px at 400 %. */
function sticksOut(): string[] {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}

/** What an outline of the page gets wrong: its one h1, levels that are skipped, landmarks that are missing or nameless. */
function outlineFaults(): string[] {
  const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => Number(tagName.slice(1)));
  const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  const count = (selector: string): number => document.querySelectorAll(selector).length;
  const navs = [...document.querySelectorAll('nav')].map((nav) => nav.getAttribute('aria-label') ?? '');
  return [
    count('h1') === 1 ? '' : `${count('h1')} h1`,
    skipped.length === 0 ? '' : `levels skipped: ${levels.join(' ')}`,
    count('main') === 1 && count('body > header') === 1 && count('body > footer') === 1 ? '' : 'landmarks',
    navs.every((name) => name !== '') ? '' : 'a nav without a name',
  ].filter((fault) => fault !== '');
}

/**
 * Latin words that are not marked as foreign. GLP and CDMO are words of Chinese texts, Excel is a name, and addresses
 * are no words.
 */
function unmarkedForeign(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest('script, style, noscript, [lang="en"]')) continue;
    const text = (node.textContent ?? '').replace('Excel', '').replace(/[\w.:-]*(?:\/[\w.:-]*)+/g, '');
    const words = /[A-Za-z]{3,}\s+[A-Za-z]{2,}|[A-Za-z]*[a-z]{2}[A-Za-z]*/.exec(text);
    if (words) found.push(words[0]);
  }
  return found;
}

for (const url of PAGES) {
  test(`${url} at 320 px: nothing sticks out; one outline; foreign words marked`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${baseURL}${url}`);
    expect.soft(await page.evaluate(sticksOut)).toEqual([]);
    expect.soft(await page.evaluate(outlineFaults)).toEqual([]);
    expect.soft(await page.evaluate(unmarkedForeign)).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
    // reduced motion: nothing runs that lasts
    const lasting = await page.evaluate(
      () =>
        document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration ?? 0) > 100).length,
    );
    expect.soft(lasting).toBe(0);
    await context.close();
  });
}

/** How an element shows where all colours are the system's: what is drawn by tints and shadows alone is gone. */
async function looks(page: Page, selector: string): Promise<{ background: string; colour: string; border: string }> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { backgroundColor, color, borderTopColor, borderTopStyle } = getComputedStyle(element);
      return { background: backgroundColor, colour: color, border: `${borderTopStyle} ${borderTopColor}` };
    });
}

test.describe('in forced colours', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${colorScheme}: what is focused, chosen, marked and sealed still shows`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        colorScheme,
        forcedColors: 'active',
      });
      const page = await context.newPage();
      await page.goto(`${baseURL}/minhang-2025/rules/6/`);
      // the calculator's fields are there before it wakes
      const chosen = await looks(page, '.segments label:has(:checked)');
      const other = await looks(page, '.segments label:not(:has(:checked))');
      expect(chosen.background).not.toBe(other.background);
      expect(chosen.background).not.toBe(chosen.colour);
      const seal = await looks(page, '.lead .seal');
      expect(seal.border).toBe(`solid ${seal.colour}`);
      expect(seal.colour).not.toBe(seal.background);
      const figure = await page
        .locator('.fig')
        .first()
        .evaluate((one) => getComputedStyle(one).textDecorationLine);
      expect(figure).toBe('underline');
      const unseen: string[] = [];
      for (let step = 0; step < 25; step += 1) {
        await page.keyboard.press('Tab');
        const fault = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          // a hidden radio button shows its focus on its label
          const shown = [element, element.closest('label'), element.parentElement].filter((one) => one !== null);
          const seen = shown.some((one) => {
            const { outlineStyle, outlineWidth } = getComputedStyle(one);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
          });
          return seen ? null : element.outerHTML.slice(0, 100);
        });
        if (fault) unseen.push(fault);
      }
      expect(unseen).toEqual([]);
      await context.close();
    });
  }
});
