import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRepeatedKeys } from '../../src/domain/json-keys.ts';
import { jsonSteps } from '../../src/domain/json-steps.ts';

describe('the steps of a JSON text', () => {
  it('lead to every key and every place of a list, and say where it begins', () => {
    const text = '{"a": [1,\n {"b":[]} , "a"],\n\t"c,\\"": {}, "": [ [] ]}';
    expect([...jsonSteps(text)].length).toBe(8);
    const steps: [string, string][] = [];
    for (const { at, path } of jsonSteps(text)) steps.push([path().join('/'), text.slice(at, at + 3)]);
    expect(steps).toEqual([
      ['a', '"a"'],
      ['a/0', '1,\n'],
      ['a/1', '{"b'],
      ['a/1/b', '"b"'],
      ['a/2', '"a"'],
      ['c,"', '"c,'],
      ['', '"":'],
      ['/0', '[] '],
    ]);
  });

  it('are as many as the values of what JSON.parse makes of it', () => {
    const count = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Object.values(value).reduce((sum: number, one) => sum + 1 + count(one), 0)
        : 0;
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect([...jsonSteps(text)].length).toBe(count(JSON.parse(text)));
      }),
    );
  });
});

describe('a key twice in one object', () => {
  it.each<[string, string, (string | number)[][]]>([
    ['at the top', '{"a":1,"a":2}', [['a']]],
    ['inside', '{"p":[{"f":{"x":1}},{"f":{"x":1, "y":[] , "x" : 2}}]}', [['p', 1, 'f', 'x']]],
    ['told once, however often', '{"a":1,"a":2,"a":3}', [['a']]],
    ['several', '[{"a":1,"a":1},{"b":{"c":0,"c":0},"b":0}]', [[0, 'a'], [1, 'b', 'c'], [1, 'b']]], // prettier-ignore
    ['written with escapes', '{"a":1,"\\u0061":2}', [['a']]],
    ['of the prototype', '{"__proto__":1,"__proto__":2}', [['__proto__']]],
    ['empty', '{"":1,"":2}', [['']]],
    ['with a quote and a backslash', '{"\\"\\\\":1,"\\"\\\\":2}', [['"\\']]],
    ['after values that look like it', '{"a":"{\\"b\\":1,","b":["]","b"],"b":0}', [['b']]],
    ['in different objects is none', '{"a":{"a":[{"a":1},{"a":1}]},"b":{"a":1}}', []],
    ['as a value is none', '{"a":"a","b":"a","c":["a","a"]}', []],
    ['in another case is none', '{"a":1,"A":2}', []],
    ['of no object is none', '"a"', []],
    ['of nothing is none', ' [ ] ', []],
  ])('%s', (_, text, paths) => {
    JSON.parse(text);
    expect(findRepeatedKeys(text)).toEqual(paths);
  });

  /** JSON with keys of few letters, so that they often meet; as text that may repeat keys, and how many it has. */
  const entries = fc.letrec<{ value: { text: string; keys: number } }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc
        .oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
        .map((one) => ({ text: JSON.stringify(one), keys: 0 })),
      fc.array(tie('value')).map((all) => ({ text: `[${all.map(({ text }) => text).join(' ,')}]`, keys: sum(all) })),
      fc.array(fc.tuple(fc.constantFrom('"a"', '"\\u0061"', '"b"', '"\\""', '"}"', '""'), tie('value'))).map((all) => ({
        text: `{${all.map(([key, { text }]) => `${key}: ${text}`).join(', ')}}`,
        keys: all.length + sum(all.map(([, value]) => value)),
      })),
    ),
  })).value;
  const sum = (all: readonly { keys: number }[]): number => all.reduce((total, { keys }) => total + keys, 0);
  const countKeys = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? Object.values(value).reduce((total: number, one) => total + countKeys(one), 0) +
        (Array.isArray(value) ? 0 : Object.keys(value).length)
      : 0;

  it('is found where JSON.parse loses one, and only there', () => {
    fc.assert(
      fc.property(entries, ({ text, keys }) => {
        expect(findRepeatedKeys(text).length > 0).toBe(countKeys(JSON.parse(text)) < keys);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never found in what JSON.stringify writes', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => findRepeatedKeys(JSON.stringify(value, null, 1)).length === 0));
  });

  it('of hostile texts is told briefly, in a moment, at any depth', () => {
    const start = performance.now();
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
    expect(findRepeatedKeys(deep)).toEqual([]);
    const many = Array.from({ length: 50_000 }, (_, at) => `"k${at}":1,"k${at}":2`).join();
    expect(findRepeatedKeys(`{${many}}`).length).toBe(20);
    expect(findRepeatedKeys(`["${'\\\\'.repeat(500_000)}"]`)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
