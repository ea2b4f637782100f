import { toExact } from './exact.ts';
import { workOut } from './amount.ts';
import type { Project } from './scenario-types.ts';
import type { Rival, Step } from './steps.ts';
import type { Candidate, Payment, Verdict } from './verdict.ts';

/** Says why this clause pays where others cover the same case; nothing where it is the only one. */
export function traceChoice(payment: Payment, verdict: Verdict, project: Project): Step[] {
  const others = verdict.candidates
    .filter((one) => one !== payment.candidate && one.covers === true)
    .map((one) => describeRival(one, payment, project));
  if (others.length === 0) return [];
  return [
    { kind: 'choice', to: toExact(payment.working.rounded), others, sources: others.flatMap((one) => one.sources) },
  ];
}

function describeRival(candidate: Candidate, payment: Payment, project: Project): Rival {
  const { award, variant, examination } = candidate;
  const { ref, title, clause, clauseLabel } = award.rule;
  const rival = { award: ref, title, clause, clauseLabel, sources: variant.sources };
  if (examination.kind === 'failed') {
    return { ...rival, outcome: { kind: 'refused', reason: examination.check.reason } };
  }
  const sum = workOut(variant.amount, project.facts, payment.nth).rounded;
  return { ...rival, outcome: { kind: sum === payment.working.rounded ? 'tie' : 'lower', sum } };
}
