import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runNewPolicy } from '../../src/cli/run-new-policy.ts';
import { writePolicy } from '../../src/cli/write-policy.ts';
import { InputError } from '../../src/import/input.ts';
import { ARTICLES, RESTARTING } from '../fixtures/official-texts.ts';

const home = mkdtempSync(join(tmpdir(), 'new-policy-'));
const root = join(home, 'content');
const text = join(home, 'text.txt');
const folder = join(root, 'policies/east-2026');

beforeAll(() => {
  cpSync(join(import.meta.dirname, '../../content'), root, { recursive: true });
  writeFileSync(text, ARTICLES);
});
beforeEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(home, { recursive: true }));

/** Everything below content/, to see that nothing was written. */
const everything = (): string[] => readdirSync(root, { recursive: true }).map(String).sort();
const departments = (): string => readFileSync(join(root, 'departments.yaml'), 'utf8');

async function run(words: string[], answer: string | null = null) {
  const [out, err]: [string[], string[]] = [[], []];
  const asked: string[] = [];
  const code = await runNewPolicy(words, {
    root,
    base: home,
    print: (line) => void out.push(line),
    complain: (line) => void err.push(line),
    ask: answer === null ? null : async (question) => (asked.push(question), answer),
  });
  return { code, out: out.join('\n'), err: err.join('\n'), asked };
}

function fileWith(name: string, bytes: string | Uint8Array): string {
  const path = join(home, name);
  writeFileSync(path, bytes);
  return path;
}

describe('npm run new-policy', () => {
  it('writes a whole folder, and says step by step what it did and what it did not understand', async () => {
    const { code, out, err } = await run([text, '--id', 'east-2026']);
    expect([code, err]).toEqual([0, '']);
    for (const step of ['1/5', '2/5', '3/5', '4/5', '5/5']) expect(out).toContain(step);
    expect(out).toContain('[documentNumber] 没有认出发文字号');
    expect(out).toContain('0 处错误');
    expect(readdirSync(folder).sort()).toEqual([
      'closing',
      'forms',
      'policy.yaml',
      'provisions',
      'readings.yaml',
      'source.txt',
    ]);
    expect(readFileSync(join(folder, 'source.txt'), 'utf8')).toBe(ARTICLES);
  });

  it('writes the responsible departments into the folder, and nothing beside it', async () => {
    const before = departments();
    const west = fileWith('west.txt', RESTARTING);
    expect((await run([west, '--id', 'east-2026'])).code).toBe(0);
    expect(readFileSync(join(folder, 'policy.yaml'), 'utf8')).toMatch(
      /^departments:\n {2}- id: east-2026-department-1\n {4}short: .*\n {4}full: [^]*short: 区财政局$/m,
    );
    expect(departments()).toBe(before);
  });

  it('asks before it writes over anything', async () => {
    await run([text, '--id', 'east-2026']);
    writeFileSync(join(folder, 'readings.yaml'), 'readings: [] # mine\n');
    const refused = await run([text, '--id', 'east-2026'], 'n');
    expect([refused.code, refused.asked.length]).toEqual([1, 1]);
    expect(refused.asked[0]).toContain('content/policies/east-2026/');
    expect(readFileSync(join(folder, 'readings.yaml'), 'utf8')).toContain('mine');
    expect((await run([text, '--id', 'east-2026'], 'yes')).code).toBe(0);
    expect(readFileSync(join(folder, 'readings.yaml'), 'utf8')).not.toContain('mine');
  });

  it('without a terminal refuses and names the flag', async () => {
    await run([text, '--id', 'east-2026']);
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const { code, err } = await run([text, '--id', 'east-2026']);
    expect(code).toBe(1);
    expect(err).toContain('--replace');
    expect(existsSync(join(folder, 'mine.txt'))).toBe(true);
    expect((await run([text, '--id', 'east-2026', '--replace'])).code).toBe(0);
    expect(existsSync(join(folder, 'mine.txt'))).toBe(false);
  });

  it('leaves everything as it was where it cannot be written whole', async () => {
    const half = new Map([
      ['policy.yaml', 'half'],
      [`${'x'.repeat(300)}.mdx`, 'a name that no file can have'],
    ]);
    const nothing = everything();
    expect(() => writePolicy(root, 'east-2026', { files: half })).toThrow(InputError);
    expect(everything()).toEqual(nothing);
    await run([text, '--id', 'east-2026']);
    writeFileSync(join(folder, 'readings.yaml'), 'readings: [] # mine\n');
    const draft = everything();
    expect(() => writePolicy(root, 'east-2026', { files: half })).toThrow(/ENAMETOOLONG/);
    expect(everything()).toEqual(draft);
    expect(readFileSync(join(folder, 'readings.yaml'), 'utf8')).toContain('mine');
  });

  it('measures itself', async () => {
    const { code, out } = await run(['--score']);
    expect(code).toBe(0);
    expect(out).toMatch(/minhang-2025：条款节点 59\/59（100 %）/);
  });
});

