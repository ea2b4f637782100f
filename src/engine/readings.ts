import type { ReadingRule, ReadingTest } from '../model/rulebook.ts';
import type { Assignment, CompiledPolicy, OptionTests } from './compiled.ts';

/** Whether all tests hold under the options taken. No test: always. */
export function holds(tests: OptionTests, options: Assignment): boolean {
  for (const test of tests) if (options[test.reading] !== test.option) return false;
  return true;
}

/** Looks up a reading test among the readings of its policy. @throws Error for one that does not exist */
export function compileTest(test: ReadingTest, readings: readonly ReadingRule[]): OptionTests {
  return test.map(({ reading, option }) => {
    const number = readings.findIndex((one) => one.id === reading);
    const taken = readings[number]?.options.findIndex((one) => one.id === option) ?? -1;
    if (taken < 0) throw new Error(`Rule book: no option “${option}” of reading “${reading}” in this policy`);
    return { reading: number, option: taken };
  });
}

/** The options of a policy under a scenario: those it names, else the defaults. */
export function chooseOptions(policy: CompiledPolicy, named: ReadonlyMap<string, string>): number[] {
  return policy.rule.readings.map((reading, number) => {
    const option = named.get(reading.id);
    const index = option === undefined ? -1 : reading.options.findIndex((one) => one.id === option);
    return index < 0 ? (policy.defaults[number] ?? 0) : index;
  });
}
