import { expect, test } from '../support/test.ts';
import { expectSound, ON_PAPER, USUAL_LOOKS } from '../support/every-look.ts';
import { collectFaults } from '../support/faults.ts';

/** One page of each kind; /compare/ and /calculate/ have files of their own. */
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
  notes: '/minhang-2025/notes/',
  ownDepartments: '/minhang-2025/departments/',
  data: '/data/',
  search: '/search/',
  offline: '/offline/',
  missing: '/no-such-page/',
} as const;

for (const [kind, url] of Object.entries(KINDS)) {
  test(`${kind}: no axe violation, no console message, no sideways scroll in any look`, async ({ page, baseURL }) => {
    const faults = collectFaults(page, baseURL ?? '');
    await page.goto(url);
    await expectSound(page, [...USUAL_LOOKS, ON_PAPER]);
    expect(faults).toEqual([]);
  });
}

for (const url of ['/minhang-2025/rules/6/#%E4', '/compare/#%E4']) {
  test(`${url}: a hash that is no text stops no script`, async ({ page, baseURL }) => {
    const faults = collectFaults(page, baseURL ?? '');
    await page.goto(url);
    // the last of the page's scripts to begin
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(1);
    expect(faults).toEqual([]);
  });
}
