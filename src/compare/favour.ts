import type { AwardTerm, Standing } from './award-terms.ts';
import { ceilingOf, countedOf } from './award-terms.ts';
import { covered } from './keys.ts';
import type { Favour, FavourOutcome, ReadingChoice } from './types.ts';

export interface Side {
  policy: string;
  under: { taken: ReadingChoice[]; standings: Standing[]; matter: string }[];
}

/** A figure by which sides are ranked, and what it is a figure of: only like is compared with like. */
interface Weight {
  of: string;
  figure: number;
}

/**
 * Which sides are more favourable by one term, under every combination of the readings of all sides.
 * Silence is not ranked: a text that states no limit may still be limited by a guide to come.
 */
export function favourOf(term: AwardTerm, sides: readonly Side[]): Favour {
  const outcomes = combine(sides).map(({ taken, standings }) => ({
    taken,
    absent: sides.every((_, at) => standings[at]?.length === 0),
    policies: best(
      sides.map(({ policy }, at) => {
        const own = standings[at] ?? [];
        return { policy, weight: weightOf(term, own), absent: term !== 'support' && own.length === 0 };
      }),
    ),
  }));
  const [first] = outcomes;
  if (!first || outcomes.some(({ policies }) => policies === null)) return { kind: 'none' };
  const known = outcomes.map((one): FavourOutcome => ({ ...one, policies: one.policies ?? [] }));
  if (new Set(known.map(({ policies }) => JSON.stringify(policies))).size > 1)
    return { kind: 'by-reading', outcomes: tell(known) };
  return first.policies === null || first.policies.length === 0
    ? { kind: 'none' }
    : { kind: 'fact', policies: first.policies };
}

function combine(sides: readonly Side[]): { taken: ReadingChoice[]; standings: Standing[][] }[] {
  let all: { taken: ReadingChoice[]; standings: Standing[][] }[] = [{ taken: [], standings: [] }];
  for (const { under } of sides) {
    all = all.flatMap((one) =>
      under.map(({ taken, standings }) => ({
        taken: [...one.taken, ...taken],
        standings: [...one.standings, standings],
      })),
    );
  }
  return all;
}

/**
 * Who has no clause gives nothing, and is no obstacle to comparing the others.
 * @returns the sides that are highest, none where all are equal; null where they cannot be compared
 */
function best(all: readonly { policy: string; weight: Weight | null; absent: boolean }[]): string[] | null {
  const sides = all.filter(({ absent }) => !absent);
  if (sides.length < 2) return null;
  const weights = sides.map(({ weight }) => weight);
  if (weights.some((one) => one === null || one.of !== weights[0]?.of)) return null;
  const top = Math.max(...weights.map((one) => one?.figure ?? 0));
  const winners = sides.filter(({ weight }) => weight?.figure === top).map(({ policy }) => policy);
  return winners.length === sides.length ? [] : winners;
}

function weightOf(term: AwardTerm, standings: readonly Standing[]): Weight | null {
  // whether there is a clause at all is a fact of its own, and said once
  if (term === 'support') return { of: 'clause', figure: standings.length > 0 ? 1 : 0 };
  const [standing, second] = standings;
  if (!standing || second) return null;
  const { amount, caps } = standing;
  const class_ = amount.kind === 'up-to' ? 'up-to' : 'determined';
  switch (term) {
    case 'rate':
      if (amount.kind === 'share') return { of: `share ${amount.of}`, figure: amount.rate };
      if (amount.kind === 'match') return { of: `match ${amount.of}`, figure: amount.ratio };
      return null;
    case 'project-cap':
      if (amount.kind === 'fixed') return { of: 'fixed', figure: amount.sum };
      return amount.max === null ? null : { of: class_, figure: amount.max };
    case 'year-cap': {
      const [cap, other] = caps;
      if (!cap || other) return null;
      // a sum for one kind of certificate and a sum for all that a clause gives are sums of different things
      return {
        of: JSON.stringify([cap.rule.per, cap.pooledWith.length > 0, covered(countedOf(cap.counts))]),
        figure: cap.rule.max,
      };
    }
    case 'ceiling': {
      const fen = ceilingOf({ amount, caps });
      // what is paid for certain is not measured by what is paid at most
      return fen === null ? null : { of: amount.kind === 'fixed' ? 'fixed' : class_, figure: fen };
    }
    default:
      return null;
  }
}

/** Leaves out readings whose option never changes the verdict, and then says each combination once. */
function tell(outcomes: readonly FavourOutcome[]): FavourOutcome[] {
  const ids = [...new Set(outcomes.flatMap(({ taken }) => taken.map(({ reading }) => reading.id)))];
  const deciding = ids.filter((id) =>
    outcomes.some((one) =>
      outcomes.some(
        (other) =>
          sameBut(id, one.taken, other.taken) && JSON.stringify(one.policies) !== JSON.stringify(other.policies),
      ),
    ),
  );
  const told = new Map<string, FavourOutcome>();
  for (const { taken, ...verdict } of outcomes) {
    const kept = taken.filter(({ reading }) => deciding.includes(reading.id));
    const key = kept.map(({ option, reading }) => `${reading.id}=${option.id}`).join();
    if (!told.has(key)) told.set(key, { taken: kept, ...verdict });
  }
  return [...told.values()];
}

function sameBut(id: string, a: readonly ReadingChoice[], b: readonly ReadingChoice[]): boolean {
  return a.every(
    ({ reading, option }) =>
      reading.id === id || b.some((one) => one.reading.id === reading.id && one.option.id === option.id),
  );
}
