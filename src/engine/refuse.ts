import { NOT_COVERED } from './reasons.ts';
import type { Facts } from './scenario-types.ts';
import type { Candidate, Verdict } from './verdict.ts';

/**
 * Words a refusal that is certain: every candidate fails, or there is none. The smallest clause number
 * counts, but a clause that matches money which the project has none of stands only where it is alone.
 * Where it still depends on missing facts which clause it would be, the clause is left open.
 */
export function refuse(candidates: Candidate[], facts: Facts): Verdict & { kind: 'refused' } {
  const remaining = withoutZeroBases(candidates, facts);
  const first = remaining[0];
  if (!first || first.examination.kind !== 'failed') {
    return { kind: 'refused', reason: NOT_COVERED, candidate: null, check: null, candidates };
  }
  const { check } = first.examination;
  const certain = remaining.every((one) => one.covers === true || one.award.rule.clause === first.award.rule.clause);
  return { kind: 'refused', reason: check.reason, candidate: certain ? first : null, check, candidates };
}

function withoutZeroBases(candidates: readonly Candidate[], facts: Facts): Candidate[] {
  const isZeroBased = ({ variant: { zeroBase } }: Candidate): boolean =>
    zeroBase !== null && facts.get(zeroBase.fact) === 0n;
  const others = candidates.some((one) => one.covers === true && !isZeroBased(one));
  return candidates.filter((one) => !others || !isZeroBased(one));
}
