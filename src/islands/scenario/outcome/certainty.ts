import type { ReadingRule } from '../../../model/rulebook.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';

/** Whether the policy that gives most stays the same whatever is read into the texts. Of 可算得 only. */
export type Certainty =
  /** nothing can be worked out anywhere */
  | { kind: 'nothing' }
  /** all give the same under all readings */
  | { kind: 'equal' }
  | { kind: 'always'; policy: string }
  /** `readings`: those that alone change which policy is higher; all that change a sum where none does alone */
  | { kind: 'depends'; now: string[]; readings: { policy: string; reading: ReadingRule }[] };

export function judgeCertainty(outcomes: readonly PolicyOutcome[]): Certainty {
  const ranges = outcomes.map(({ rule, range }) => ({ policy: rule.id, ...range }));
  if (ranges.every(({ max }) => max === 0n)) return { kind: 'nothing' };
  // Readings of one policy do not bear on another: every combination of sums within the ranges can meet.
  const first = ranges[0];
  if (first && ranges.every(({ min, max }) => min === max && min === first.min)) return { kind: 'equal' };
  const leader = ranges.find(({ policy, min }) => ranges.every((one) => one.policy === policy || min > one.max));
  if (leader) return { kind: 'always', policy: leader.policy };
  const sums = outcomes.map(({ rule, result }) => ({ policy: rule.id, sum: result.determined }));
  const now = leadersOf(sums);
  const all = outcomes.flatMap(({ rule, switches }) =>
    switches.map(({ reading, options }) => ({
      policy: rule.id,
      reading,
      flips: options.some(({ result }) => {
        const other = leadersOf(sums.map((one) => (one.policy === rule.id ? { ...one, sum: result.determined } : one)));
        return other.join() !== now.join();
      }),
      changes: new Set(options.map(({ result }) => result.determined)).size > 1,
    })),
  );
  const flipping = all.filter(({ flips }) => flips);
  const deciding = flipping.length > 0 ? flipping : all.filter(({ changes }) => changes);
  return { kind: 'depends', now, readings: deciding.map(({ policy, reading }) => ({ policy, reading })) };
}

/** The policies with the highest sum; none where all are equal. */
export function leadersOf(sums: readonly { policy: string; sum: bigint }[]): string[] {
  const top = sums.reduce((most, { sum }) => (sum > most ? sum : most), 0n);
  const leaders = sums.filter(({ sum }) => sum === top).map(({ policy }) => policy);
  return leaders.length === sums.length ? [] : leaders;
}
