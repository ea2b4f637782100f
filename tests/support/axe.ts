import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe leaves out unless asked: of WCAG 2.2 AA the size of targets, of 2.5.3 names that lack the words seen; and what it still tries out. */
const ASKED_FOR = [
  'target-size',
  'label-content-name-mismatch',
  'css-orientation-lock',
  'table-fake-caption',
  'td-has-header',
] as const;

/**
 * What axe finds wrong on a page, a line a rule. The page is asked directly: the usual way opens a second page to gather what frames
 * report, which takes four times as long, and this site has no frames.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  // nobody presses a link on paper
  const printed = await page.evaluate(() => matchMedia('print').matches);
  const rules = Object.fromEntries(ASKED_FOR.map((id) => [id, { enabled: !(printed && id === 'target-size') }]));
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], iframes: false, rules });
  const { violations } = await withNothingStuck(page, () => axe.analyze());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** What happens to lie half under a bar that stands while the page scrolls is too small for axe; a visitor scrolls on. */
async function withNothingStuck<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const stuck = await page.evaluateHandle(() => {
    const found = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => getComputedStyle(element).position === 'sticky',
    );
    for (const { style } of found) Object.assign(style, { position: 'relative', inset: 'auto' });
    return found;
  });
  const result = await look();
  await stuck.evaluate((found) => {
    for (const { style } of found) Object.assign(style, { position: '', inset: '' });
  });
  return result;
}
