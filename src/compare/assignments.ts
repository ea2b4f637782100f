/** Combinations of the readings of one policy that bear on some awards. */
import type { AwardRule, PolicyRule, ReadingRule, ReadingTest } from '../model/rulebook.ts';
import type { ReadingChoice } from './types.ts';

/** Reading id → option id. */
export type Assignment = ReadonlyMap<string, string>;

export function holds(test: ReadingTest, taken: Assignment): boolean {
  return test.every(({ reading, option }) => taken.get(reading) === option);
}

export function defaultsOf(policy: PolicyRule): Assignment {
  return new Map(policy.readings.map((one) => [one.id, one.default]));
}

/** Readings that any test of these awards, or of the caps that count them, asks about. */
export function readingsOf(policy: PolicyRule, awards: readonly AwardRule[]): ReadingRule[] {
  const refs = new Set(awards.flatMap((award) => award.caps.map(({ cap }) => cap)));
  const pools = policy.caps.flatMap(({ ref, sharedWith }) =>
    sharedWith && (refs.has(ref) || refs.has(sharedWith.cap)) ? [sharedWith.reading] : [],
  );
  const tests = awards.flatMap((award) => [
    award.reading,
    ...award.except.map((one) => one.reading),
    ...award.requires.map((one) => one.reading),
    ...award.alternatives.map((one) => one.reading),
    ...award.caps.map((one) => one.reading),
  ]);
  const ids = new Set([...tests, ...pools].flat().map((one) => one.reading));
  return policy.readings.filter((one) => ids.has(one.id));
}

/** Every combination of these readings, the defaults first; all others of the policy as they are by default. */
export function assignmentsOf(policy: PolicyRule, readings: readonly ReadingRule[]): Assignment[] {
  let all: Map<string, string>[] = [new Map(defaultsOf(policy))];
  for (const reading of readings) {
    const options = [reading.default, ...reading.options.map(({ id }) => id).filter((id) => id !== reading.default)];
    all = options.flatMap((option) => all.map((taken) => new Map(taken).set(reading.id, option)));
  }
  return all;
}

/** The options taken of some readings, as a visitor sees them. */
export function choicesOf(readings: readonly ReadingRule[], taken: Assignment): ReadingChoice[] {
  return readings.flatMap((reading) => {
    const option = reading.options.find(({ id }) => id === taken.get(reading.id));
    return option ? [{ reading, option }] : [];
  });
}
