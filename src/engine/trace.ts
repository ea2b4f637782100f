import type { AmountRule, Source } from '../model/rulebook.ts';
import type { CompiledMatter, CompiledPolicy } from './compiled.ts';
import type { Working } from './amount.ts';
import { toExact } from './exact.ts';
import { listCounting, type Ledger } from './ledger.ts';
import { traceChoice } from './trace-choice.ts';
import { traceReadings } from './trace-readings.ts';
import type { Figure, Step } from './steps.ts';
import type { Project } from './scenario-types.ts';
import type { Payment, Verdict } from './verdict.ts';

/** The steps of one award up to its sum before annual caps. */
export function traceAward(
  policy: CompiledPolicy,
  matter: CompiledMatter,
  project: Project,
  payment: Payment,
  verdict: Verdict,
  ledger: Ledger,
): Step[] {
  const { award, variant } = payment.candidate;
  const figure = (fact: string, sum: bigint): Figure => ({ fact, label: matter.facts.get(fact)?.label ?? fact, sum });
  const amount = traceAmount(variant.amount, payment.working, variant.sources, figure);
  const unlimited = !amount.some(isLimit) && listCounting(ledger, award).length === 0;
  return [
    ...traceReadings(policy, project, payment, ledger),
    ...traceThreshold(payment, project, figure),
    ...traceInstalment(payment, project),
    ...amount,
    ...(unlimited ? [{ kind: 'unlimited', sources: variant.sources } satisfies Step] : []),
    ...traceRounding(payment.working, variant.sources),
    ...traceChoice(payment, verdict, project),
  ];
}

function isLimit(step: Step): boolean {
  return step.kind === 'own-limit' || step.kind === 'joint-ceiling' || step.kind === 'fixed' || step.kind === 'ceiling';
}

type MakeFigure = (fact: string, sum: bigint) => Figure;

function traceAmount(amount: AmountRule, working: Working, sources: readonly Source[], figure: MakeFigure): Step[] {
  if (amount.kind === 'share' && working.kind === 'share') {
    const base = figure(amount.of, working.base);
    const share: Step = { kind: 'share', base, rate: amount.rate, to: working.product, sources };
    return [share, ...traceOwnLimit(amount.max, working.product, working.limited, sources)];
  }
  if (amount.kind === 'match' && working.kind === 'match') {
    const base = figure(amount.of, working.base);
    return [
      { kind: 'match', base, ratio: amount.ratio, to: working.product, sources },
      ...traceJointCeiling(amount, working, base, sources, figure),
      ...traceOwnLimit(amount.max, working.afterJoint, working.limited, sources),
    ];
  }
  if (amount.kind === 'up-to' && working.kind === 'up-to') {
    const base = amount.of !== null && working.base !== null ? figure(amount.of, working.base) : null;
    const max = amount.max === null ? null : BigInt(amount.max);
    const { product, limited: to } = working;
    return [{ kind: 'ceiling', base, rate: amount.rate, product, max, to, sources }];
  }
  return amount.kind === 'fixed' ? [{ kind: 'fixed', sum: BigInt(amount.sum), to: working.limited, sources }] : [];
}

function traceJointCeiling(
  amount: AmountRule & { kind: 'match' },
  working: Working & { kind: 'match' },
  base: Figure,
  sources: readonly Source[],
  figure: MakeFigure,
): Step[] {
  if (!amount.jointCeiling || !working.joint) return [];
  const { of, ceiling, room } = working.joint;
  const [from, to] = [working.product, working.afterJoint];
  const { rate, of: fact } = amount.jointCeiling;
  return [
    { kind: 'joint-ceiling', base, of: figure(fact, of), rate, ceiling, room, from, to, bit: to < from, sources },
  ];
}

function traceOwnLimit(max: number | null, from: bigint, to: bigint, sources: readonly Source[]): Step[] {
  return max === null ? [] : [{ kind: 'own-limit', max: BigInt(max), from, to, bit: to < from, sources }];
}

function traceRounding({ limited, rounded }: Working, sources: readonly Source[]): Step[] {
  const to = toExact(rounded);
  return to === limited ? [] : [{ kind: 'rounding', from: limited, to, sources }];
}

function traceThreshold({ candidate: { award } }: Payment, project: Project, figure: MakeFigure): Step[] {
  const { threshold } = award.rule;
  const value = threshold ? project.facts.get(threshold.fact) : null;
  if (!threshold || typeof value !== 'bigint') return [];
  const { fact, min, sources } = threshold;
  return [{ kind: 'threshold', figure: figure(fact, value), min: BigInt(min), sources }];
}

function traceInstalment({ candidate, nth, year }: Payment, project: Project): Step[] {
  const { amount } = candidate.variant;
  const list = 'of' in amount && amount.of !== null ? project.facts.get(amount.of) : null;
  if (!Array.isArray(list)) return [];
  const { instalments } = candidate.award.rule;
  const sources = instalments?.sources ?? [];
  return [{ kind: 'instalment', nth: nth + 1, of: list.length, max: instalments?.years ?? null, year, sources }];
}
