/** What comes in by file or address, and what goes out to spreadsheets, may be anybody's words. */
import { deflateSync, strFromU8, strToU8, unzipSync, type Unzipped } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/data/csv.ts';
import { compile } from '../../src/engine/index.ts';
import { link, money, text, type Cell } from '../../src/islands/scenario/export/cells.ts';
import { writeWorkbook } from '../../src/islands/scenario/export/excel.ts';
import { readScenarioText } from '../../src/islands/scenario/state/scenario-json.ts';
import { readLink } from '../../src/islands/scenario/state/scenario-link.ts';
import { readForm } from '../../src/islands/state/address.ts';
import { ruleBook } from '../fixtures/rulebook.ts';

const engine = compile(ruleBook);
const matter = ruleBook.matters[0]?.id ?? '';
const linkOf = (bytes: Uint8Array) => `#s=${Buffer.from(bytes).toString('base64url')}`;

/** A scenario file with one thing wrong, as text: JSON.parse makes `__proto__` a key of its own. */
const FILES: [what: string, text: string, path: string][] = [
  ['__proto__ at the top', '{"__proto__":{"polluted":1},"applicant":{"type":"enterprise"},"projects":[]}', '__proto__'],
  ['__proto__ as a reading', scenario('"readings":{"__proto__":{"polluted":1}}'), 'readings.__proto__'],
  ['constructor as a reading', scenario('"readings":{"constructor":"x"}'), 'readings.constructor'],
  ['__proto__ as a fact', scenario('', '"__proto__":{"polluted":1}'), 'projects[0].facts.__proto__'],
  ['toString as a fact', scenario('', '"toString":1'), 'projects[0].facts.toString'],
  ['a matter of the prototype', scenario('').replace(`"${matter}"`, '"__proto__"'), 'projects[0].matter'],
  ['markup for a name', scenario('"name":""'), 'name'],
  ['a name of a million', scenario(`"name":"${'x'.repeat(900_000)}"`), 'name'],
  ['a list where an object is due', '[[[]]]', '$'],
  ['no JSON', '<script>alert(1)</script>', '$'],
  ['a file of two megabytes', scenario(`"name":"${'x'.repeat(2_000_000)}"`), '$'],
  ['two thousand projects', `{"applicant":{"type":"enterprise"},"projects":[${'{},'.repeat(1999)}{}]}`, 'projects'],
  ['brackets beyond any depth', '['.repeat(400_000), '$'],
];

function scenario(more: string, facts = ''): string {
  const project = `{"id":"a","matter":"${matter}","date":"2026-01-01","facts":{${facts}}}`;
  return `{${more === '' ? '' : `${more},`}"applicant":{"type":"enterprise"},"projects":[${project}]}`;
}

const LINKS: [what: string, fragment: string][] = [
  ['no base64', '#s=%%%'],
  ['no deflate', '#s=AAAA'],
  ['no JSON', linkOf(deflateSync(strToU8('alert(1)')))],
  ['another shape', linkOf(deflateSync(strToU8('{"__proto__":{"polluted":1}}')))],
  ['projects that are none', linkOf(deflateSync(strToU8('["enterprise",{},"",[1,2]]')))],
  ['a reading __proto__', linkOf(deflateSync(strToU8('["enterprise",{"__proto__":{"polluted":1}},"",[]]')))],
  ['a bomb of 100 MB', linkOf(deflateSync(new Uint8Array(100_000_000)))],
  ['a million letters', `#s=${'A'.repeat(1_000_000)}`],
];

const FORMS: [what: string, words: string][] = [
  ['a key of the prototype', `${matter}~__proto__.x`],
  ['another', `${matter}~constructor.x`],
  ['a matter of the prototype', '__proto__'],
  ['too long', `${matter}~${'x'.repeat(5_000)}.1`],
  ['the same twice', `${matter}~date.2026-01-01~date.2026-01-02`],
];

describe('what comes in', () => {
  it.each(FILES)('a file with %s is refused, and says where', (_what, words, path) => {
    const read = readScenarioText(engine, words);
    expect(read.ok ? [] : read.errors.map((one) => one.path)).toContain(path);
  });

  it.each(LINKS)('a link with %s is refused in a moment', (_what, fragment) => {
    const start = performance.now();
    expect(readLink(engine, fragment)).toMatchObject({ ok: false });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it.each(FORMS)('an address with %s is nonsense as a whole', (_what, words) => {
    expect(readForm(words, ruleBook)).toBeNull();
  });

  it('leaves the prototypes as they were', () => {
    for (const [, words] of FILES) readScenarioText(engine, words);
    for (const [, fragment] of LINKS) readLink(engine, fragment);
    for (const [, words] of FORMS) readForm(words, ruleBook);
    expect('polluted' in {}).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

/** Beginnings that a spreadsheet takes for a formula, or that hide one. */
const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '=cmd|"/c calc"!A1',
  '=HYPERLINK("http://x","y")',
];

describe('what goes out to spreadsheets', () => {
  it.each(FORMULAS)('%j is inert in a CSV', (words) => {
    const [, row = ''] = writeCsv(['a'], [{ a: words }]).split(/\r\n(?=[^\r\n])/);
    expect(row.replace(/^"/, '')).toMatch(/^'/);
  });

  it.each(FORMULAS)('%j is inert in a CSV as the first of a list', (words) => {
    const [, row = ''] = writeCsv(['a'], [{ a: [words, 'b'] }]).split(/\r\n(?=[^\r\n])/);
    expect(row.replace(/^"/, '')).toMatch(/^'/);
  });

  it('ordinary words are left alone', () => {
    expect(writeCsv(['a', 'b'], [{ a: '50 万元', b: 3 }])).toBe('\uFEFFa,b\r\n50 万元,3\r\n');
  });

  it.each(FORMULAS)('%j stays words in a workbook', async (words) => {
    expect(formulasIn(await filesOf([text(words)]))).toEqual([]);
  });

  it.each<[what: string, cell: Cell, expected: string[]]>([
    [
      'an address of ours',
      link('https://site.example/minhang-2025/rules/6/'),
      ['https://site.example/minhang-2025/rules/6/'],
    ],
    ['one with quotes in it', link('https://site.example/"&A1<b>'), ['https://site.example/&quot;&amp;A1&lt;b>']],
    // Excel takes a longer one for damage to the file
    ['one longer than links may be', link(`https://site.example/#s=${'x'.repeat(2_100)}`), []],
    ['a sum', money(100), []],
  ])('%s', async (_what, cell, expected) => {
    const files = await filesOf([cell]);
    expect(formulasIn(files)).toEqual([]);
    const relations = strFromU8(files['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array());
    expect([...relations.matchAll(/ Target="([^"]*)" TargetMode="External"/g)].map(([, target]) => target)).toEqual(
      expected,
    );
  });
});

async function filesOf(row: Cell[]): Promise<Unzipped> {
  const blob = await writeWorkbook([{ name: 'a', widths: [10], rows: [row] }]);
  return unzipSync(new Uint8Array(await blob.arrayBuffer()));
}

function formulasIn(files: Unzipped): string[] {
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<row');
  return [...sheet.matchAll(/<f>(.*?)<\/f>/gs)].map(([, formula = '']) => formula);
}
