import { join } from 'node:path';
import { LineCounter } from 'yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fault } from '../../src/load/fault.ts';
import { readContentFiles } from '../../src/load/files.ts';
import { documentOf, parseYaml, readQuickly } from '../../src/load/yaml.ts';

const content = readContentFiles(join(import.meta.dirname, '../../content'));
const texts = [...content].flatMap(([file, text]): [string, string][] => {
  const own = file.endsWith('.yaml') ? text : /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1];
  return own === undefined ? [] : [[file, own]];
});
const slowly = (text: string): unknown => documentOf(text, new LineCounter()).toJS({ maxAliasCount: 1000 });

describe('the quick reader', () => {
  it('reads all of content/ as the one that knows lines does', () => {
    expect(texts.length).toBeGreaterThan(80);
    for (const [file, text] of texts) expect(readQuickly(text), file).toStrictEqual({ value: slowly(text) });
  });

  it.each([
    ['a', '~', ''],
    ['a: 0x1f\nb: 0o17\nc: 017\nd: 1_000\ne: +12\nf: -0.5\ng: 1e3\nh: .5\ni: 12.', 'j: 0b101'],
    ['a: 2026-03-15\nb: 12:30\nc: 20%\nd: 100 万元\ne: yes\nf: off\ng: True\nh: null', 'i: Null'],
    ["a: \"\\u4e00\\n\"\nb: 'it''s'\nc: |\n  x\n  y\nd: >-\n  x\n  y", 'e: .nan'],
    ['a: &one [1, { b: 2 }]\nc: *one\nd: { e: , f }', '<<: { a: 1 }'],
    ['"": 1\n__proto__: 2', '"a\\tb": 1'],
  ])('reads scalars, blocks and aliases alike (%j)', (...all) => {
    for (const text of all) {
      const read = readQuickly(text);
      // what it will not read the other one reads
      if (read) expect(read, text).toStrictEqual({ value: slowly(text) });
    }
  });

  it.each([
    ['a: 1\na: 2', '同一个字段写了两次', 2],
    ['a: [1, 2', '缩进或括号不配对', 1],
  ])('leaves %j to the one that knows lines', (text, problem, line) => {
    const faults: Fault[] = [];
    expect(parseYaml(text, z.unknown(), 'x.yaml', faults, 11)).toBeNull();
    expect(faults[0]).toMatchObject({ problem, line: 10 + line });
  });

  it('tells a field that does not fit by its line', () => {
    const faults: Fault[] = [];
    expect(parseYaml('a: 1\nb: two', z.strictObject({ a: z.number(), b: z.number() }), 'x.yaml', faults)).toBeNull();
    expect(faults).toMatchObject([{ file: 'x.yaml', line: 2, field: 'b' }]);
  });
});
