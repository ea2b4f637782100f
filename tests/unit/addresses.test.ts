import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { publishedAddresses } from '../../src/cli/published-addresses.ts';
import { checkAddresses, listedAddresses } from '../../src/cli/checks/addresses.ts';
import { writeAddresses } from '../../src/cli/write-addresses.ts';
import { formatFault } from '../../src/load/fault.ts';
import { readContentFiles } from '../../src/load/files.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { addressesOf } from '../../src/model/addresses.ts';
import { leftFrom } from '../../src/model/redirects.ts';

const root = join(import.meta.dirname, '../../content');
const files = readContentFiles(root);
const kb = loadKnowledgeBase(root);
const addresses = addressesOf(kb).map(({ address }) => address);
/** on the site, and those that have left it */
const all = [...addresses, ...kb.redirects.map(({ from }) => from)];
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
    '/about/#term-above-scale',
    '/departments/',
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

describe('an address of the list', () => {
  const listed = listedAddresses(files);
  const without = (line: string) =>
    new Map(files).set('addresses.txt', listed.map((one) => (one === line ? '' : `${one}\n`)).join(''));

  // what the list alone says no fault can follow from: each line must follow from something else
  it('cannot be taken out unnoticed, history or none', { timeout: 60_000 }, () => {
    const unnoticed = listed.filter(
      (line) =>
        !checkAddresses(kb, without(line), [], () => 1).some(({ problem }) =>
          problem.replace(/（来自.*/, '').endsWith(` ${line}`),
        ),
    );
    expect(listed.length).toBeGreaterThan(800);
    expect(unnoticed).toEqual([]);
  });

  it('that has left its page is told with the file that says where it went', () => {
    const line = '/about/#reading-minhang-2025-phase-iii';
    expect(checkContent(without(line)).faults.map(formatFault)).toEqual([
      `content/addresses.txt:${listed.length} [地址] 缺少改名前的地址 ${line}（来自 redirects.yaml） → 运行 npm run addresses`,
    ]);
  });
});

describe('redirects.yaml', () => {
  const written = files.get('redirects.yaml') ?? '';
  const said = (text: string) => checkContent(new Map(files).set('redirects.yaml', text)).faults.map(formatFault);

  it('says where each anchor of a page went that left it', () => {
    expect(kb.redirects).toContainEqual(
      expect.objectContaining({
        from: '/departments/#minhang-science',
        to: '/minhang-2025/departments/#minhang-science',
      }),
    );
    expect([...leftFrom(kb.redirects, '/departments/')].length).toBe(11);
    expect([...leftFrom(kb.redirects, '/about/')].length).toBe(37);
    expect(leftFrom(kb.redirects, '/compare/').size).toBe(0);
  });

  it.each([
    [
      'an anchor that the new page lacks',
      '    - minhang-finance\n',
      '    - minhang-money\n',
      'content/redirects.yaml:7 [0.anchors.1] 站上没有 /minhang-2025/departments/#minhang-money → 写现有的地址',
    ],
    [
      'an anchor twice',
      '    - minhang-finance\n',
      '    - minhang-science\n',
      'content/redirects.yaml:7 [0.anchors.1] /departments/#minhang-science 写了两次 → 一个旧地址只留一条',
    ],
    [
      'an anchor of no page any more',
      '    - minhang-finance\n',
      '',
      '站上没有 /departments/#minhang-finance → 已公布的地址不能消失：',
    ],
    [
      'an address that still stands',
      '- from: /departments/\n',
      '- { from: /search/, to: /about/ }\n- from: /departments/\n',
      'content/redirects.yaml:3 [0.from] /search/ 仍在站上 → 删去这一条',
    ],
  ])('is told of %s', (_, from, to, expected) => {
    expect(written).toContain(from);
    expect(said(written.replace(from, to))).toContainEqual(expect.stringContaining(expected));
  });
});

describe('an address that was published', () => {
  const redirects = files.get('redirects.yaml') ?? '';
  const said = (lines: string[], everPublished: string[] = []) =>
    checkContent(new Map(files).set('addresses.txt', `${lines.join('\n')}\n`), { everPublished }).faults.map(
      ({ problem }) => problem,
    );

  it('may not be gone from the site', () => {
    expect(said([...all, '/minhang-2025/rules/18/'])).toEqual(['站上没有 /minhang-2025/rules/18/']);
  });

  it('may not be gone from the list although history knows it', () => {
    expect(said(all, ['/old/'])).toEqual(['/old/ 曾经公布（见 git 历史），现在没有了']);
  });

  it('may move where a redirect says so', () => {
    const moved = new Map(files)
      .set('addresses.txt', `${[...all, '/old/'].join('\n')}\n`)
      .set('redirects.yaml', `${redirects}- { from: /old/, to: /about/ }\n`);
    expect(checkContent(moved, { everPublished: ['/old/'] }).faults).toEqual([]);
    const astray = new Map(moved).set('redirects.yaml', `${redirects}- { from: /old/, to: /nowhere/ }\n`);
    expect(checkContent(astray).faults.map(({ file, problem }) => `${file} ${problem}`)).toEqual([
      'redirects.yaml 站上没有 /nowhere/',
    ]);
  });

  it('takes its anchors along when its page moves, as far as the new page has them', () => {
    const moved = (anchor: string) =>
      new Map(files)
        .set('addresses.txt', `${[...all, '/old/', `/old/#${anchor}`].join('\n')}\n`)
        .set('redirects.yaml', `${redirects}- { from: /old/, to: /minhang-2025/rules/6/ }\n`);
    expect(checkContent(moved('s2-1')).faults).toEqual([]);
    expect(checkContent(moved('s9')).faults.map(({ problem }) => problem)).toEqual(['站上没有 /old/#s9']);
    const renamed = { ...kb, redirects: [{ from: '/old/', to: '/minhang-2025/rules/6/', path: [0] }] };
    expect(writeAddresses(renamed, ['/old/#s2-1'])).toMatchObject({ ok: true });
    expect(writeAddresses(renamed, ['/old/#s9'])).toEqual({ ok: false, lost: ['/old/#s9'] });
  });

  it('is never dropped by npm run addresses', () => {
    expect(writeAddresses(kb, [])).toEqual({ ok: true, text: all.map((line) => `${line}\n`).join('') });
    expect(writeAddresses(kb, ['/old/'])).toEqual({ ok: false, lost: ['/old/'] });
    const redirected = { ...kb, redirects: [{ from: '/old/', to: '/about/', path: [0] }] };
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

  it('that takes too long is given up, and said so', () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'git'), '#!/bin/sh\nexec sleep 20\n', { mode: 0o755 });
    vi.stubEnv('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
    const said: string[] = [];
    expect(publishedAddresses(folder, 200, (line) => void said.push(line))).toEqual([]);
    vi.unstubAllEnvs();
    expect(said).toEqual([expect.stringContaining('读 git 历史超过 0.2 秒')]);
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
