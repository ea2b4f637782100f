import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, evaluate, parseScenario, type Fault } from '../../src/engine/index.ts';
import { answer } from '../../src/cli/answer.ts';
import { ruleBook } from '../fixtures/rulebook.ts';
import { arbitraryScenario } from '../support/arbitrary-scenario.ts';

const engine = compile(ruleBook);
type Json = unknown;
type Holder = Record<string, Json>;

/** Every object and list inside a value, with its keys. */
function listPlaces(value: Json): { holder: Holder; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...listPlaces(holder[key])]);
}

const HOSTILE: Json[] = [
  null,
  true,
  false,
  0,
  -1,
  0.001,
  1e13,
  1e300,
  '',
  'x',
  '\u0000',
  '2026-02-30',
  '__proto__',
  [],
  [[]],
  {},
  { a: { b: [] } },
  'x'.repeat(10_000),
  '二〇二六',
  'NaN',
  [null],
  -0.01,
  'III ',
  Number.MAX_SAFE_INTEGER,
];
const KEYS = ['__proto__', 'constructor', 'toString', 'x', '', 'a b', '\n', '0', 'hasOwnProperty', '键'];

/** One change to a copy of a valid scenario. */
const mutation = fc.record({
  place: fc.nat(),
  what: fc.constantFrom('replace', 'delete', 'add', 'repeat'),
  value: fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue()),
  key: fc.constantFrom(...KEYS),
});

function mutate(
  input: Json,
  { place, what, value, key }: { place: number; what: string; value: Json; key: string },
): Json {
  const copy = JSON.parse(JSON.stringify(input)) as Json;
  const places = listPlaces(copy);
  const chosen = places[place % places.length];
  if (!chosen) return value;
  const { holder } = chosen;
  if (what === 'replace') holder[chosen.key] = value;
  else if (what === 'delete') Reflect.deleteProperty(holder, chosen.key);
  else if (what === 'repeat' && Array.isArray(holder)) holder.push(...(holder as Json[]));
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

function expectClean(errors: readonly Fault[]): void {
  expect(errors.length).toBeGreaterThan(0);
  for (const { path, message } of errors) {
    expect(path).not.toBe('');
    expect(path + message).not.toMatch(/\n|\r|TypeError|RangeError|SyntaxError|undefined|\bat .*:\d+|node:/);
    expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect(path.length).toBeLessThan(300);
    expect(message.length).toBeLessThan(1500);
  }
}

describe('malformed scenarios', () => {
  const mutated = fc
    .tuple(arbitraryScenario(ruleBook, { maxProjects: 3 }), fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([input, mutations]) => mutations.reduce(mutate, input as Json));

  it('give clean errors or stay valid, ten thousand of them', () => {
    let invalid = 0;
    fc.assert(
      fc.property(mutated, (input) => {
        const parsed = parseScenario(engine, input);
        if (parsed.ok) evaluate(engine, parsed.scenario);
        else {
          invalid += 1;
          expectClean(parsed.errors);
        }
        const forms = parseScenario(engine, input, { partial: true });
        if (forms.ok) evaluate(engine, forms.scenario);
      }),
      { numRuns: 10_000 },
    );
    expect(invalid).toBeGreaterThan(7000);
  });
  it('any JSON at all is an error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = parseScenario(engine, value);
        if (parsed.ok) throw new Error('random JSON is no scenario');
        expectClean(parsed.errors);
      }),
      { numRuns: 1000 },
    );
  });
  it('any bytes at all are an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const result = answer(engine, bytes);
        if (result.ok) throw new Error('random bytes are no scenario');
        expectClean(result.errors);
      }),
      { numRuns: 1000 },
    );
  });
  it('broken text is an error', () => {
    fc.assert(
      fc.property(arbitraryScenario(ruleBook), fc.nat(), (input, at) => {
        const text = JSON.stringify(input);
        const result = answer(engine, new TextEncoder().encode(text.slice(0, at % text.length)));
        if (result.ok) throw new Error('half a scenario is none');
        expectClean(result.errors);
      }),
      { numRuns: 1000 },
    );
  });
  it('deep or huge input does not hang', () => {
    const start = performance.now();
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const inputs = [
      deep,
      `{"applicant":${deep},"projects":[${deep}]}`,
      JSON.stringify({ applicant: { type: 'x'.repeat(5e6) }, projects: Array(20_000).fill({ id: 'same' }) }),
      JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at]))),
    ];
    for (const input of inputs) {
      const result = answer(engine, new TextEncoder().encode(input));
      if (result.ok) throw new Error('none is a scenario');
      expectClean(result.errors.slice(0, 100));
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
