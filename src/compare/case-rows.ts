import type { MatterRule, PolicyRule } from '../model/rulebook.ts';
import { assignmentsOf, choicesOf, readingsOf, type Assignment } from './assignments.ts';
import { AWARD_TERMS, cellOf, stand, type AwardTerm, type Standing } from './award-terms.ts';
import { awardsFor, standing } from './cover.ts';
import { favourOf, type Side } from './favour.ts';
import { keyOf } from './keys.ts';
import type { Case, PolicyCell, Row } from './types.ts';

/** What one policy says of one case, under its default readings and under each other combination. */
export interface CaseSide {
  policy: string;
  readings: PolicyRule['readings'];
  /** the defaults first */
  under: { taken: Assignment; standings: Standing[] }[];
}

export function sideOf(policy: PolicyRule, one: Case): CaseSide {
  const awards = awardsFor(policy, one);
  const readings = readingsOf(policy, awards);
  const under = assignmentsOf(policy, readings).map((taken) => ({
    taken,
    standings: standing(awards, one, taken).map((award) => stand(policy, award, taken)),
  }));
  return { policy: policy.id, readings, under };
}

/** The rows of one case, a row a term. */
export function rowsOfCase(one: Case, policies: readonly PolicyRule[], matter: MatterRule): Row[] {
  const sides = policies.map((policy) => sideOf(policy, one));
  return AWARD_TERMS.map((term) => rowOf(term, one, sides, matter));
}

function rowOf(term: AwardTerm, one: Case, sides: readonly CaseSide[], matter: MatterRule): Row {
  const cells = sides.map((side) => policyCell(term, side, matter));
  const differs = new Set(cells.map(keyOf)).size > 1;
  return {
    term,
    cases: [one],
    cells,
    differs,
    favour: differs
      ? favourOf(
          term,
          sides.map((side) => weigh(side, matter)),
        )
      : { kind: 'none' },
  };
}

function weigh(side: CaseSide, matter: MatterRule): Side {
  return {
    policy: side.policy,
    under: side.under.map(({ taken, standings }) => ({
      taken: choicesOf(side.readings, taken),
      standings,
      matter: matter.id,
    })),
  };
}

function policyCell(term: AwardTerm, side: CaseSide, matter: MatterRule): PolicyCell {
  const [first, ...rest] = side.under.map(({ taken, standings }) => ({ taken, cell: cellOf(term, standings, matter) }));
  const cell = first?.cell ?? { kind: 'absent' };
  const seen = new Set([keyOf({ cell, others: [] })]);
  const others = rest.flatMap((other) => {
    const key = keyOf({ cell: other.cell, others: [] });
    // that a reading leaves no clause at all is said once, in the row of the support
    if (seen.has(key) || (other.cell.kind === 'absent' && term !== 'support')) return [];
    seen.add(key);
    const changed = side.readings.filter(({ id, default: preset }) => other.taken.get(id) !== preset);
    return [{ taken: choicesOf(changed, other.taken), cell: other.cell }];
  });
  return { policy: side.policy, cell, others };
}

/** Rows of the same term over which every cell is the same become one. */
export function joinCases(rows: readonly Row[]): Row[] {
  const joined = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify([row.term, row.cells.map(keyOf), keyOfFavour(row)]);
    const same = joined.get(key);
    if (same) joined.set(key, { ...same, cases: [...same.cases, ...row.cases], cells: mergeSources(same, row) });
    else joined.set(key, row);
  }
  return [...joined.values()].sort(
    (a, b) => AWARD_TERMS.indexOf(a.term as AwardTerm) - AWARD_TERMS.indexOf(b.term as AwardTerm),
  );
}

/** One row for several clauses carries the places of all of them. */
function mergeSources(a: Row, b: Row): Row['cells'] {
  return a.cells.map((left, at): PolicyCell => {
    const right = b.cells[at];
    if (left.cell.kind !== 'stated' || right?.cell.kind !== 'stated') return left;
    const more = right.cell.values;
    const values = left.cell.values.map((value, index) => {
      const added = (more[index]?.sources ?? []).filter((one) => !value.sources.some((own) => own.url === one.url));
      return { ...value, sources: [...value.sources, ...added] };
    });
    return { ...left, cell: { kind: 'stated', values } };
  });
}

function keyOfFavour({ favour }: Row): unknown {
  return favour.kind === 'by-reading'
    ? favour.outcomes.map((one) => [one.taken.map(({ reading, option }) => [reading.id, option.id]), one.policies])
    : favour;
}
