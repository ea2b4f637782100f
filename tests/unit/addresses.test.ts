import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { publishedAddresses } from '../../src/cli/published-addresses.ts';
import { writeAddresses } from '../../src/cli/write-addresses.ts';
import { formatFault } from '../../src/load/fault.ts';
import { readContentFiles } from '../../src/load/files.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { addressesOf } from '../../src/model/addresses.ts';

const root = join(import.meta.dirname, '../../content');
const files = readContentFiles(root);
const kb = loadKnowledgeBase(root);
const addresses = addressesOf(kb).map(({ address }) => address);
const folder = mkdtempSync(join(tmpdir(), 'addresses-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('addresses of the site', () => {
  it('are each there once', () => {
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each([
    '/',
    '/compare/',
    '/compare/device-research/',
    '/calculate/',
    '/search/',
    '/data/',
    '/data/policies.json',
    '/data/clauses.csv',
    '/data/awards.json',
    '/about/',
    '/about/#reading-minhang-2025-ivd-class-iii-cap',
    '/about/#contradiction-songjiang-2025-key-product',
    '/about/#term-above-scale',
    '/departments/',
    '/departments/#minhang-science',
    '/minhang-2025/notes/#reading-minhang-2025-ivd-class-iii-cap',
    '/songjiang-2025/notes/#contradiction-songjiang-2025-key-product',
    '/minhang-2025/departments/#minhang-science',
    '/minhang-2025/',
    '/minhang-2025/rules/',
    '/minhang-2025/rules/#6',
    '/minhang-2025/rules/#6-s2-1',
    '/minhang-2025/rules/#chapter-1',
    '/minhang-2025/rules/6/',
    '/minhang-2025/rules/6/#h',
    '/minhang-2025/rules/6/#s2-1',
    '/minhang-2025/forms/1/#t1-r5',
    '/songjiang-2025/measures/1/#p1',
  ])('%s is one', (address) => expect(addresses).toContain(address));
});

describe('addresses that are not listed', () => {
  const lines = (files.get('addresses.txt') ?? '').split('\n');
  const said = (keep: (line: string) => boolean) =>
    checkContent(new Map(files).set('addresses.txt', `${lines.filter(keep).join('\n')}\n`)).faults.map(formatFault);

  it('are one fault a policy, which counts them, names the first and says what mends it', () => {
    const [one, other, ...rest] = said((line) => !/^\/(data\/)?(minhang|songjiang)-2025[./]/.test(line));
    const count = lines.filter((line) => /^\/(data\/)?minhang-2025[./]/.test(line)).length;
    expect(one).toContain(`缺少站上的地址 ${count} 个：/minhang-2025/、/minhang-2025/notes/、`);
    expect(one).toContain('等（来自 policies/minhang-2025/） → 核对无误后运行 npm run addresses');
    expect(other).toContain('（来自 policies/songjiang-2025/）');
    expect(rest).toEqual([]);
  });

  it('are named where they are few', () => {
    expect(said((line) => !/^\/compare\/(overseas|finance)\/$/.test(line))).toEqual([
      expect.stringContaining('缺少站上的地址 /compare/overseas/、/compare/finance/（来自 topics/topics.yaml）'),
    ]);
  });
});

describe('an address that was published', () => {
  const said = (lines: string[], everPublished: string[] = []) =>
    checkContent(new Map(files).set('addresses.txt', `${lines.join('\n')}\n`), { everPublished }).faults.map(
      ({ problem }) => problem,
    );

  it('may not be gone from the site', () => {
    expect(said([...addresses, '/minhang-2025/rules/18/'])).toEqual(['站上没有 /minhang-2025/rules/18/']);
  });

  it('may not be gone from the list although history knows it', () => {
    expect(said(addresses, ['/old/'])).toEqual(['/old/ 曾经公布（见 git 历史），现在没有了']);
  });

  it('may move where a redirect says so', () => {
    const moved = new Map(files)
      .set('addresses.txt', `${[...addresses, '/old/'].join('\n')}\n`)
      .set('redirects.yaml', '- { from: /old/, to: /about/ }\n');
    expect(checkContent(moved, { everPublished: ['/old/'] }).faults).toEqual([]);
    const astray = new Map(moved).set('redirects.yaml', '- { from: /old/, to: /nowhere/ }\n');
    expect(checkContent(astray).faults.map(({ file, problem }) => `${file} ${problem}`)).toEqual([
      'redirects.yaml 站上没有 /nowhere/',
    ]);
  });

  it('takes its anchors along when its page moves, as far as the new page has them', () => {
    const moved = (anchor: string) =>
      new Map(files)
        .set('addresses.txt', `${[...addresses, '/old/', `/old/#${anchor}`].join('\n')}\n`)
        .set('redirects.yaml', '- { from: /old/, to: /minhang-2025/rules/6/ }\n');
    expect(checkContent(moved('s2-1')).faults).toEqual([]);
    expect(checkContent(moved('s9')).faults.map(({ problem }) => problem)).toEqual(['站上没有 /old/#s9']);
    const renamed = { ...kb, redirects: [{ from: '/old/', to: '/minhang-2025/rules/6/' }] };
    expect(writeAddresses(renamed, ['/old/#s2-1'])).toMatchObject({ ok: true });
    expect(writeAddresses(renamed, ['/old/#s9'])).toEqual({ ok: false, lost: ['/old/#s9'] });
  });

  it('is never dropped by npm run addresses', () => {
    expect(writeAddresses(kb, [])).toEqual({ ok: true, text: addresses.map((line) => `${line}\n`).join('') });
    expect(writeAddresses(kb, ['/old/'])).toEqual({ ok: false, lost: ['/old/'] });
    const redirected = { ...kb, redirects: [{ from: '/old/', to: '/about/' }] };
    expect(writeAddresses(redirected, ['/old/'])).toMatchObject({
      ok: true,
      text: expect.stringMatching(/\n\/old\/\n$/) as string,
    });
  });
});

describe('history', () => {
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], {
      stdio: 'ignore',
    });

  it('is empty where there is no repository', () => {
    expect(publishedAddresses(join(folder, 'nowhere'))).toEqual([]);
    expect(publishedAddresses(folder)).toEqual([]);
  });

  it('remembers every line that ever stood in a committed list', () => {
    git('init', '-q');
    mkdirSync(join(folder, 'content'));
    for (const text of ['/a/\n/b/\n', '/b/\n/c/\n', '/c/\n']) {
      writeFileSync(join(folder, 'content/addresses.txt'), text);
      git('add', '-A');
      git('commit', '-q', '-m', 'list');
    }
    expect(publishedAddresses(join(folder, 'content')).sort()).toEqual(['/a/', '/b/', '/c/']);
  });
});
