import { execFileSync } from 'node:child_process';
import { expect, test, type Page } from '../support/test.ts';
import {
  addProject,
  downloadOf,
  inFreshProfile,
  linkOf,
  openCalculate,
  printedText,
  readWorkbook,
  totalsOf,
} from '../support/scenario-page.ts';

interface Company {
  name: string;
  compose: (page: Page) => Promise<void>;
  /** 万元 that can be worked out, by policy */
  sums: [number, number];
  certainty: RegExp;
}

const CERTIFICATE = '我有一个二类证或三类证';

const COMPANIES: Company[] = [
  {
    name: 'an IVD maker with two class III certificates in one year',
    compose: async (page) => {
      for (const [investment, date] of [
        ['800', '2026-03-15'],
        ['600', '2026-09-20'],
      ] as const) {
        await addProject(page, CERTIFICATE, async (card) => {
          await card.getByRole('radio', { name: '第三类' }).check();
          await card.getByRole('radiogroup', { name: '诊断试剂' }).getByRole('radio', { name: '是' }).check();
          await card.getByLabel('研发投入').fill(investment);
          await card.getByLabel('注册证签发日').fill(date);
        });
      }
    },
    sums: [100, 200],
    certainty: /取决于：.*三类诊断试剂的单品种上限/,
  },
  {
    name: 'a CDMO',
    compose: async (page) => page.getByRole('button', { name: 'CDMO', exact: true }).click(),
    sums: [1200, 350],
    certainty: /在全部口径下.+均较高/,
  },
  {
    name: 'an innovative-drug firm licensing out for exactly 1亿元',
    compose: async (page) => {
      await addProject(page, '我把海外权益许可了出去', async (card) => {
        await card.getByLabel('首付款').fill('1亿');
        await card.getByLabel('市级支持资金').fill('600');
        await card.locator('input[type=date]').fill('2026-09-01');
      });
    },
    sums: [300, 200],
    certainty: /在全部口径下.+均较高/,
  },
];

for (const { name, compose, sums, certainty } of COMPANIES) {
  test(`${name}: answer, link, file, workbook and print agree`, async ({ page, browser }) => {
    await openCalculate(page);
    await compose(page);
    const words = sums.map((sum) => `${sum} 万元`);
    await expect.poll(() => totalsOf(page)).toEqual(words);
    await expect(page.locator('[data-certainty]')).toContainText(certainty);
    for (const summary of await page.getByText('怎么算的').all()) await summary.click();
    await expect(page.locator('.by-project .calc-steps a').first()).toBeVisible();

    const address = await linkOf(page);
    expect(address.length).toBeLessThanOrEqual(2000);
    await inFreshProfile(browser, address, async (fresh) => expect(await totalsOf(fresh)).toEqual(words));

    const file = await downloadOf(page, '情景文件');
    const output = execFileSync('npm', ['run', '--silent', 'evaluate', '--', await file.path()], { encoding: 'utf8' });
    const evaluated = JSON.parse(output) as { policies: { determined: number }[] };
    expect(evaluated.policies.map(({ determined }) => determined)).toEqual(sums.map((sum) => sum * 10_000));

    const sheets = await readWorkbook(await downloadOf(page, 'Excel 表格'));
    const rows = [...sheets.values()]
      .filter((sheet) => sheet.some(([first]) => first?.value === '合计'))
      .map((sheet) => sheet.find(([first]) => first?.value === '合计'));
    expect(rows.map((row) => row?.find(({ kind }) => kind === 'number')?.value)).toEqual(
      sums.map((sum) => String(sum * 10_000)),
    );
    const cells = [...sheets.values()].flat(2);
    const links = cells.filter(({ value }) => /^http/.test(value));
    expect(links.length).toBeGreaterThan(2);
    expect(links.every(({ kind, value, link }) => kind === 'text' && link === value)).toBe(true);
    expect(cells.filter(({ kind }) => kind === 'formula')).toEqual([]);

    const printed = await printedText(page);
    for (const sum of words) expect(printed).toContain(`可算得 ${sum}`);
    expect(printed).toContain('条款地址');
    expect(printed).toContain(address);
  });
}