describe('what does not fit is told with place and remedy, and nothing is written', () => {
  const hostile: [string, () => string[], RegExp][] = [
    ['no words', () => [], /用法.*\n/],
    ['two files', () => [text, text, '--id', 'east-2026'], /用法/],
    ['an unknown flag', () => [text, '--idd', 'x'], /--idd.*用法/],
    ['no id', () => [text], /缺少 --id/],
    ['an id with capitals', () => [text, '--id', 'East_2026'], /East_2026.*小写字母/],
    ['an id that climbs', () => [text, '--id', '../../etc'], /小写字母/],
    ['an absolute id', () => [text, '--id', '/x'], /小写字母/],
    ['an empty id', () => [text, '--id', ''], /缺少 --id/],
    ['an endless id', () => [text, '--id', 'a'.repeat(500)], /小写字母/],
    ['an id of the site itself', () => [text, '--id', 'compare'], /网站自己的页面/],
    ['an id of a finished policy', () => [text, '--id', 'minhang-2025', '--replace'], /正式政策.*换一个 --id/],
    ['no such file', () => [join(home, 'none.txt'), '--id', 'east-2026'], /没有这个文件/],
    ['a folder', () => [home, '--id', 'east-2026'], /文件夹/],
    ['an empty file', () => [fileWith('empty.txt', ''), '--id', 'east-2026'], /empty\.txt 是空的/],
    ['only whitespace', () => [fileWith('blank.txt', ' \n\u3000\n\f'), '--id', 'east-2026'], /是空的/],
    ['no Chinese', () => [fileWith('latin.txt', 'Lorem ipsum'), '--id', 'east-2026'], /没有汉字/],
    ['a PDF', () => [fileWith('a.pdf', '%PDF-1.7 甲'), '--id', 'east-2026'], /这是 PDF/],
    ['a Word file', () => [fileWith('a.docx', 'PK\u0003\u0004甲'), '--id', 'east-2026'], /Word/],
    [
      'bytes',
      () => [
        fileWith(
          'a.bin',
          Uint8Array.from({ length: 999 }, (_, at) => at % 256),
        ),
        '--id',
        'east-2026',
      ],
      /UTF-8/,
    ],
    [
      'another encoding',
      () => [fileWith('gbk.txt', Uint8Array.from([0xd5, 0xe3, 0xb2, 0xdf])), '--id', 'east-2026'],
      /GBK.*UTF-8/,
    ],
    ['controls', () => [fileWith('nul.txt', '一、支持\n对\u0000象'), '--id', 'east-2026'], /第 2 行有控制字符/],
    ['5 MB', () => [fileWith('big.txt', '支持企业。\n'.repeat(330_000)), '--id', 'east-2026'], /5\.\d MB，超过 2 MB/],
  ];

  it.each(hostile)('%s', async (_, words, message) => {
    const given = words();
    const before = [everything(), departments()];
    const { code, err } = await run(given);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect([everything(), departments()]).toEqual(before);
  });
});

describe('what is long or odd ends in good time', () => {
  it.each([
    [
      'many clauses',
      `东区若干办法\n\n${Array.from({ length: 99 }, (_, at) => `第${at + 1}条 对企业给予${at + 1}万元支持。`).join('\n\n')}`,
    ],
    ['one line', `东区若干办法\n一、${'支持企业，'.repeat(20_000)}`],
    ['brackets that never close', `东区若干办法\n${'（《“'.repeat(3000)}甲`],
    ['a line a character', [...'东区若干办法'.repeat(400)].join('\n')],
  ])('%s', async (_, words) => {
    const started = performance.now();
    const { code } = await run([fileWith('odd.txt', words), '--id', 'east-2026']);
    expect(code).toBe(0);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
