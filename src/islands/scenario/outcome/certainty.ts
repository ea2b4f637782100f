import type { ReadingRule } from '../../../model/rulebook.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { sumsOf, type Sums } from '../../result/sums.ts';

/** null where no award is of that kind */
export interface PolicySums extends Sums {
  policy: string;
}

/** Whether the policy that gives most stays the same whatever is read into the texts. Of 可算得 only. */
export type Certainty =
  /** answers are missing without which no comparison holds */
  | { kind: 'unknown' }
  /** nobody gives anything */
  | { kind: 'nothing' }
  /** nothing can be worked out anywhere; these name the most that they give */
  | { kind: 'at-most'; givers: { policy: string; sum: bigint }[] }
  /** what others may give at most reaches what the one with the highest sum gives: these would have to be compared */
  | { kind: 'ceiling'; among: PolicySums[] }
  /** nobody else gives anything */
  | { kind: 'only'; policy: string }
  /** all give the same under all readings */
  | { kind: 'equal' }
  | { kind: 'always'; policy: string }
  /** `readings`: those that alone change which policy is higher; all that change a sum where none does alone */
  | { kind: 'depends'; now: string[]; readings: { policy: string; reading: ReadingRule }[] };

export function judgeCertainty(outcomes: readonly PolicyOutcome[]): Certainty {
  if (isOpen(outcomes)) return { kind: 'unknown' };
  const ranges = outcomes.map(({ rule, range }) => ({ policy: rule.id, ...range }));
  const atMost = outcomes.flatMap(({ rule, result: { discretionary } }) =>
    discretionary > 0n ? [{ policy: rule.id, sum: discretionary }] : [],
  );
  if (ranges.every(({ max }) => max === 0n))
    return atMost.length === 0 ? { kind: 'nothing' } : { kind: 'at-most', givers: atMost };
  // Readings of one policy do not bear on another: every combination of sums within the ranges can meet.
  const first = ranges[0];
  const equal = first !== undefined && ranges.every(({ min, max }) => min === max && min === first.min);
  const leader = ranges.find(({ policy, min }) => ranges.every((one) => one.policy === policy || min > one.max));
  const among = withinReach(outcomes, leader?.policy ?? null);
  if (among.length > 0) return { kind: 'ceiling', among };
  if (equal) return { kind: 'equal' };
  if (leader) {
    const others = outcomes.filter(({ rule }) => rule.id !== leader.policy);
    const alone = others.every(({ result, range }) => result.awards.length === 0 && range.max === 0n);
    return { kind: alone ? 'only' : 'always', policy: leader.policy };
  }
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

/**
 * The policies whose 最高可至 reaches the highest sum, and those that give it; none where it reaches nobody else's.
 * @param always the policy that leads under all readings; null where the sums under those now taken decide
 */
function withinReach(outcomes: readonly PolicyOutcome[], always: string | null): PolicySums[] {
  const giving = outcomes.filter(({ result }) => result.awards.length > 0);
  const led = giving.map(({ rule, result, range }) => ({
    // it leads whatever is read into the texts only with the least of its own against the most of others
    least: always === null ? result.determined : range.min,
    most: (always === null ? result.determined : range.max) + result.discretionary,
    open: result.discretionary > 0n,
    sums: { policy: rule.id, ...sumsOf(result) },
  }));
  const top = led.reduce((most, { least }) => (least > most ? least : most), 0n);
  const leaders = led.filter(({ least }) => least === top);
  const reaching = led.filter((one) => one.open && one.most >= top && leaders.some((leader) => leader !== one));
  if (reaching.length === 0) return [];
  return led.filter((one) => leaders.includes(one) || reaching.includes(one)).map(({ sums }) => sums);
}

/** A policy of which nothing is known yet, or that still asks about a project on which another has answered: half a sum is not compared. */
function isOpen(outcomes: readonly PolicyOutcome[]): boolean {
  const open = outcomes.map(({ result }) => result.pending.map(({ project }) => project).join(' '));
  const unknown = outcomes.some(({ result }) => result.awards.length === 0 && result.pending.length > 0);
  return unknown || new Set(open).size > 1;
}

/** The policies with the highest sum; none where all are equal. */
export function leadersOf(sums: readonly { policy: string; sum: bigint }[]): string[] {
  const top = sums.reduce((most, { sum }) => (sum > most ? sum : most), 0n);
  const leaders = sums.filter(({ sum }) => sum === top).map(({ policy }) => policy);
  return leaders.length === sums.length ? [] : leaders;
}
