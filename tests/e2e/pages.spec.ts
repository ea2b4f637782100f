import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { collectFaults } from '../support/faults.ts';

/** One page of each kind. */
const KINDS = {
  home: '/',
  policy: '/minhang-2025/',
  part: '/minhang-2025/rules/',
  clause: '/minhang-2025/rules/6/',
  article: '/songjiang-2025/measures/1/',
  form: '/minhang-2025/forms/1/',
  notice: '/minhang-2025/notice/1/',
  departments: '/departments/',
  about: '/about/',
  data: '/data/',
  search: '/search/',
  offline: '/offline/',
  missing: '/no-such-page/',
} as const;

for (const [kind, url] of Object.entries(KINDS)) {
  for (const width of [360, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${kind} at ${width} px, ${colorScheme}: no axe violation, no console message, no sideways scroll`, async ({
        browser,
        baseURL,
      }) => {
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          colorScheme,
          reducedMotion: 'reduce',
        });
        const page = await context.newPage();
        const faults = collectFaults(page, baseURL ?? '');
        await page.goto(`${baseURL}${url}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        expect(faults).toEqual([]);
        await context.close();
      });
    }
  }
}
