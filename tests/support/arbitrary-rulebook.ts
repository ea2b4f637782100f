/** Random rule books of one matter, with readings wherever the schema lets a reading decide. */
import fc from 'fast-check';
import type { AmountRule, CapRule, ReadingRule, RuleBook } from '../../src/model/rulebook.ts';
import { cap, fixed, match, share, upTo, type Case } from '../fixtures/builders.ts';
import { tinyAward, tinyBook } from './tiny.ts';

const READINGS: ReadingRule[] = [2, 3, 2, 2, 3].map((size, number) => ({
  id: `p/r${number}`,
  title: `r${number}`,
  question: '',
  default: 'o0',
  options: Array.from({ length: size }, (_, at) => ({ id: `o${at}`, label: `o${at}`, explanation: '' })),
}));

const readingTest: fc.Arbitrary<Record<string, string>> = fc
  .array(
    fc
      .constantFrom(...READINGS)
      .chain((one) => fc.constantFrom(...one.options.map(({ id }): [string, string] => [one.id, id]))),
    { maxLength: 2 },
  )
  .map((pairs) => Object.fromEntries(pairs) as Record<string, string>);

const sum = fc.integer({ min: 0, max: 300 });
const amount: fc.Arbitrary<AmountRule> = fc.oneof(
  sum.map(fixed),
  fc.tuple(fc.integer({ min: 1, max: 100 }), fc.option(sum)).map(([rate, max]) => share(rate, 'base', max)),
  fc.tuple(fc.integer({ min: 1, max: 60 }), fc.option(sum)).map(([rate, max]) => share(rate, 'yearly', max)),
  fc.option(sum).map((max) => match(0.5, [50, 'base'], max)),
  fc.tuple(sum, fc.integer({ min: 1, max: 100 })).map(([max, rate]) => upTo(max, rate, 'base')),
);
const CASES: Case[] = [{}, { kind: 'a' }, { kind: ['a', 'b'] }, { kind: 'c', made: true }, { municipalSupport: '> 0' }];
const when = fc.constantFrom(...CASES);
const CAPS = ['p/x/1#c0', 'p/x/1#c1', 'p/x/1#c2', 'p/x/1#c3'];

const draft = fc.record({
  order: fc.integer({ min: 1, max: 4 }),
  amount,
  when,
  reading: fc.oneof(fc.constant({}), readingTest),
  except: fc.array(fc.record({ when, reading: readingTest }), { maxLength: 1 }),
  requires: fc.array(
    fc.record({
      fact: fc.constant('made'),
      is: fc.boolean(),
      reason: fc.constant('not-produced'),
      reading: readingTest,
    }),
    { maxLength: 1 },
  ),
  alternatives: fc.array(fc.record({ reading: readingTest, amount }), { maxLength: 2 }),
  caps: fc.array(fc.record({ cap: fc.constantFrom(...CAPS), reading: readingTest }), { maxLength: 2 }),
  years: fc.option(fc.integer({ min: 1, max: 3 })),
});

const caps: fc.Arbitrary<CapRule[]> = fc
  .tuple(
    ...CAPS.map(() =>
      fc.record({ max: fc.integer({ min: 1, max: 400 }), with: fc.option(fc.nat(3)), reading: readingTest }),
    ),
  )
  .map((drafts) =>
    drafts.map((one, at) => {
      const partner = one.with === null || one.with === at ? null : CAPS[one.with];
      return cap(CAPS[at] ?? '', one.max, `cap ${at}`, partner ? [partner, one.reading] : undefined);
    }),
  );

export const arbitraryRuleBook: fc.Arbitrary<RuleBook> = fc
  .tuple(fc.array(draft, { minLength: 1, maxLength: 6 }), caps)
  .map(([drafts, capRules]) => {
    const awards = drafts.map(({ years, ...one }, at) =>
      tinyAward({
        ...one,
        id: `a${at}`,
        ...(years === null ? {} : { instalments: { kind: 'yearly' as const, years } }),
      }),
    );
    return tinyBook(awards, { caps: capRules, readings: READINGS });
  });
