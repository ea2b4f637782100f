import { expect, test } from '../support/test.ts';
import { ONE_OF_EACH_KIND } from '../support/built-pages.ts';

/**
 * In the page: puts the focus on everything that takes it, in the order given, as the keyboard does, and names what is wholly covered by
 * something else then: a header that stands, the head of a table (WCAG 2.4.11).
 */
function covered(backwards: boolean): string[] {
  const takes = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll<HTMLElement>(takes)].filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, .skip, [tabindex="-1"]'),
  );
  if (backwards) all.reverse();
  // what has the focus already would not come into view
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  window.scrollTo(0, backwards ? document.documentElement.scrollHeight : 0);
  const hidden: string[] = [];
  for (const one of all) {
    one.focus();
    if (document.activeElement !== one) continue;
    // a radio button of no size shows its focus on its label
    const shown = one.closest('label') ?? one;
    const seen = [...shown.getClientRects()].some((box) =>
      [0.1, 0.5, 0.9].some((x) =>
        [0.1, 0.5, 0.9].some((y) => {
          const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
          return at !== null && (shown.contains(at) || at.contains(shown));
        }),
      ),
    );
    if (!seen) hidden.push(one.outerHTML.slice(0, 100));
  }
  return hidden;
}

for (const url of ONE_OF_EACH_KIND)
  test(`${url}: what has the focus is never hidden, forwards or backwards, on a desk or a phone`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(url);
    for (const viewport of [
      { width: 1280, height: 600 },
      { width: 320, height: 256 },
    ]) {
      await page.setViewportSize(viewport);
      for (const backwards of [false, true])
        expect
          .soft([viewport.width, backwards, await page.evaluate(covered, backwards)])
          .toEqual([viewport.width, backwards, []]);
    }
  });

test('the unfolded matrix, walked backwards with the keyboard: its head and the page’s cover no focus', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('/compare/?all=1');
  await page.locator('.foot a').first().focus();
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Shift+Tab');
    const shown = await page.evaluate(() => {
      const one = document.activeElement;
      const box = one?.getBoundingClientRect();
      if (!one || !box) return 'nothing';
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return at !== null && (one.contains(at) || at.contains(one)) ? null : one.outerHTML.slice(0, 100);
    });
    expect(shown).toBeNull();
  }
});
