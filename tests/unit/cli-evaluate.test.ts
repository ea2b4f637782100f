import { describe, expect, it } from 'vitest';
import { runEvaluate, type World } from '../../src/cli/run-evaluate.ts';
import { splitLines } from '../../src/cli/split-lines.ts';
import { compile } from '../../src/engine/index.ts';
import { ruleBook } from '../fixtures/rulebook.ts';

const engine = compile(ruleBook);
const VALID = JSON.stringify({
  applicant: { type: 'enterprise' },
  projects: [
    {
      id: 'ivd-kit',
      matter: 'device-registration',
      date: '2026-03-15',
      facts: {
        deviceClass: 'III',
        inVitroDiagnostic: true,
        specialReview: false,
        produced: true,
        rdInvestment: 8000000,
        municipalSupport: 0,
      },
    },
  ],
});

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* failing(code: string): AsyncGenerator<Uint8Array> {
  throw Object.assign(new Error(code), { code, syscall: 'open' });
}

async function runWith(words: string[], content: string | Uint8Array | { code: string }, size = 7) {
  let [out, err] = ['', ''];
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const world: World = {
    open: () => ('code' in bytes ? failing(bytes.code) : chunksOf(bytes, size)),
    print: async (text) => void (out += text),
    complain: async (text) => void (err += text),
  };
  const code = await runEvaluate(engine, words, world);
  return { code, out, err };
}

describe('evaluate FILE', () => {
  it('prints exactly the keys of the format', async () => {
    const { code, out, err } = await runWith(['a.json'], VALID);
    expect([code, err]).toEqual([0, '']);
    const [minhang, songjiang] = (JSON.parse(out) as { policies: Record<string, unknown>[] }).policies;
    expect(minhang).toEqual({
      policy: 'minhang-2025',
      determined: 500000,
      discretionary: 0,
      range: { min: 500000, max: 1000000 },
      years: { 2026: { determined: 500000, discretionary: 0 } },
      awards: [
        {
          project: 'ivd-kit',
          clause: 'minhang-2025/rules/6',
          support: 'class-iii-reagent',
          year: 2026,
          determined: 500000,
          discretionary: 0,
          beforeAnnualCaps: 500000,
          steps: expect.arrayContaining([
            '细则（六）2（2）：研发投入 800 万元 × 20% = 160 万元，超过 50 万元的上限，计 50 万元',
          ]) as unknown,
        },
      ],
      refused: [],
    });
    expect(songjiang).toMatchObject({ policy: 'songjiang-2025', determined: 1000000 });
  });
  it('prints sums beyond 2^53 as exact literals', async () => {
    const facts = { municipalSupport: 999_999_999_999.99 };
    const projects = Array.from({ length: 1000 }, (_, at) => ({
      id: `${at}`,
      matter: 'demonstration',
      date: '2026-01-01',
      facts,
    }));
    const { out } = await runWith(['-'], JSON.stringify({ applicant: { type: 'enterprise' }, projects }), 1 << 16);
    expect(out).toContain('"determined": 500000000000000,');
    const one = projects.map((project) => ({ ...project, matter: 'contract-manufacturing' }));
    const big = await runWith(['-'], JSON.stringify({ applicant: { type: 'enterprise' }, projects: one }), 1 << 16);
    expect(big.out).toContain('"determined": 999999999999990,');
  });
  it.each([
    ['1', true],
    ['1.50', true],
    ['15e-1', true],
    ['0.0', true],
    ['999999999999.99', true],
    ['1.00000000000000001', false],
    ['1000000000000.00001', false],
    ['99999999999.990001', false],
    ['1e-400', false],
    ['-1e-400', false],
    ['1.001', false],
  ])('takes a sum at its word: %s', async (literal, allowed) => {
    const project = `{"id":"a","matter":"contract-manufacturing","date":"2026-05-05","facts":{"municipalSupport":${literal}}}`;
    const { code, err } = await runWith(['-'], `{"applicant":{"type":"enterprise"},"projects":[${project}]}`);
    expect(code).toBe(allowed ? 0 : 2);
    expect(err).toMatch(allowed ? /^$/ : /^projects\[0\]\.facts\.municipalSupport/);
  });
  it.each<[string, string | Uint8Array | { code: string }, RegExp]>([
    ['an empty file', '', /^\$: 内容为空.*\n$/],
    ['blanks only', ' \n\t', /^\$: 内容为空.*\n$/],
    ['broken JSON', '{\n  "applicant" 1}', /^\$: 不是有效的 JSON（第 2 行第 15 列附近）\n$/],
    ['half a JSON', '{\n  "applicant":', /^\$: 不是有效的 JSON（在中途结束）\n$/],
    ['lists without end', `[${'['.repeat(9_999)}${']'.repeat(9_999)}]`, /^\$: 对象和列表套得太深.*\n$/],
    ['two documents', `${VALID}${VALID}`, /^\$: 不是有效的 JSON.*\n$/],
    ['a BOM', `\ufeff${VALID}`, /^\$: 文件开头有 BOM.*\n$/],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), /^\$: 不是有效的 UTF-8 文本\n$/],
    ['no file', { code: 'ENOENT' }, /^\$: 无法读取 "a\.json"（没有这个文件）\n$/],
    ['a folder', { code: 'EISDIR' }, /^\$: 无法读取 "a\.json"（是一个目录）\n$/],
    [
      'a scenario that does not fit',
      '{"applicant":{"type":"x"},"projects":[]}',
      /^applicant\.type: .*\nprojects: .*\n$/,
    ],
    [
      'a sum twice',
      VALID.replace('"rdInvestment":8000000', '"rdInvestment":8000000,"rdInvestment":80'),
      /^projects\[0\]\.facts\.rdInvestment: 键 "rdInvestment" 在同一个对象里写了不止一次；只留一个，删去其余的\n$/,
    ],
    ['an applicant twice', VALID.replace('{', '{"applicant":{"type":"park"},'), /^applicant: 键 "applicant" .*\n$/],
  ])('%s: exit 2, nothing printed', async (_, content, complaint) => {
    const { code, out, err } = await runWith(['a.json'], content);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(complaint);
  });
  it.each([[[]], [['a', 'b']], [['--help']], [['--jsonl']]])('unclear words show the usage: %j', async (words) => {
    const { code, out, err } = await runWith(words, VALID);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('用法');
  });
});

