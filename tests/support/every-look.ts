import { expect, type Page } from '@playwright/test';
import { violationsOf } from './axe.ts';

export interface Look {
  width: number;
  media: 'screen' | 'print';
  colorScheme: 'light' | 'dark';
}

/** What a page is looked at in: a phone and a desk, by day and by night. */
export const LOOKS: readonly Look[] = [360, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, media: 'screen' as const, colorScheme })),
);
/** In the default run each width and each scheme once; all four in the full run, and on every page there (axe.spec.ts). */
export const USUAL_LOOKS = process.env['FULL']
  ? LOOKS
  : LOOKS.filter(({ width, colorScheme }) => (width === 360) === (colorScheme === 'light'));
/** From a dark screen: what goes wrong on white paper goes wrong there. */
export const ON_PAPER: Look = { width: 1280, media: 'print', colorScheme: 'dark' };

/**
 * Looks at a page that stands open, one look after another; the page is loaded once, as a visitor turns a phone or dims a room.
 * @returns what axe finds and what scrolls sideways, with the look that showed it
 */
export async function faultsInLooks(page: Page, looks: readonly Look[] = USUAL_LOOKS): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, media, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media, colorScheme, reducedMotion: 'reduce' });
    const look = `${width} px, ${media}, ${colorScheme}`;
    faults.push(...(await violationsOf(page)).map((fault) => `${look}: ${fault}`));
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (media === 'screen' && overflow > 0) faults.push(`${look}: ${overflow} px stick out`);
  }
  return faults;
}

/** Nothing is wrong in any look. */
export async function expectSound(page: Page, looks?: readonly Look[]): Promise<void> {
  expect(await faultsInLooks(page, looks)).toEqual([]);
}
