import { expect, type Browser, type Download, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';

/** 万元, by policy in order: what can be worked out. */
export async function totalsOf(page: Page): Promise<string[]> {
  return page.locator('[data-total] [data-sum="determined"] dd').allInnerTexts();
}

export async function openCalculate(page: Page, hash = ''): Promise<void> {
  await page.goto(`/calculate/${hash}`);
  await page.locator('.scenario[data-ready]').waitFor();
}

export async function addProject(
  page: Page,
  plain: string,
  fill: (card: ReturnType<Page['locator']>) => Promise<void>,
): Promise<void> {
  const before = await page.locator('.project').count();
  await page.getByLabel('加一个项目').selectOption({ label: plain });
  const card = page.locator('.project').nth(before);
  await card.locator('.calc-fields').waitFor();
  await fill(card);
}

/** The address that 复制链接 gives. */
export async function linkOf(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.getByText('链接已复制')).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The same scenario in a browser that has never been here. */
export async function inFreshProfile(
  browser: Browser,
  address: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.scenario[data-ready] [data-total]').first().waitFor();
  await look(page);
  await context.close();
}

export async function downloadOf(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return download;
}

export interface SheetCell {
  kind: 'text' | 'number' | 'formula';
  value: string;
  /** where it leads */
  link: string | null;
}

/** Sheets of a workbook by name, rows of cells; blank cells left out. */
export async function readWorkbook(download: Download): Promise<Map<string, SheetCell[][]>> {
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const unescape = (words: string): string =>
    words
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  const shared = [...read('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map((match) =>
    unescape(match[1] ?? ''),
  );
  const names = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) =>
    unescape(match[1] ?? ''),
  );
  return new Map(
    names.map((name, at) => {
      const sheet = read(`xl/worksheets/sheet${at + 1}.xml`);
      const relations = new Map(
        [...read(`xl/worksheets/_rels/sheet${at + 1}.xml.rels`).matchAll(/ Id="([^"]*)" [^>]*Target="([^"]*)"/g)].map(
          ([, id, target = '']) => [id, unescape(target)],
        ),
      );
      const links = new Map(
        [...sheet.matchAll(/<hyperlink ref="([^"]*)" r:id="([^"]*)"/g)].map(([, place, id]) => [
          place,
          relations.get(id),
        ]),
      );
      const rows = [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)].map(([, attributes = '', inner = '']): SheetCell => {
          const link = links.get(/ ?r="([^"]*)"/.exec(attributes)?.[1]) ?? null;
          const formula = /<f>(.*?)<\/f>/s.exec(inner)?.[1];
          if (formula !== undefined) return { kind: 'formula', value: unescape(formula), link };
          const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? '';
          return attributes.includes('t="s"')
            ? { kind: 'text', value: shared[Number(value)] ?? '', link }
            : { kind: 'number', value, link };
        }),
      );
      return [name, rows];
    }),
  );
}

/** What goes on paper, as text. */
export async function printedText(page: Page): Promise<string> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const text = (await page.locator('.print-report').textContent()) ?? '';
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return text;
}