describe('evaluate --jsonl', () => {
  it('answers line by line, in order; blank lines are skipped', async () => {
    const { code, out, err } = await runWith(['--jsonl', 'a'], `\n${VALID}\r\n  \n{"x":1}\nnot json\n${VALID}`);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect([code, err]).toEqual([2, '']);
    expect(answers.map((one) => Object.keys(one))).toEqual([['policies'], ['errors'], ['errors'], ['policies']]);
    expect(answers[2]).toEqual({ errors: [{ path: '$', message: '不是有效的 JSON' }] });
  });
  it('refuses a line with a key twice, and goes on', async () => {
    const { code, out } = await runWith(['--jsonl', 'a'], `${VALID.replace('{', '{"name":"x","name":"y",')}\n${VALID}`);
    const [first, second] = out.trimEnd().split('\n');
    expect(code).toBe(2);
    expect(JSON.parse(first ?? '')).toEqual({
      errors: [{ path: 'name', message: '键 "name" 在同一个对象里写了不止一次；只留一个，删去其余的' }],
    });
    expect(second).toContain('"policies"');
  });
  it('exits 0 where every line fits, also with nothing to do', async () => {
    expect(await runWith(['--jsonl', '-'], `${VALID}\n${VALID}\n`)).toMatchObject({ code: 0 });
    expect(await runWith(['--jsonl', '-'], '')).toEqual({ code: 0, out: '', err: '' });
  });
  it('an unreadable file prints nothing', async () => {
    expect(await runWith(['--jsonl', 'a'], { code: 'ENOENT' })).toMatchObject({ code: 2, out: '' });
  });
});

describe('splitLines', () => {
  it.each([1, 2, 3, 100])('cuts at \\n only, in chunks of %i', async (size) => {
    const text = 'a\n\n二\u2028三\r\n最后';
    const lines: string[] = [];
    for await (const line of splitLines(chunksOf(new TextEncoder().encode(text), size)))
      lines.push(new TextDecoder().decode(line));
    expect(lines).toEqual(['a', '', '二\u2028三\r', '最后']);
  });
});
